import type { KeyboardEvent, PointerEvent } from "react";
import type { Columns } from "../../annotations/layout/columns.ts";
import type { RememberedPane } from "../../annotations/layout/layout.ts";
import type { SourceId } from "../../annotations/model/id.ts";
import { sourceById } from "../../annotations/model/project.ts";
import { sourceName } from "../../annotations/model/source.ts";
import { useDesk } from "../session/desk.ts";
import { evenWidths, paneElement, resizePane, WIDTH_STEP, widthLimits } from "./arranging.ts";

interface Props {
  readonly columns: Columns;
  readonly row: readonly RememberedPane[];
  /** Of the pane to the left, in the row. */
  readonly place: number;
}

/** The edge between two panes: dragged or moved by the arrow keys it makes the left one wider or narrower. */
export function PaneSeparator({ columns, row, place }: Props) {
  const left = row[place];
  const name = useDesk((state) => (left ? sourceName(sourceById(state.project, left.sourceId)) : ""));
  const limits = widthLimits(columns, place);
  if (left?.state !== "open" || !limits) return <div className="pane-edge" />;
  const width = Math.round(columns.widths[place] ?? 0);
  return (
    // A separator that takes the focus is a widget: the window splitter of the ARIA Authoring Practices.
    // biome-ignore lint/a11y/useSemanticElements: <hr> cannot be moved
    <div
      className="pane-edge movable"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={`Width of ${name}`}
      aria-controls={`pane-${left.sourceId}`}
      aria-valuenow={width}
      aria-valuemin={Math.round(limits.least)}
      aria-valuemax={Math.max(width, Math.round(limits.most))}
      aria-valuetext={`${width} pixels`}
      onKeyDown={(event) => onKey(event, left.sourceId, width)}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => onDrag(event, left.sourceId)}
      onDoubleClick={evenWidths}
    />
  );
}

function onDrag(event: PointerEvent<HTMLElement>, sourceId: SourceId): void {
  const pane = paneElement(sourceId);
  if (!event.currentTarget.hasPointerCapture(event.pointerId) || !pane) return;
  resizePane(sourceId, event.clientX - pane.getBoundingClientRect().left);
}

function onKey(event: KeyboardEvent, sourceId: SourceId, width: number): void {
  const wanted = wantedWidth(event.key, width);
  if (wanted === null || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  event.stopPropagation();
  resizePane(sourceId, wanted);
}

function wantedWidth(key: string, width: number): number | null {
  switch (key) {
    case "ArrowLeft":
      return width - WIDTH_STEP;
    case "ArrowRight":
      return width + WIDTH_STEP;
    case "Home":
      return 0;
    case "End":
      return Number.MAX_SAFE_INTEGER;
    default:
      return null;
  }
}
