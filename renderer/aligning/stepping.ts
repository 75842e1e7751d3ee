import type { ClaimId } from "../../annotations/model/id.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import { activate } from "../marks/marking.ts";
import { allPanes, revealPane } from "../panes/arranging.ts";
import { showMark, showText } from "../reading/text-views.ts";
import { type Desk, desk, setDesk } from "../session/desk.ts";
import { claimOf } from "../session/selectors.ts";
import { passagesIn } from "./passages.ts";

/** The passages of a claim that can be stepped through, which of them is the active mark, and what is left out. */
export interface Steps {
  readonly passages: readonly Mark[];
  /** From 0; -1 when none of them is active. */
  readonly at: number;
  /** How many more there are in articles that are closed. */
  readonly closed: number;
}

/** A claim's passages across the articles as they stand side by side, each article in reading order. */
export function stepsOf(state: Desk, claim: ClaimId): Steps {
  const panes = allPanes(state);
  const of = (closed: boolean) =>
    panes
      .filter((pane) => (pane.state === "closed") === closed)
      .flatMap((pane) => passagesIn(state, claim, pane.sourceId));
  const passages = of(false);
  return { passages, at: passages.findIndex((mark) => mark.id === state.activeMark), closed: of(true).length };
}

/** Goes to the next or the former passage of the chosen claim, around the ends; says so where there is none. */
export function stepPassage(step: 1 | -1): void {
  const claimId = claimHere();
  if (claimId === null) {
    setDesk({ notice: "Choose a claim first; then > and < go through its passages." });
    return;
  }
  const { passages, at } = stepsOf(desk(), claimId);
  // Without an active passage the way begins at the ends.
  const from = at === -1 && step === -1 ? 0 : at;
  const next = passages[(from + step + passages.length) % passages.length];
  const label = claimOf(desk(), claimId)?.displayLabel ?? "this claim";
  setDesk({
    activeClaim: claimId,
    ...(next ? {} : { notice: `No passage in the open articles is tagged with ${label}.` }),
  });
  if (next) goTo(next, claimId);
}

/** Shows a passage; the focus goes into its text, or stays in the list of claims. */
function goTo(mark: Mark, claimId: ClaimId): void {
  const inClaims = document.activeElement?.closest("[data-claim]");
  revealPane(mark.sourceId);
  activate(mark, mark.tags.find((tag) => tag.claimId === claimId)?.id ?? null);
  showMark(mark);
  if (inClaims instanceof HTMLElement) showText(mark.sourceId, false);
  else showText(mark.sourceId);
}

/** The claim that keys mean: the one whose entry in the list has the focus, else the chosen one. */
export function claimHere(): ClaimId | null {
  const { activeClaim } = desk();
  const entry = document.activeElement?.closest<HTMLElement>("[data-claim]");
  // The attribute was written from a claim's id.
  return (entry?.dataset.claim as ClaimId | undefined) ?? activeClaim;
}
