import { cellKey } from "../../commands/set-draft.ts";
import type { AnnotationSet } from "../../model/annotation-set.ts";
import type { ClaimId, SourceId } from "../../model/id.ts";
import { annotationSet, type Project } from "../../model/project.ts";
import { type Cell, stanceCell, type TaggedMark } from "../../review/cell.ts";

/** One claim in one source. */
export interface Place {
  readonly claimId: ClaimId;
  readonly sourceId: SourceId;
}

/** What the adjudicated layer says of a claim in a source, and why: the note on its cell. */
export interface Decision {
  readonly cell: Cell;
  readonly reason: string;
}

/** The set that is the adjudicated layer, where the project has one. */
export function adjudicatedSet(project: Project): AnnotationSet | undefined {
  const { adjudicator } = project.file.settings;
  return adjudicator === undefined ? undefined : annotationSet(project, adjudicator);
}

/** The decisions of an adjudicated set by `cellKey`: every cell of which it says something. */
export function decisionsOf(set: AnnotationSet | undefined): ReadonlyMap<string, Decision> {
  const reasons = new Map(set?.cellNotes?.map((note) => [cellKey(note), note.text]));
  const reasonFor = (key: string) => reasons.get(key) ?? "";
  const decisions = new Map<string, Decision>();
  for (const cell of set?.cells ?? []) {
    const key = cellKey(cell);
    decisions.set(key, { cell: { kind: "empty", state: cell.state }, reason: reasonFor(key) });
  }
  for (const [key, evidence] of evidenceByCell(set)) {
    decisions.set(key, { cell: stanceCell(evidence), reason: reasonFor(key) });
  }
  return decisions;
}

function evidenceByCell(set: AnnotationSet | undefined): ReadonlyMap<string, readonly TaggedMark[]> {
  const found = new Map<string, TaggedMark[]>();
  for (const mark of set?.marks ?? []) {
    for (const tag of mark.tags) {
      const key = cellKey({ claimId: tag.claimId, sourceId: mark.sourceId });
      const there = found.get(key);
      if (there) there.push({ mark, tag });
      else found.set(key, [{ mark, tag }]);
    }
  }
  return found;
}
