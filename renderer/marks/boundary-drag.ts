import { edgeScrolling, SCROLL_ZONE } from "../reading/edge-scrolling.ts";
import type { MountedText } from "../reading/text-views.ts";
import { desk } from "../session/desk.ts";
import { movingIn, putEdge } from "./boundaries.ts";

/** The boundary of a mark in a pointer's hand. */
export interface BoundaryDrag {
  readonly to: (pointer: Pick<PointerEvent, "clientX" | "clientY" | "altKey">) => void;
  readonly end: () => void;
}

/** Has the boundary that is being moved follow the pointer, and scrolls the text where that comes near an edge. */
export function dragBoundary({ view, scroller }: MountedText): BoundaryDrag {
  let [x, y, exact] = [0, 0, false];

  function put(): void {
    const frame = scroller.getBoundingClientRect();
    const text = view.element.getBoundingClientRect();
    const [top, bottom] = [Math.max(frame.top, text.top), Math.min(frame.bottom, text.bottom)];
    const offset = view.offsetAt(within(x, text.left, text.right), within(y, top, bottom));
    if (offset !== null) putEdge(offset, exact ? "character" : "word");
  }

  /** What scrolls on beyond where the boundary can go would only lose it. */
  function follow(direction: 1 | -1): boolean {
    put();
    const moving = movingIn(desk());
    const offset = moving?.mark.ranges[moving.edge.piece]?.[moving.edge.side];
    if (moving === null || offset === undefined) return false;
    const frame = scroller.getBoundingClientRect();
    const { top, bottom } = view.edge(offset, moving.edge.side === "start" ? 1 : -1);
    return direction === 1 ? bottom > frame.bottom - 2 * SCROLL_ZONE : top < frame.top + 2 * SCROLL_ZONE;
  }

  const scrolling = edgeScrolling(scroller, follow);
  return {
    to({ clientX, clientY, altKey }) {
      [x, y, exact] = [clientX, clientY, altKey];
      put();
      scrolling.at(clientY);
    },
    end: scrolling.stop,
  };
}

/** The number nearest to `value` that lies inside of two others. */
function within(value: number, least: number, most: number): number {
  return Math.max(least + 1, Math.min(most - 1, value));
}
