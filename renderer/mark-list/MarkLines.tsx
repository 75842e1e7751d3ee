import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef } from "react";
import type { ListedMark } from "../../annotations/mark-list/facets.ts";
import { openSources } from "../../annotations/model/project.ts";
import { sourceName } from "../../annotations/model/source.ts";
import { focusWhenThere } from "../controls/focus-when-there.ts";
import { useDesk } from "../session/desk.ts";
import { listLines } from "./list-lines.ts";
import { goToLine, useMarkListing } from "./mark-listing.ts";

/** Lines beyond the part in view that are there all the same, so that Tab and short ways find them. */
const OVERSCAN = 8;

/** About how high a line is, in pixels, until it has been measured. */
const LINE = 64;

interface Props {
  readonly marks: readonly ListedMark[];
  /** A key on the line of a mark that does not move the focus; true when it was used. */
  onKey(listed: ListedMark, event: KeyboardEvent): boolean;
  line(listed: ListedMark, isAt: boolean): ReactNode;
}

/** Marks below their articles, one line each, of which one can take the focus; only what is in view is on the page. */
export function MarkLines({ marks, onKey, line }: Props) {
  const project = useDesk((state) => state.project);
  const lines = useMemo(() => listLines(openSources(project), marks), [project, marks]);
  const asked = useMarkListing((state) => state.at);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    getItemKey: (i) => lines[i]?.key ?? i,
    estimateSize: () => LINE,
    overscan: OVERSCAN,
    useAnimationFrameWithResizeObserver: true,
  });
  const marked = useMemo(() => lines.flatMap((one, i) => (one.kind === "mark" ? [i] : [])), [lines]);
  const found = lines.findIndex(({ key }) => key === asked);
  const at = found === -1 ? (marked[0] ?? -1) : found;
  useKeptFocus(scroller, lines[at]?.key);
  const go = (i: number) => {
    const to = lines[i];
    if (to?.kind !== "mark") return;
    goToLine(to.listed.mark.id);
    virtual.scrollToIndex(i === marked[0] ? 0 : i, { align: "auto" });
    focusLine(scroller.current, to.key);
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const listed = lines[at];
    if (listed?.kind !== "mark" || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = nextLine(event.key, marked, at);
    if (next === undefined && !onKey(listed.listed, event)) return;
    event.preventDefault();
    if (next !== undefined) go(next);
  };
  const shown = virtual.getVirtualItems();
  const [first, last] = [shown[0], shown.at(-1)];
  const space = { paddingTop: first?.start ?? 0, paddingBottom: last ? virtual.getTotalSize() - last.end : 0 };
  return (
    <div ref={scroller} className="results">
      <ul style={space} onKeyDown={press}>
        {shown.map(({ index, key }) => {
          const one = lines[index];
          return (
            one && (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                data-line={one.key}
                className={one.kind === "mark" && index === at ? "current" : ""}
              >
                {one.kind === "mark" ? (
                  line(one.listed, index === at)
                ) : (
                  <h3>
                    <bdi>{sourceName(one.source)}</bdi>
                    <small>{one.count.toLocaleString("en")}</small>
                  </h3>
                )}
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

/** How many marks Page Up and Page Down go on. */
const PAGE = 8;

function nextLine(key: string, marked: readonly number[], at: number): number | undefined {
  const place = marked.indexOf(at);
  const inside = (i: number) => marked[Math.max(0, Math.min(i, marked.length - 1))];
  switch (key) {
    case "ArrowDown":
      return inside(place + 1);
    case "ArrowUp":
      return inside(place - 1);
    case "PageDown":
      return inside(place + PAGE);
    case "PageUp":
      return inside(place - PAGE);
    case "Home":
      return inside(0);
    case "End":
      return inside(marked.length - 1);
    default:
      return undefined;
  }
}

/** When the line that had the focus goes away, the one that takes its place gets it. */
function useKeptFocus(scroller: { readonly current: HTMLElement | null }, key: string | undefined): void {
  const hadFocus = useRef(false);
  const list = scroller.current;
  if (list?.contains(document.activeElement)) hadFocus.current = true;
  useEffect(() => {
    const lost = hadFocus.current && (document.activeElement === document.body || document.activeElement === null);
    hadFocus.current = false;
    if (lost && key !== undefined) focusLine(scroller.current, key);
  });
}

function focusLine(list: HTMLElement | null, key: string): void {
  focusWhenThere(list, `[data-line="${CSS.escape(key)}"] .hit`);
}
