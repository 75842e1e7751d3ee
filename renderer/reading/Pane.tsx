import { memo, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { SourceId } from "../../annotations/model/id.ts";
import { type Source, sourceName } from "../../annotations/model/source.ts";
import { NoPassage } from "../aligning/NoPassage.tsx";
import { openOtherFor } from "../comparing/comparing.ts";
import { paintLanes } from "../comparing/lanes-from-desk.ts";
import { BoundaryBar } from "../marks/BoundaryBar.tsx";
import { BoundaryHandles } from "../marks/BoundaryHandles.tsx";
import { activeMarkIn, addPiece } from "../marks/pieces.ts";
import { allPanes } from "../panes/arranging.ts";
import { PaneSpine } from "../panes/PaneSpine.tsx";
import { keepPlace } from "../panes/scroll-places.ts";
import { desk, useDesk } from "../session/desk.ts";
import { openCardFor } from "./mark-clicks.ts";
import { OverviewStrip } from "./OverviewStrip.tsx";
import { PaneHeader } from "./PaneHeader.tsx";
import { paintFromDesk, paintingOf } from "./paint-from-desk.ts";
import { isTakenExactly, passageOf, type Selection, takeExactly } from "./passage.ts";
import { followPointer } from "./pointer-selection.ts";
import { type Selected, SelectionBar } from "./SelectionBar.tsx";
import { isLong } from "./sections.ts";
import { textKeys } from "./text-keys.ts";
import { createTextView, type TextView } from "./text-view.ts";
import { mountText } from "./text-views.ts";
import { usePassagePreview } from "./use-passage-preview.ts";

/** How a pane stands in the row: open, as a spine, or hidden behind another that is read alone. */
export type InRow = "open" | "collapsed" | "hidden";

interface Props {
  readonly sourceId: SourceId;
  /** Left out where the pane does not stand in the row. */
  readonly inRow?: InRow;
}

/** One article: where it comes from, its text, and the overview of its marks. React does not draw the marks. */
export const Pane = memo(function Pane({ sourceId, inRow }: Props) {
  const source = useDesk((state) => state.project.sources.find((candidate) => candidate.id === sourceId));
  return source ? <SourcePane source={source} inRow={inRow ?? null} /> : null;
});

function SourcePane({ source, inRow }: { readonly source: Source; readonly inRow: InRow | null }) {
  const scroller = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<TextView>(null);
  const scrolled = useRef(0);
  const [selected, setSelected] = useState<Selected | null>(null);

  const text = useTextOf(source);
  const onSelect = useCallback(
    (selection: Selection | null) => {
      const frame = place.current?.getBoundingClientRect();
      if (!selection || !view.current || !frame) return setSelected(null);
      const { from, to } = selection;
      const box = view.current.rectangle(from, to);
      const exact = isTakenExactly(text.id, selection);
      const [top, left] = [box.bottom - frame.top, box.right - frame.left];
      const focused = view.current.element === document.activeElement;
      setSelected({ from, to, exact, focused, top, left, width: frame.width });
    },
    [text.id],
  );
  useWhenResized(place, () => selected && onSelect(selected));
  usePassagePreview(text, view, selected);

  const arrangeable = inRow !== null;
  const collapsed = inRow === "collapsed";
  useEffect(() => {
    if (!place.current || !scroller.current) return;
    const made = createTextView(
      {
        place: place.current,
        scroller: scroller.current,
        painting: paintingOf(desk(), text),
        firstScreen: firstScreen(),
      },
      text,
      `Text of ${sourceName(text)}`,
      {
        key: (event) => textKeys(event, text.id, made),
        click: (marks, others) => {
          openCardFor(text.id, marks);
          openOtherFor(text.id, marks.length > 0 ? [] : others);
        },
        select: onSelect,
      },
    );
    view.current = made;
    const mounted = { sourceId: text.id, view: made, scroller: scroller.current };
    const unmount = mountText(mounted);
    const stop = paintFromDesk(text, made);
    const stopLanes = paintLanes(text, place.current, made.lanes);
    const unfollow = followPointer(made, place.current, {
      exact: () => {
        takeExactly(text.id, made.selection());
        onSelect(made.selection());
      },
      piece: () => activeMarkIn(desk(), text.id) !== null && addPiece(text.id, passageHere(text, made)),
    });
    const frame = scroller.current;
    // To set it has the page laid out, once for every pane.
    if (scrolled.current > 0) frame.scrollTop = scrolled.current;
    const leave = arrangeable ? keepPlace(mounted, text, rememberedPlace(text.id)) : () => {};
    return () => {
      // A text that is drawn anew, because somebody has changed its blocks, stays where it was.
      scrolled.current = frame.scrollTop;
      leave();
      stop();
      stopLanes();
      unfollow();
      unmount();
      made.destroy();
      view.current = null;
    };
  }, [text, onSelect, arrangeable]);

  return (
    <article
      className={collapsed ? "pane collapsed" : "pane"}
      id={arrangeable ? `pane-${source.id}` : undefined}
      data-source={source.id}
      hidden={inRow === "hidden"}
      aria-label={sourceName(source)}
    >
      {collapsed ? (
        <PaneSpine source={source} scroller={scroller} />
      ) : (
        <PaneHeader source={source} arrangeable={arrangeable} />
      )}
      <div className="pane-body" hidden={collapsed}>
        <div className="text-frame">
          <div className={isLong(text, "toLayOut") ? "scroller long" : "scroller"} ref={scroller}>
            <div className="text-place" ref={place}>
              {selected && <SelectionBar source={source} selected={selected} />}
              <BoundaryHandles sourceId={source.id} view={view} place={place} />
            </div>
          </div>
          {!collapsed && <OverviewStrip source={source} scroller={scroller} />}
          <BoundaryBar sourceId={source.id} />
        </div>
        {arrangeable && <NoPassage sourceId={source.id} />}
      </div>
    </article>
  );
}

/** Calls `resized` when an element has another size than before. */
function useWhenResized(element: RefObject<HTMLElement | null>, resized: () => void): void {
  const latest = useRef(resized);
  useEffect(() => {
    latest.current = resized;
  });
  useEffect(() => {
    const frame = element.current;
    if (!frame) return;
    const observer = new ResizeObserver(() => latest.current());
    observer.observe(frame);
    return () => observer.disconnect();
  }, [element]);
}

function passageHere(source: Source, view: TextView) {
  const selection = view.selection();
  return passageOf(source, selection, isTakenExactly(source.id, selection));
}

/** How much of the screen a character takes at least, in square pixels. */
const CHARACTER = 200;

/** About how many characters of each text fit onto the screen. The window's own size would have the page laid out. */
function firstScreen(): number {
  const open = allPanes().filter(({ state }) => state === "open").length;
  return (window.screen.width * window.screen.height) / Math.max(1, open) / CHARACTER;
}

/** The first character that was in view when the analyst left a text. */
function rememberedPlace(sourceId: SourceId): number {
  return allPanes().find((pane) => pane.sourceId === sourceId)?.at ?? 0;
}

/** The source as it was when its text was last drawn: metadata may change without a new document, blocks may not. */
function useTextOf(source: Source): Source {
  const [drawn, setDrawn] = useState(source);
  if (drawn.id === source.id && drawn.blocks === source.blocks) return drawn;
  setDrawn(source);
  return source;
}
