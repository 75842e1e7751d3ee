import type { ClaimId, SourceId } from "../../annotations/model/id.ts";
import type { PairOfSources } from "../../annotations/model/origin-verdict.ts";
import { claimHere } from "../aligning/stepping.ts";
import { lastVisibleText } from "../reading/text-views.ts";
import type { Here } from "./action.ts";

/** Where the person is now: the text, the article and the cell with the focus. */
export function hereNow(): Here {
  const focused = document.activeElement;
  const text = lastVisibleText();
  return {
    text: text ? { sourceId: text.sourceId, selection: text.view.selection() } : null,
    pane: paneOf(focused) ?? (focused?.closest(".panes") ? null : (text?.sourceId ?? null)),
    cell: cellOf(focused),
    pair: pairAround(focused),
    claim: claimHere(),
    exact: false,
  };
}

/** The source of the pane around a node. */
export function paneOf(node: EventTarget | null): SourceId | null {
  const pane = node instanceof Element ? node.closest<HTMLElement>(".panes > [data-source]") : null;
  // The attribute was written from a source's id by `Pane`.
  return (pane?.dataset.source as SourceId | undefined) ?? null;
}

/** The cell that a node stands for. */
function cellOf(node: EventTarget | null): Here["cell"] {
  const cell = node instanceof Element ? node.closest<HTMLElement>("[data-cell]") : null;
  const [claimId, sourceId] = cell?.dataset.cell?.split(" ") ?? [];
  // The attribute was written from these two ids.
  return claimId && sourceId ? { claimId: claimId as ClaimId, sourceId: sourceId as SourceId } : null;
}

/** The pair of articles that a node belongs to. */
function pairAround(node: EventTarget | null): PairOfSources | null {
  const pair = node instanceof Element ? node.closest<HTMLElement>("[data-pair]") : null;
  const [a, b] = pair?.dataset.pair?.split(" ") ?? [];
  // The attribute was written by `pairKey`.
  return a && b ? { a: a as SourceId, b: b as SourceId } : null;
}
