import type { SimpleCommand } from "../../commands/command.ts";
import { CELL_NOTE_LENGTH } from "../../model/cell-note.ts";
import { MarkId, newId, TagId } from "../../model/id.ts";
import { MARK_NOTE_LENGTH, type Mark } from "../../model/mark.ts";
import { pairOf } from "../../model/origin-verdict.ts";
import type { Project } from "../../model/project.ts";
import type { Tag } from "../../model/tag.ts";
import { Timestamp } from "../../model/timestamp.ts";
import { tagDetails } from "./planned-tag.ts";
import type { ReadCell, ReadOrigin, ReadProgress } from "./read-annotations.ts";
import { ReadingClaims } from "./reading-claims.ts";
import { sourceHere } from "./reading-ground.ts";
import { isCarriedOut, ownMarkId, type PlannedMark, type ReadingPlan } from "./reading-plan.ts";

/**
 * The commands that carry a plan out on the project for which it was made, with the sources that it adds already there; none
 * where nothing is new. They change the set of the analyst whom the plan names, and belong together in one batch.
 */
export function readingCommands(project: Project, plan: ReadingPlan, at: Timestamp): readonly SimpleCommand[] {
  const claims = new ReadingClaims(project, plan.read.claims);
  return [...claims.own(project, plan, at), ...commandsAfterClaims(project, plan, at, claims)];
}

/** Those of the commands that come once the claims of all sets that are read are there. `project` is the one that has them. */
export function commandsAfterClaims(
  project: Project,
  plan: ReadingPlan,
  at: Timestamp,
  claims: ReadingClaims,
): readonly SimpleCommand[] {
  return [...claims.missing(project, plan, at), ...new Carrying(project, plan, at, claims).commands()];
}

class Carrying {
  readonly #plan: ReadingPlan;
  readonly #at: Timestamp;
  readonly #claims: ReadingClaims;
  readonly #usedMarks: Set<string>;
  readonly #usedTags: Set<string>;

  constructor(project: Project, plan: ReadingPlan, at: Timestamp, claims: ReadingClaims) {
    this.#plan = plan;
    this.#at = at;
    this.#claims = claims;
    const all = project.sets.flatMap(({ marks, bin = [] }) => [...marks, ...bin]);
    this.#usedMarks = new Set(all.map(({ id }) => id));
    this.#usedTags = new Set(all.flatMap(({ tags }) => tags.map(({ id }) => id)));
  }

  commands(): readonly SimpleCommand[] {
    const { marks, cells, origins, progress, choices } = this.#plan;
    const isTheirs = choices.conflicts === "theirs";
    const taken = <Item>({ fresh, other }: { readonly fresh: readonly Item[]; readonly other: readonly Item[] }) =>
      isTheirs ? [...fresh, ...other] : fresh;
    return [
      ...marks.flatMap((mark) => this.#markCommands(mark)),
      ...taken(cells).flatMap((cell) => this.#cell(cell)),
      ...taken(origins).flatMap((origin) => this.#origin(origin)),
      ...progress.fresh.flatMap((one) => this.#progress(one)),
    ];
  }

  #markCommands(planned: PlannedMark): readonly SimpleCommand[] {
    if (!isCarriedOut(planned) || !("ranges" in planned.placement)) return [];
    if (planned.fate === "new") return [this.#add(planned, this.#freeMarkId(planned))];
    const { ours } = planned;
    if (!ours || this.#plan.choices.conflicts === "ours") return [];
    if (this.#plan.choices.conflicts === "both") return [this.#add(planned, newId(MarkId))];
    for (const { id } of ours.tags) this.#usedTags.delete(id);
    const kind = "binnedAt" in ours ? "drop-binned" : "remove-mark";
    return [{ kind, ...this.#made(), markId: ours.id }, this.#add(planned, ours.id)];
  }

  #add(planned: PlannedMark, id: MarkId): SimpleCommand {
    const { read, source, placement } = planned;
    const { binnedAt, toDiscuss } = read;
    const note = read.note?.slice(0, MARK_NOTE_LENGTH);
    const isCopy = planned.fate === "conflict" && id !== planned.ours?.id;
    const mark: Mark = {
      ...read.more,
      id,
      sourceId: source.id,
      ranges: "ranges" in placement ? placement.ranges : [],
      tags: this.#tags(planned),
      createdAt: Timestamp.safeParse(read.createdAt).data ?? this.#at,
      ...(toDiscuss === undefined ? {} : { toDiscuss }),
      ...(note === undefined ? {} : { note }),
      ...(isCopy ? { importedFrom: planned.ours?.id } : {}),
    };
    return binnedAt === undefined
      ? { kind: "add-mark", ...this.#made(), mark }
      : { kind: "put-binned", ...this.#made(), mark: { ...mark, binnedAt } };
  }

  /** No two tags of a set have one id, but a deleted mark may have the tags that another one has taken over. */
  #tags({ read: { binnedAt }, tags }: PlannedMark): readonly Tag[] {
    const used = binnedAt === undefined ? this.#usedTags : new Set<string>();
    return tags.map(({ read, claimId, claimKey, stance }) => {
      const known = claimId ?? this.#claims.idOf(claimKey);
      if (!known) throw new Error(`no claim ${claimKey}`);
      const own = TagId.safeParse(read.id?.toLowerCase()).data;
      const id = own && !used.has(own) ? own : newId(TagId);
      used.add(id);
      const { changedAt, more } = read;
      return {
        ...more,
        ...{ id, claimId: known, stance, ...tagDetails(read) },
        ...(changedAt === undefined ? {} : { at: changedAt }),
      };
    });
  }

  #freeMarkId({ read }: PlannedMark): MarkId {
    const own = ownMarkId(read);
    const id = own && !this.#usedMarks.has(own) ? own : newId(MarkId);
    this.#usedMarks.add(id);
    return id;
  }

  #cell({ claim, source, state, note, foundAt, more }: ReadCell): readonly SimpleCommand[] {
    const sourceId = sourceHere(this.#plan, source)?.id;
    const claimId = this.#claims.idOf(claim);
    if (!sourceId || !claimId) return [];
    const at = foundAt ?? this.#at;
    const { analyst } = this.#made();
    if (state) return [{ kind: "set-cell", analyst, at, claimId, sourceId, state, ...(more && { more }) }];
    const text = (note ?? "").slice(0, CELL_NOTE_LENGTH);
    return [{ kind: "put-cell-note", ...this.#made(), note: { ...more, claimId, sourceId, text, at } }];
  }

  #origin({ sources, verdict, foundAt, more }: ReadOrigin): readonly SimpleCommand[] {
    const [one, other] = sources.map((key) => sourceHere(this.#plan, key)?.id);
    if (!one || !other) return [];
    const found = { ...more, ...pairOf(one, other), verdict, at: foundAt ?? this.#at };
    return [{ kind: "put-origin-verdict", ...this.#made(), verdict: found }];
  }

  #progress({ kind, source, reachedAt, more }: ReadProgress): readonly SimpleCommand[] {
    const sourceId = sourceHere(this.#plan, source)?.id;
    if (!sourceId) return [];
    const reached = { ...more, sourceId, at: reachedAt };
    if (kind === "done") return [{ kind: "put-done", ...this.#made(), done: reached }];
    return [{ kind: "add-reveal", ...this.#made(), reveal: reached }];
  }

  #made() {
    return { analyst: this.#plan.choices.analyst, at: this.#at };
  }
}
