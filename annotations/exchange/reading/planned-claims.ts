import { sameContent } from "../../commands/same-content.ts";
import type { Claim } from "../../model/claim.ts";
import { claimList, revisionOf } from "../../model/claim-list.ts";
import type { ClaimId } from "../../model/id.ts";
import type { Project } from "../../model/project.ts";
import type { MeantLabel } from "./label-choice.ts";
import type { ReadClaim } from "./read-annotations.ts";
import { isOwner, isWanted, type ReadingGround } from "./reading-ground.ts";

/** An analyst's revision of a claim that is here, or of one that was removed. */
interface PlannedRevision {
  readonly read: ReadClaim;
  /** As the files have it, with the ids and the label that it has here as far as it is here. */
  readonly claim: Claim;
}

/** What becomes of the claims of the files, whether marks need them or not. */
export interface PlannedClaims {
  /** New ones that join for their own sake. */
  readonly fresh: readonly ReadClaim[];
  /** What the set lacks of claims that are here, or has in an earlier revision; and what it lacks of removed ones. */
  readonly revised: readonly PlannedRevision[];
  /** Revisions that say something else than what is here, where nothing tells which is the later one. */
  readonly other: readonly PlannedRevision[];
  /** How many are an earlier revision than what is here, which stays. */
  readonly earlier: number;
  readonly same: number;
}

/**
 * Weighs what the files say of claims against what is here: a claim belongs to the set where its analyst is read, and all
 * that are new do where the files hold no marks at all. Those that a person has given another meaning stay out.
 */
export function plannedClaims(ground: ReadingGround, labels: ReadonlyMap<string, MeantLabel>): PlannedClaims {
  const [turnedAway, wantedAnew] = [turnedAwayBy(labels), wantedAnewBy(labels)];
  const weigh = weigherOf(ground);
  const [fresh, revised, other]: [ReadClaim[], PlannedRevision[], PlannedRevision[]] = [[], [], []];
  let [earlier, same] = [0, 0];
  for (const read of ground.read.claims) {
    if (turnedAway.has(read.key)) continue;
    const revision = wantedRevision(read, ground);
    const known = wantedAnew.has(read.key) ? undefined : ground.claims.get(read.key);
    const isMeant = revision !== null || (!read.revisions && ground.read.marks.length === 0);
    if (known === undefined && !revision?.removed) {
      if (isMeant) fresh.push(read);
    } else if (revision) {
      const { claim, order } = weigh(read, revision, known);
      if (order === 1) revised.push({ read, claim });
      else if (order === "other") other.push({ read, claim });
      else if (order === 0) same++;
      else earlier++;
    }
  }
  return { fresh, revised, other, earlier, same };
}

/** The revision of a claim by the analysts who are read, the latest where there are several; null where there is none. */
export function wantedRevision(
  { revisions = [] }: ReadClaim,
  { choices }: Pick<ReadingGround, "choices">,
): Claim | null {
  const wanted = revisions.filter(({ analyst }) => isWanted(analyst, choices)).map(({ claim }) => claim);
  return wanted.reduce<Claim | null>(
    (former, claim) => (former && timeOf(former) >= timeOf(claim) ? former : claim),
    null,
  );
}

/** The claims that a person may want anew although the project has one like them, or that it lacks. */
export function wantedAnewBy(labels: ReadonlyMap<string, MeantLabel>): ReadonlySet<string> {
  const anew = [...labels.values()].filter(({ claim }) => claim.kind === "new");
  return new Set(anew.flatMap(({ read }) => read.claim ?? []));
}

/** The claims all of whose labels mean something else, since a person said so. */
function turnedAwayBy(labels: ReadonlyMap<string, MeantLabel>): ReadonlySet<string> {
  const all = [...labels.values()];
  const kept = new Set(
    all.filter(({ isChosen, claim }) => !isChosen || claim.kind === "new").map(({ read }) => read.claim),
  );
  return new Set(all.flatMap(({ read }) => (read.claim === null || kept.has(read.claim) ? [] : [read.claim])));
}

/** The labels, in lower case, of the claims of a project that are none of the files'. */
export function takenLabels(project: Project, claims: readonly ReadClaim[]): Set<string> {
  const theirs = new Set(claims.flatMap(({ id }) => id?.toLowerCase() ?? []));
  const others = claimList(project).filter(({ id }) => !theirs.has(id));
  return new Set(others.flatMap(({ label, displayLabel }) => [label.toLowerCase(), displayLabel.toLowerCase()]));
}

type Order = 0 | 1 | -1 | "other";

/** Weighs a revision against the set's own; else, unless the set is its analyst's, against the claim as everybody sees it. */
function weigherOf(ground: ReadingGround) {
  const { project, read: files, set, claims } = ground;
  const own = new Map(set?.claims.map((claim) => [claim.id, claim]));
  const listed = new Map(claimList(project).map((claim) => [claim.id, revisionOf(claim, claim.revisedAt)]));
  const owners = new Set(files.analysts.filter((one) => isOwner(ground, one)).map(({ key }) => key));
  const taken = takenLabels(project, files.claims);
  const claimHere = ({ revisions = [] }: ReadClaim, id: ClaimId): Claim | undefined => {
    const isOwn = revisions.some(({ analyst, claim }) => claim.id === id && owners.has(analyst));
    return own.get(id) ?? (isOwn ? undefined : listed.get(id));
  };
  return (read: ReadClaim, revision: Claim, known: ClaimId | undefined): { claim: Claim; order: Order } => {
    const here = known && claimHere(read, known);
    const parent = revision.parent && (claims.get(revision.parent) ?? revision.parent);
    const claim = { ...revision, ...(known && { id: known }), ...(parent && { parent }) };
    if (!here) return { claim, order: 1 };
    const isOther = known !== revision.id;
    // Another claim with the same wording is no revision of this one, so that its times tell nothing.
    const standing = {
      ...claim,
      ...(isOther || taken.has(claim.label.toLowerCase()) ? { label: here.label } : {}),
      ...(isOther ? { createdAt: here.createdAt, revisedAt: here.revisedAt } : {}),
    };
    return { claim: standing, order: orderOf(here, standing) };
  };
}

/** 0 where both say the same, 1 where `theirs` is the later revision, −1 where it is the earlier one. */
function orderOf(ours: Claim, theirs: Claim): Order {
  if (sameContent(ours, theirs)) return 0;
  const apart = timeOf(theirs) - timeOf(ours);
  return apart === 0 ? "other" : apart > 0 ? 1 : -1;
}

function timeOf({ revisedAt }: Claim): number {
  return Date.parse(revisedAt);
}
