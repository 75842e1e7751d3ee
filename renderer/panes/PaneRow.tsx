import { Fragment, type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { rowOf } from "../../annotations/layout/arrangement.ts";
import { columnsOf } from "../../annotations/layout/columns.ts";
import type { Layout, RememberedPane } from "../../annotations/layout/layout.ts";
import type { SourceId } from "../../annotations/model/id.ts";
import { type InRow, Pane } from "../reading/Pane.tsx";
import { useDesk } from "../session/desk.ts";
import { openSourcesOf } from "../session/selectors.ts";
import { allPanes, columnsAre, resetPanes, usePaneNews } from "./arranging.ts";
import { followLinkedScrolling } from "./linked-scrolling.ts";
import { PaneSeparator } from "./PaneSeparator.tsx";
import { paneKey } from "./pane-keys.ts";
import "./panes.css";

/** The articles side by side, as the analyst has arranged them. */
export function PaneRow() {
  const layout = useDesk((state) => state.layout);
  const sources = useDesk(openSourcesOf);
  const frame = useRef<HTMLElement>(null);
  const room = useWidth(frame);
  const row = useMemo(() => rowOf(layout, sources), [layout, sources]);
  const columns = useMemo(() => columnsOf(row, Math.max(0, room - (row.length - 1))), [row, room]);
  useLayoutEffect(() => columnsAre(columns), [columns]);
  useEffect(() => (frame.current ? followLinkedScrolling(frame.current) : undefined), []);
  return (
    <section
      ref={frame}
      className="panes"
      aria-label="Articles"
      style={{ gridTemplateColumns: columns.widths.map((width) => `${width}px`).join(" 1px ") }}
      onKeyDown={(event: KeyboardEvent) => paneKey(event.nativeEvent)}
    >
      {mountedIn(layout, row).map(({ sourceId, inRow, place }) => (
        <Fragment key={sourceId}>
          {place > 0 && <PaneSeparator columns={columns} row={row} place={place - 1} />}
          <Pane sourceId={sourceId} inRow={inRow} />
        </Fragment>
      ))}
      {row.length === 0 && <AllClosed />}
      <PaneNews />
    </section>
  );
}

interface Mounted {
  readonly sourceId: SourceId;
  readonly inRow: InRow;
  /** From 0; -1 while another source is read alone. */
  readonly place: number;
}

/** The panes that are drawn: those of the row, and those hidden behind one that is read alone, which keep their places. */
function mountedIn(layout: Layout, row: readonly RememberedPane[]): readonly Mounted[] {
  const places = new Map(row.map((pane, place) => [pane.sourceId, place]));
  const panes = layout.alone === null ? row : allPanes().filter((pane) => pane.state !== "closed");
  return panes.map(({ sourceId, state }) => {
    const place = places.get(sourceId) ?? -1;
    const collapsed = state === "collapsed" && layout.alone !== sourceId;
    return { sourceId, place, inRow: place === -1 ? "hidden" : collapsed ? "collapsed" : "open" };
  });
}

function AllClosed() {
  return (
    <div className="empty">
      <h2>All articles are closed</h2>
      <p>They are still in the project. The menu Articles opens each of them again.</p>
      <button type="button" className="primary" onClick={resetPanes}>
        Open all articles
      </button>
    </div>
  );
}

function PaneNews() {
  const news = usePaneNews((state) => state.news);
  return (
    <p className="sr-only" role="status">
      {news}
    </p>
  );
}

/** The width of an element without its borders, from the first layout on. */
function useWidth(frame: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => element.clientWidth > 0 && setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return width;
}
