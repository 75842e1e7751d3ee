import type { SimpleCommand } from "../../commands/command.ts";
import { CELL_NOTE_LENGTH } from "../../model/cell-note.ts";
import { CLAIM_LENGTHS, type Claim } from "../../model/claim.ts";
import { claimList } from "../../model/claim-list.ts";
import { ClaimId, MarkId, newId, TagId } from "../../model/id.ts";
import { MARK_NOTE_LENGTH, type Mark } from "../../model/mark.ts";
import { annotationSet, type Project } from "../../model/project.ts";
import type { Tag } from "../../model/tag.ts";
import { Timestamp } from "../../model/timestamp.ts";
import { freeLabel, knownClaims } from "./label-choice.ts";
import { tagDetails } from "./planned-tag.ts";
import type { ReadClaim } from "./read-annotations.ts";
import { ownMarkId, type PlannedMark, type ReadingPlan } from "./reading-plan.ts";

/**
 * The commands that carry a plan out on the project for which it was made, with the sources that it adds already there; none
 * where nothing is new. They change the set of the analyst whom the plan names, and belong together in one batch.
 */
export function readingCommands(project: Project, plan: ReadingPlan, at: Timestamp): readonly SimpleCommand[] {
  return new Carrying(project, plan, at).commands();
}

class Carrying {
  readonly #project: Project;
  readonly #plan: ReadingPlan;
  readonly #at: Timestamp;
  readonly #claimIds: Map<string, ClaimId>;
  readonly #usedMarks: Set<string>;
  readonly #usedTags: Set<string>;

  constructor(project: Project, plan: ReadingPlan, at: Timestamp) {
    this.#project = project;
    this.#plan = plan;
    this.#at = at;
    this.#claimIds = new Map(knownClaims(project, plan.read.claims));
    const all = project.sets.flatMap(({ marks, bin = [] }) => [...marks, ...bin]);
    this.#usedMarks = new Set(all.map(({ id }) => id));
    this.#usedTags = new Set(all.flatMap(({ tags }) => tags.map(({ id }) => id)));
  }

  commands(): readonly SimpleCommand[] {
    const claims = this.#newClaims();
    const marks = this.#plan.marks.flatMap((mark) => this.#markCommands(mark));
    const cells = this.#cellCommands();
    return [...claims, ...marks, ...cells];
  }

  /** The claims that marks or cells need or that are read for their own sake, and what these are parts of. */
  #newClaims(): readonly SimpleCommand[] {
    const claims = new Map(this.#plan.read.claims.map((claim) => [claim.key, claim]));
    const anew = this.#wantedAnew();
    const needed = new Set<string>();
    for (const open = this.#usedKeys(); open.length > 0; ) {
      const key = open.pop() ?? "";
      const claim = claims.get(key);
      if (!claim || needed.has(key) || (this.#claimIds.has(key) && !anew.has(key))) continue;
      needed.add(key);
      if (claim.parent !== undefined) open.push(claim.parent);
    }
    const fresh = this.#plan.read.claims.filter(({ key }) => needed.has(key));
    const there = new Set(this.#project.sets.flatMap((set) => set.claims.map(({ id }) => id)));
    for (const { key, id } of fresh) {
      const own = ClaimId.safeParse(id?.toLowerCase()).data;
      this.#claimIds.set(key, own && !there.has(own) ? own : newId(ClaimId));
    }
    const taken = new Set(claimList(this.#project).map(({ displayLabel }) => displayLabel.toLowerCase()));
    return fresh.map((claim, i) => this.#put(this.#claimOf(claim, taken, i)));
  }

  #usedKeys(): string[] {
    const { marks, cells, claims } = this.#plan;
    const tags = marks.filter(isCarriedOut).flatMap((mark) => mark.tags);
    return [
      ...tags.flatMap(({ claimKey }) => claimKey ?? []),
      ...cells.fresh.map(({ claim }) => claim),
      ...claims.map(({ key }) => key),
    ];
  }

  /** A person may want a new claim although the project has one like it. */
  #wantedAnew(): ReadonlySet<string> {
    const labels = [...this.#plan.labels.values()].filter(({ claim }) => claim.kind === "new");
    return new Set(labels.flatMap(({ read }) => read.claim ?? []));
  }

  #claimOf(read: ReadClaim, taken: Set<string>, i: number): Claim {
    const parent = read.parent === undefined ? undefined : this.#claimIds.get(read.parent);
    const cut = (text: string, length: number) => [...text].slice(0, length).join("").slice(0, length);
    const words = (read.text ?? read.label).trim() || read.label.trim() || "(without words)";
    return {
      id: this.#claimIds.get(read.key) ?? newId(ClaimId),
      label: freeLabel(read.label, taken, `C${i + 1}`),
      text: cut(words, CLAIM_LENGTHS.text).trim(),
      note: cut(read.note ?? "", CLAIM_LENGTHS.note),
      aliases: read.aliases ?? [],
      createdAt: this.#at,
      revisedAt: this.#at,
      removed: false,
      ...(parent === undefined ? {} : { parent }),
      ...(read.colour === undefined ? {} : { colour: read.colour }),
      ...(read.order === undefined ? {} : { order: read.order }),
      ...(read.verdict === undefined ? {} : { verdict: read.verdict }),
      ...(read.include === undefined ? {} : { include: cut(read.include, CLAIM_LENGTHS.note) }),
      ...(read.exclude === undefined ? {} : { exclude: cut(read.exclude, CLAIM_LENGTHS.note) }),
    };
  }

  #markCommands(planned: PlannedMark): readonly SimpleCommand[] {
    if (!isCarriedOut(planned) || !("ranges" in planned.placement)) return [];
    if (planned.fate === "new") return [this.#add(planned, this.#freeMarkId(planned))];
    const { ours } = planned;
    if (!ours || this.#plan.choices.conflicts === "ours") return [];
    if (this.#plan.choices.conflicts === "both") return [this.#add(planned, newId(MarkId))];
    for (const { id } of ours.tags) this.#usedTags.delete(id);
    return [{ kind: "remove-mark", ...this.#made(), markId: ours.id }, this.#add(planned, ours.id)];
  }

  #add(planned: PlannedMark, id: MarkId): SimpleCommand {
    const { read, source, placement, tags } = planned;
    const createdAt = Timestamp.safeParse(read.createdAt).data ?? this.#at;
    const note = (read.note ?? "").slice(0, MARK_NOTE_LENGTH);
    const isCopy = planned.fate === "conflict" && id !== planned.ours?.id;
    const mark: Mark = {
      id,
      sourceId: source.id,
      ranges: "ranges" in placement ? placement.ranges : [],
      tags: tags.map((tag) => this.#tagOf(tag)),
      createdAt,
      ...(read.toDiscuss ? { toDiscuss: true } : {}),
      ...(note === "" ? {} : { note }),
      ...(isCopy ? { importedFrom: planned.ours?.id } : {}),
    };
    return { kind: "add-mark", ...this.#made(), mark };
  }

  #tagOf({ read, claimId, claimKey, stance }: PlannedMark["tags"][number]): Tag {
    const known = claimId ?? this.#claimIds.get(claimKey ?? "");
    if (!known) throw new Error(`no claim ${claimKey}`);
    const own = TagId.safeParse(read.id?.toLowerCase()).data;
    const id = own && !this.#usedTags.has(own) ? own : newId(TagId);
    this.#usedTags.add(id);
    return { id, claimId: known, stance, ...tagDetails(read) };
  }

  #freeMarkId({ read }: PlannedMark): MarkId {
    const own = ownMarkId(read);
    const id = own && !this.#usedMarks.has(own) ? own : newId(MarkId);
    this.#usedMarks.add(id);
    return id;
  }

  #cellCommands(): readonly SimpleCommand[] {
    const set = annotationSet(this.#project, this.#plan.choices.analyst);
    const states = new Set(set?.cells.map(({ claimId, sourceId }) => `${claimId} ${sourceId}`));
    return this.#plan.cells.fresh.flatMap((cell): readonly SimpleCommand[] => {
      const match = this.#plan.sources.get(cell.source);
      const claimId = this.#claimIds.get(cell.claim);
      if (!match || match.kind === "left" || claimId === undefined) return [];
      const sourceId = match.source.id;
      const { state, note = "" } = cell;
      const text = note.slice(0, CELL_NOTE_LENGTH);
      return [
        ...(state && !states.has(`${claimId} ${sourceId}`)
          ? [{ kind: "set-cell" as const, ...this.#made(), claimId, sourceId, state }]
          : []),
        ...(text === ""
          ? []
          : [{ kind: "put-cell-note" as const, ...this.#made(), note: { claimId, sourceId, text, at: this.#at } }]),
      ];
    });
  }

  #put(claim: Claim): SimpleCommand {
    return { kind: "put-claim", ...this.#made(), claim };
  }

  #made() {
    return { analyst: this.#plan.choices.analyst, at: this.#at };
  }
}

function isCarriedOut({ fate }: PlannedMark): boolean {
  return fate === "new" || fate === "conflict";
}
