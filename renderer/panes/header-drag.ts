import type { PointerEvent } from "react";
import type { SourceId } from "../../annotations/model/id.ts";
import { movePane, paneElement, placeOf, row } from "./arranging.ts";

/** How far the pointer must go before a press on a header is a drag, in pixels. */
const THRESHOLD = 6;

/** A press on a pane's header: dragged sideways it takes the pane to another place; Escape leaves it where it was. */
export function startHeaderDrag(event: PointerEvent<HTMLElement>, sourceId: SourceId): void {
  const pane = paneElement(sourceId);
  if (event.button !== 0 || !pane || row().length < 2) return;
  if (event.target instanceof Element && event.target.closest("button")) return;
  const begin = event.clientX;
  const listening = new AbortController();
  const { signal } = listening;
  let to: number | null = null;

  function end(): void {
    listening.abort();
    delete pane?.dataset.dragged;
    unmarkTarget();
  }

  function move({ clientX }: globalThis.PointerEvent): void {
    if (to === null && Math.abs(clientX - begin) < THRESHOLD) return;
    if (pane) pane.dataset.dragged = "";
    scrollAtEdges(pane?.parentElement ?? null, clientX);
    to = targetOf(sourceId, clientX);
    markTarget(sourceId, to);
  }

  addEventListener("pointermove", move, { signal });
  addEventListener(
    "pointerup",
    () => {
      end();
      if (to !== null) movePane(sourceId, to);
    },
    { signal },
  );
  addEventListener("pointercancel", end, { signal });
  addEventListener(
    "keydown",
    (key) => {
      if (key.key !== "Escape") return;
      key.preventDefault();
      key.stopPropagation();
      end();
    },
    { signal, capture: true },
  );
}

/** How near to the edge of the row a drag scrolls it sideways, and how far at a time, in pixels. */
const EDGE = 32;

function scrollAtEdges(frame: HTMLElement | null, x: number): void {
  const box = frame?.getBoundingClientRect();
  if (!frame || !box) return;
  if (x < box.left + EDGE) frame.scrollLeft -= EDGE;
  else if (x > box.right - EDGE) frame.scrollLeft += EDGE;
}

/** The place that a pane gets when it is let go at `x`: behind all others whose middle is to the left. */
function targetOf(sourceId: SourceId, x: number): number {
  return row().filter((pane) => pane.sourceId !== sourceId && middleOf(pane.sourceId) < x).length;
}

function middleOf(sourceId: SourceId): number {
  const box = paneElement(sourceId)?.getBoundingClientRect();
  return box ? box.left + box.width / 2 : 0;
}

/** Shows by a line at the edge of another pane where the dragged one will stand. */
function markTarget(sourceId: SourceId, to: number): void {
  unmarkTarget();
  if (to === placeOf(sourceId)) return;
  const others = row().filter((pane) => pane.sourceId !== sourceId);
  const behind = others[to];
  const [pane, side] = behind ? [behind, "before"] : [others.at(-1), "after"];
  const element = pane && paneElement(pane.sourceId);
  if (element) element.dataset.drop = side;
}

function unmarkTarget(): void {
  for (const element of document.querySelectorAll<HTMLElement>("[data-drop]")) delete element.dataset.drop;
}
