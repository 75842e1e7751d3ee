import type { SimpleCommand } from "../../commands/command.ts";
import { CLAIM_LENGTHS, type Claim } from "../../model/claim.ts";
import { claimList } from "../../model/claim-list.ts";
import { ClaimId, newId } from "../../model/id.ts";
import type { Project } from "../../model/project.ts";
import type { Timestamp } from "../../model/timestamp.ts";
import { freeLabel, knownClaims } from "./label-choice.ts";
import { takenLabels, wantedAnewBy, wantedRevision } from "./planned-claims.ts";
import type { ReadClaim } from "./read-annotations.ts";
import { isCarriedOut, type ReadingPlan } from "./reading-plan.ts";

/**
 * The claims of files while the plans of one reading are carried out, each for another set: where each claim is in the
 * project, and which of them the reading has made.
 */
export class ReadingClaims {
  readonly #known: ReadonlyMap<string, ClaimId>;
  readonly #ids: Map<string, ClaimId>;
  readonly #made = new Set<string>();

  /** `project` is the one that the plans were made for. */
  constructor(project: Project, claims: readonly ReadClaim[]) {
    this.#known = knownClaims(project, claims);
    this.#ids = new Map(this.#known);
  }

  /** The id that a claim of the files has here, once the commands that make it are there. */
  idOf(key: string | null): ClaimId | undefined {
    return this.#ids.get(key ?? "");
  }

  /** The commands for the claims that belong to the plan's set: those that the project lacks, and revisions of others. */
  own(project: Project, plan: ReadingPlan, at: Timestamp): readonly SimpleCommand[] {
    const fresh = this.#lacking(plan).filter((claim) => !claim.revisions || wantedRevision(claim, plan));
    const made = this.#put(project, plan, fresh, at);
    const { revised, other } = plan.revisions;
    const revisions = plan.choices.conflicts === "theirs" ? [...revised, ...other] : revised;
    for (const { read, claim } of revisions) this.#ids.set(read.key, claim.id);
    return [...made, ...revisions.map(({ claim }) => putClaim(plan, at, this.#withParent(claim)))];
  }

  /** The commands for the claims that the plan needs and no set that is read has brought. */
  missing(project: Project, plan: ReadingPlan, at: Timestamp): readonly SimpleCommand[] {
    return this.#put(
      project,
      plan,
      this.#lacking(plan).filter(({ key }) => !this.#made.has(key)),
      at,
    );
  }

  /** The claims that marks or cells need or that are read for their own sake, and what these are parts of, as far as they are not here. */
  #lacking(plan: ReadingPlan): readonly ReadClaim[] {
    const claims = new Map(plan.read.claims.map((claim) => [claim.key, claim]));
    const anew = wantedAnewBy(plan.labels);
    const needed = new Set<string>();
    for (const open = usedKeys(plan); open.length > 0; ) {
      const key = open.pop() ?? "";
      const claim = claims.get(key);
      if (!claim || needed.has(key) || (this.#known.has(key) && !anew.has(key))) continue;
      needed.add(key);
      if (claim.parent !== undefined) open.push(claim.parent);
    }
    return plan.read.claims.filter(({ key }) => needed.has(key));
  }

  #put(project: Project, plan: ReadingPlan, fresh: readonly ReadClaim[], at: Timestamp): readonly SimpleCommand[] {
    const there = new Set(project.sets.flatMap((set) => set.claims.map(({ id }) => id)));
    for (const { key, id } of fresh) {
      if (this.#made.has(key)) continue;
      const own = ClaimId.safeParse(id?.toLowerCase()).data;
      this.#ids.set(key, own && !there.has(own) ? own : newId(ClaimId));
      this.#made.add(key);
    }
    const shown = new Set(claimList(project).map(({ displayLabel }) => displayLabel.toLowerCase()));
    const taken = takenLabels(project, plan.read.claims);
    return fresh.map((read, i) => {
      const revision = wantedRevision(read, plan);
      if (!revision) return putClaim(plan, at, this.#claimOf(read, shown, i, at));
      // Two claims of the files with one label keep it, as they had it there.
      const label = taken.has(revision.label.toLowerCase())
        ? freeLabel(revision.label, shown, `C${i + 1}`)
        : revision.label;
      return putClaim(plan, at, this.#withParent({ ...revision, id: this.idOf(read.key) ?? revision.id, label }));
    });
  }

  #withParent(claim: Claim): Claim {
    return claim.parent === undefined ? claim : { ...claim, parent: this.idOf(claim.parent) ?? claim.parent };
  }

  #claimOf(read: ReadClaim, taken: Set<string>, i: number, at: Timestamp): Claim {
    const parent = this.idOf(read.parent ?? null);
    const cut = (text: string, length: number) => [...text].slice(0, length).join("").slice(0, length);
    const words = (read.text ?? read.label).trim() || read.label.trim() || "(without words)";
    return {
      id: this.idOf(read.key) ?? newId(ClaimId),
      label: freeLabel(read.label, taken, `C${i + 1}`),
      text: cut(words, CLAIM_LENGTHS.text).trim(),
      note: cut(read.note ?? "", CLAIM_LENGTHS.note),
      aliases: read.aliases ?? [],
      createdAt: at,
      revisedAt: at,
      removed: false,
      ...(parent === undefined ? {} : { parent }),
      ...(read.colour === undefined ? {} : { colour: read.colour }),
      ...(read.order === undefined ? {} : { order: read.order }),
      ...(read.verdict === undefined ? {} : { verdict: read.verdict }),
      ...(read.include === undefined ? {} : { include: cut(read.include, CLAIM_LENGTHS.note) }),
      ...(read.exclude === undefined ? {} : { exclude: cut(read.exclude, CLAIM_LENGTHS.note) }),
    };
  }
}

function putClaim({ choices: { analyst } }: ReadingPlan, at: Timestamp, claim: Claim): SimpleCommand {
  return { kind: "put-claim", analyst, at, claim };
}

function usedKeys({ marks, cells, claims }: ReadingPlan): string[] {
  return [
    ...marks.filter(isCarriedOut).flatMap(({ tags }) => tags.flatMap(({ claimKey }) => claimKey ?? [])),
    ...cells.fresh.map(({ claim }) => claim),
    ...claims.map(({ key }) => key),
  ];
}
