import type { AnnotationSet } from "../model/annotation-set.ts";
import type { ClaimId, SourceId } from "../model/id.ts";
import type { Mark } from "../model/mark.ts";
import type { TaggedMark } from "./cell.ts";

/** The tags of some marks by the claim that they speak to, each with its mark, in the order of the marks. */
export type Evidence = ReadonlyMap<ClaimId, readonly TaggedMark[]>;

const known = new WeakMap<readonly Mark[], Evidence>();

/** What `marks` say of each claim. Made once for each list, which must not change afterwards. */
export function evidenceIn(marks: readonly Mark[]): Evidence {
  const before = known.get(marks);
  if (before) return before;
  const evidence = new Map<ClaimId, TaggedMark[]>();
  for (const mark of marks) {
    for (const tag of mark.tags) {
      const there = evidence.get(tag.claimId);
      if (there) there.push({ mark, tag });
      else evidence.set(tag.claimId, [{ mark, tag }]);
    }
  }
  known.set(marks, evidence);
  return evidence;
}

/** All that one analyst's set says of a claim in a source, in reading order. */
export function cellEvidence(
  { marks }: Pick<AnnotationSet, "marks">,
  { claimId, sourceId }: { readonly claimId: ClaimId; readonly sourceId: SourceId },
): readonly TaggedMark[] {
  return marks
    .filter((mark) => mark.sourceId === sourceId)
    .flatMap((mark) => mark.tags.filter((tag) => tag.claimId === claimId).map((tag) => ({ mark, tag })));
}
