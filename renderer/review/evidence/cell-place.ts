import type { EmptyState } from "../../../annotations/model/cell-state.ts";
import type { ClaimId, SourceId } from "../../../annotations/model/id.ts";
import { endOf, type Mark, startOf } from "../../../annotations/model/mark.ts";
import type { TaggedMark } from "../../../annotations/review/cell.ts";
import { activate } from "../../marks/marking.ts";
import { showMark, visibleText } from "../../reading/text-views.ts";
import { perform, stamp } from "../../session/changes.ts";
import { type Desk, desk, setDesk } from "../../session/desk.ts";
import { markOf, matrix, matrixRow } from "../../session/selectors.ts";

/** A cell of the matrix by its row and column. */
export interface CellPlace {
  readonly claimId: ClaimId;
  readonly sourceId: SourceId;
}

/** Whether a cell is the chosen one, or another; what is chosen across the sources is no cell. */
export function samePlace(a: CellPlace, b: (CellPlace & { readonly across?: object }) | null): boolean {
  return a.claimId === b?.claimId && a.sourceId === b.sourceId && b.across === undefined;
}

/** Where a cell's button stands on the page. */
export function cellSelector({ claimId, sourceId }: CellPlace): string {
  return `[data-cell="${CSS.escape(`${claimId} ${sourceId}`)}"]`;
}

/** Shows a cell's passages and, once its article is on the screen, one of them there; that again for a cell that is chosen again. */
export function chooseCell(place: CellPlace): void {
  if (!samePlace(place, desk().activeCell)) {
    setDesk({ activeCell: place, activeClaim: place.claimId, activeMark: null, activeTag: null, cardOpen: false });
  }
  requestAnimationFrame(() => samePlace(place, desk().activeCell) && showChosen());
}

/** Brings a passage of the chosen claim into view in the article beside the review: the active one, or else the first. */
export function showChosen(): void {
  const { activeCell, activeMark, view } = desk();
  // Whoever is back in Read by now finds the texts as they left them.
  if (!activeCell || view !== "review") return;
  const cell = matrixRow(desk(), activeCell.claimId)?.cells.get(activeCell.sourceId);
  const evidence = cell?.kind === "stance" ? cell.evidence : [];
  const shown = evidence.find(({ mark }) => mark.id === activeMark) ?? evidence[0];
  if (shown) showEvidence(shown);
}

/** Shows what all analysts have marked for a cell, and brings one of the passages into view, of whomever it is. */
export function chooseForAll({ claimId, sourceId }: CellPlace, passage: TaggedMark | undefined): void {
  const across = { kind: "analysts" } as const;
  setDesk({ activeCell: { claimId, sourceId, across }, activeClaim: claimId, activeMark: null, cardOpen: false });
  if (!passage) return;
  requestAnimationFrame(() => (markOf(desk(), passage.mark.id) ? showEvidence(passage) : showPlace(passage.mark)));
}

/** Brings a passage into view that may be another analyst's, and selects it, since it is not painted then. */
export function showPlace(mark: Mark): void {
  const text = visibleText(mark.sourceId);
  if (!text) return;
  showMark(mark);
  text.view.select(startOf(mark), endOf(mark));
}

type Across = NonNullable<NonNullable<Desk["activeCell"]>["across"]>;

/** Shows what is said of a claim across the sources, and brings the first of the passages into view. */
export function chooseAcross(claimId: ClaimId, across: Across, evidence: readonly TaggedMark[]): void {
  const [first] = evidence;
  if (!first) return;
  setDesk({ activeCell: { claimId, sourceId: first.mark.sourceId, across }, activeClaim: claimId, cardOpen: false });
  requestAnimationFrame(() => showEvidence(first));
}

/** Shows the passages of a cell, and brings one of them into view. */
export function showPassage(claimId: ClaimId, evidence: TaggedMark): void {
  const { sourceId } = evidence.mark;
  setDesk({ activeCell: { claimId, sourceId }, activeClaim: claimId, cardOpen: false });
  requestAnimationFrame(() => showEvidence(evidence));
}

/** Brings one passage into view and makes it the one that keys act on. */
export function showEvidence({ mark, tag }: TaggedMark): void {
  const cell = desk().activeCell;
  const isElsewhere = cell !== null && desk().view === "review" && cell.sourceId !== mark.sourceId;
  if (isElsewhere) setDesk({ activeCell: { ...cell, sourceId: mark.sourceId } });
  activate(mark, tag.id);
  // Its article is on the screen only in the next frame.
  if (isElsewhere) requestAnimationFrame(() => showMark(mark));
  else showMark(mark);
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
