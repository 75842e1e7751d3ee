import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useMemo, useRef } from "react";
import type { ListedClaim } from "../../annotations/model/claim-list.ts";
import { focusWhenThere } from "../controls/focus-when-there.ts";
import { useDesk } from "../session/desk.ts";
import { claimTreeOf } from "../session/selectors.ts";
import { foldedClaims, pinnedClaims } from "./arranging-claims.ts";
import { ClaimRow } from "./ClaimRow.tsx";
import { type RailRow, railRows } from "./rail-rows.ts";

/** Lines beyond the part in view that are there all the same, so that Tab and short ways find them. */
const OVERSCAN = 20;

/** Room above the first line for the ring of the focus, in pixels. */
const RING = 3;

/** About how high a line is, in pixels, until it has been measured. */
const LINE = 64;

/** The claims as a tree, or those that a query found; only what is in view is on the page. */
export function ClaimRows({ found }: { readonly found: readonly ListedClaim[] | null }) {
  const rows = useRows(found);
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (i) => rows[i]?.key ?? i,
    estimateSize: () => LINE,
    overscan: OVERSCAN,
    useAnimationFrameWithResizeObserver: true,
  });
  const shown = lines.getVirtualItems();
  const [first, last] = [shown[0], shown.at(-1)];
  const space = { paddingTop: (first?.start ?? 0) + RING, paddingBottom: last ? lines.getTotalSize() - last.end : 0 };
  const go = (i: number) => {
    const row = rows[Math.max(0, Math.min(i, rows.length - 1))];
    if (!row) return;
    lines.scrollToIndex(rows.indexOf(row), { align: "auto" });
    focusWhenThere(scroller.current, `[data-row="${CSS.escape(row.key)}"] button.claim`);
  };
  return (
    <div ref={scroller} className="claim-rows">
      <ol style={space} onKeyDown={(event) => onArrow(event, rows, go)}>
        {shown.map(({ index, key }) => {
          const row = rows[index];
          return (
            row && <ClaimRow key={key} row={row} index={index} measure={lines.measureElement} flat={found !== null} />
          );
        })}
      </ol>
    </div>
  );
}

function useRows(found: readonly ListedClaim[] | null): readonly RailRow[] {
  const tree = useDesk(claimTreeOf);
  const pinned = useDesk(pinnedClaims);
  const folded = useDesk(foldedClaims);
  return useMemo(() => {
    if (found === null) return railRows(tree, pinned, folded);
    return found.flatMap(({ id }) => {
      const node = tree.nodes.get(id);
      return node ? [{ key: id, node, pinned: false, folded: false }] : [];
    });
  }, [found, tree, pinned, folded]);
}

/** ↑ ↓ Home End between the lines; the other keys are the line's own. */
function onArrow(event: KeyboardEvent<HTMLOListElement>, rows: readonly RailRow[], go: (i: number) => void): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof HTMLElement))
    return;
  const key = event.target.closest<HTMLElement>("[data-row]")?.dataset.row;
  const at = rows.findIndex((row) => row.key === key);
  const targets: Readonly<Record<string, number>> = {
    ArrowUp: at - 1,
    ArrowDown: at + 1,
    Home: 0,
    End: rows.length - 1,
  };
  const to = targets[event.key];
  if (at === -1 || to === undefined) return;
  event.preventDefault();
  go(to);
}
