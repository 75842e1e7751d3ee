import type { ClaimId, SourceId } from "../../annotations/model/id.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import type { TaggedMark } from "../../annotations/review/cell.ts";
import { evidenceIn } from "../../annotations/review/evidence.ts";
import type { Desk } from "../session/desk.ts";
import { marksIn } from "../session/selectors.ts";

type Marks = Parameters<typeof marksIn>[0];

const known = new WeakMap<readonly TaggedMark[], readonly Mark[]>();
const NONE: readonly Mark[] = [];

/** The analyst's marks in one source that are tagged with a claim, in reading order. */
export function passagesIn(desk: Marks, claim: ClaimId, source: SourceId): readonly Mark[] {
  const tagged = evidenceIn(marksIn(desk, source)).get(claim);
  if (!tagged) return NONE;
  const passages = known.get(tagged) ?? [...new Set(tagged.map(({ mark }) => mark))];
  known.set(tagged, passages);
  return passages;
}

/** The claim at which the texts stand aligned; null when there is none, or another claim was chosen since. */
export function alignedClaim({
  alignedClaim,
  activeClaim,
}: Pick<Desk, "alignedClaim" | "activeClaim">): ClaimId | null {
  return alignedClaim === activeClaim ? alignedClaim : null;
}
