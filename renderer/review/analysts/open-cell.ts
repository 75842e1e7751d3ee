import type { AnnotationSet } from "../../../annotations/model/annotation-set.ts";
import { cellEvidence } from "../../../annotations/review/evidence.ts";
import { desk } from "../../session/desk.ts";
import { type CellPlace, chooseCell, chooseForAll } from "../evidence/cell-place.ts";
import type { Blindness } from "./use-blind.ts";

/** Opens the marks of all analysts behind a cell, the working analyst's alone while the others' are hidden. */
export function openCell(place: CellPlace, { isBlind }: Pick<Blindness, "isBlind">): void {
  if (isBlind(place.sourceId)) {
    chooseCell(place);
    return;
  }
  const { project, analyst } = desk();
  const isOwn = (set: AnnotationSet) => set.analyst.id === analyst.id;
  const sets = project.sets.toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
  const [first] = sets.flatMap((set) => cellEvidence(set, place));
  chooseForAll(place, first);
}
