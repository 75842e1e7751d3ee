import type { ClaimId, SourceId } from "../../annotations/model/id.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import { evidenceIn } from "../../annotations/review/evidence.ts";
import type { Desk } from "../session/desk.ts";
import { marksIn } from "../session/selectors.ts";

type Marks = Parameters<typeof marksIn>[0];

/** The analyst's marks in one source that are tagged with a claim, in reading order. */
export function passagesIn(desk: Marks, claim: ClaimId, source: SourceId): readonly Mark[] {
  const tagged = evidenceIn(marksIn(desk, source)).get(claim) ?? [];
  return [...new Set(tagged.map(({ mark }) => mark))];
}

/** The claim at which the texts stand aligned; null when there is none, or another claim was chosen since. */
export function alignedClaim({
  alignedClaim,
  activeClaim,
}: Pick<Desk, "alignedClaim" | "activeClaim">): ClaimId | null {
  return alignedClaim === activeClaim ? alignedClaim : null;
}
