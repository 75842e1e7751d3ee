import { type PointerEvent, type RefObject, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { SourceId } from "../../annotations/model/id.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import type { Edge } from "../../annotations/text/boundary.ts";
import type { TextView } from "../reading/text-view.ts";
import { visibleText } from "../reading/text-views.ts";
import { desk, useDesk } from "../session/desk.ts";
import { isReadOnly } from "../session/selectors.ts";
import { beginMoving, keepBoundaries, leaveBoundaries, movingIn } from "./boundaries.ts";
import { type BoundaryDrag, dragBoundary } from "./boundary-drag.ts";
import { activeMarkIn } from "./pieces.ts";

interface Props {
  readonly sourceId: SourceId;
  readonly view: RefObject<TextView | null>;
  readonly place: RefObject<HTMLDivElement | null>;
}

/** A handle at each end of the active mark's pieces, to be dragged. `B` and the arrow keys do the same. */
export function BoundaryHandles({ sourceId, view, place }: Props) {
  const readOnly = useDesk(isReadOnly);
  const mark = useDesk((state) => movingIn(state)?.mark ?? activeMarkIn(state, sourceId));
  const shown = !readOnly && mark?.sourceId === sourceId ? mark : null;
  const handles = useHandles(shown?.ranges, view, place);
  return (
    <div className="handles" aria-hidden="true">
      {handles.map((handle) => (
        <Handle key={`${handle.edge.piece} ${handle.edge.side}`} {...handle} markId={shown?.id} sourceId={sourceId} />
      ))}
    </div>
  );
}

interface Placed {
  readonly edge: Edge;
  /** Pixels from the corner of the text's place. */
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/** Where the handles are; anew when the text is laid out in another way. */
function useHandles(
  ranges: Mark["ranges"] | undefined,
  view: RefObject<TextView | null>,
  place: RefObject<HTMLDivElement | null>,
) {
  const [handles, setHandles] = useState<readonly Placed[]>([]);
  useEffect(() => {
    const frame = place.current;
    if (!frame || !ranges) return setHandles([]);
    let shown = "";
    const locate = () => {
      const places = view.current ? placesOf(ranges, view.current, frame.getBoundingClientRect()) : [];
      const now = JSON.stringify(places);
      // The handles are to be in the same frame.
      if (now !== shown) flushSync(() => setHandles(places));
      shown = now;
    };
    // Tells the first size too, once the page is laid out.
    const observer = new ResizeObserver(locate);
    observer.observe(frame);
    return () => observer.disconnect();
  }, [ranges, view, place]);
  return handles;
}

function placesOf(ranges: Mark["ranges"], view: TextView, frame: DOMRect): readonly Placed[] {
  return ranges.flatMap((range, piece) =>
    (["start", "end"] as const).map((side) => {
      const { left, top, height } = view.edge(range[side], side === "start" ? 1 : -1);
      return { edge: { piece, side }, left: left - frame.left, top: top - frame.top, height };
    }),
  );
}

interface HandleProps extends Placed {
  readonly markId: Mark["id"] | undefined;
  readonly sourceId: SourceId;
}

function Handle({ edge, left, top, height, markId, sourceId }: HandleProps) {
  const [drag, setDrag] = useState<BoundaryDrag | null>(null);
  const isResting = useDesk((state) => {
    const moving = movingIn(state)?.edge;
    return moving !== undefined && (moving.piece !== edge.piece || moving.side !== edge.side);
  });
  // However it ends: the button is released, Escape is pressed, or the mark is gone.
  useEffect(() => drag?.end, [drag]);
  const letGo = (then: () => void) => {
    if (drag) then();
    setDrag(null);
  };
  useEscape(drag !== null, () => letGo(leaveBoundaries));
  const grip = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || !markId) return;
    // The text keeps its focus and its selection.
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    beginMoving(markId, edge);
    const text = visibleText(sourceId);
    setDrag(text && movingIn(desk()) ? dragBoundary(text) : null);
  };
  return (
    <span
      className={`handle ${edge.side} ${isResting ? "resting" : ""} ${drag ? "held" : ""}`}
      style={{ left, top, height }}
      onPointerDown={grip}
      onPointerMove={(event) => drag?.to(event)}
      onPointerUp={() => letGo(keepBoundaries)}
      onPointerCancel={() => letGo(leaveBoundaries)}
    />
  );
}

/** Escape lets go wherever the focus is. */
function useEscape(active: boolean, onEscape: () => void): void {
  useEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      onEscape();
    };
    window.addEventListener("keydown", onKey, true);
    return () => window.removeEventListener("keydown", onKey, true);
  });
}
