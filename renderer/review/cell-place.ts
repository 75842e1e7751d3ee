import type { EmptyState } from "../../annotations/model/cell-state.ts";
import type { ClaimId, SourceId } from "../../annotations/model/id.ts";
import type { TaggedMark } from "../../annotations/review/cell.ts";
import { activate } from "../marks/marking.ts";
import { showMark } from "../reading/text-views.ts";
import { perform, stamp } from "../session/changes.ts";
import { desk, setDesk } from "../session/desk.ts";
import { matrix } from "../session/selectors.ts";

/** A cell of the matrix by its row and column. */
export interface CellPlace {
  readonly claimId: ClaimId;
  readonly sourceId: SourceId;
}

export function samePlace(a: CellPlace, b: CellPlace | null): boolean {
  return a.claimId === b?.claimId && a.sourceId === b.sourceId;
}

/** Shows a cell's passages, and scrolls its article to the first of them once that is on the screen. */
export function chooseCell(place: CellPlace): void {
  if (samePlace(place, desk().activeCell)) return;
  setDesk({ activeCell: place, activeClaim: place.claimId, activeMark: null, activeTag: null, cardOpen: false });
  requestAnimationFrame(() => {
    const row = matrix(desk()).rows.find(({ claim }) => claim.id === place.claimId);
    const cell = row?.cells.get(place.sourceId);
    const first = cell?.kind === "stance" ? cell.evidence[0] : undefined;
    // Whoever is back in Read by now finds the texts as they left them.
    if (first && desk().view === "review" && samePlace(place, desk().activeCell)) showEvidence(first);
  });
}

/** Brings one passage into view and makes it the one that keys act on. */
export function showEvidence({ mark, tag }: TaggedMark): void {
  activate(mark, tag.id);
  showMark(mark);
}

/** Says what an analyst found where nothing is tagged. Where something is, the passages speak for themselves. */
export function setEmptyState({ claimId, sourceId }: CellPlace, state: EmptyState): void {
  const row = matrix(desk()).rows.find(({ claim }) => claim.id === claimId);
  if (row?.cells.get(sourceId)?.kind === "stance") {
    setDesk({ notice: "This cell has passages, so the source does speak to the claim. Remove their tags first." });
    return;
  }
  perform(`setting ${state.replace("-", " ")}`, { kind: "set-cell", ...stamp(), claimId, sourceId, state });
}
