import type { SourceId } from "../../annotations/model/id.ts";
import type { TextView } from "../reading/text-view.ts";
import { revealPlace } from "../reading/text-views.ts";
import { desk } from "../session/desk.ts";
import { dropPiece, keepBoundaries, leaveBoundaries, moveEdge, movingIn, nextEdge } from "./boundaries.ts";

/**
 * The keys of a text while the boundaries of one of its marks are being moved; they keep all others but those with Ctrl and
 * the function keys from being used for something else. Undefined when nothing is being moved there.
 */
export function boundaryKey(event: KeyboardEvent, sourceId: SourceId, view: TextView): boolean | undefined {
  const moving = movingIn(desk());
  if (moving?.mark.sourceId !== sourceId) return undefined;
  if (/^F\d/.test(event.key)) return false;
  switch (event.key) {
    case "ArrowLeft":
    case "ArrowRight": {
      const forward = view.isRightToLeft(edgeOffset()) ? "ArrowLeft" : "ArrowRight";
      moveEdge(event.key === forward ? 1 : -1, event.altKey ? "character" : "word");
      break;
    }
    case "Tab":
      nextEdge();
      break;
    case "Delete":
    case "Backspace":
      dropPiece();
      break;
    case "Enter":
      keepBoundaries();
      break;
    case "Escape":
      leaveBoundaries();
      break;
    default:
      break;
  }
  if (movingIn(desk())) revealPlace(sourceId, edgeOffset());
  return true;
}

/** Where the edge that moves is, in code points. */
function edgeOffset(): number {
  const moving = movingIn(desk());
  return moving?.mark.ranges[moving.edge.piece]?.[moving.edge.side] ?? 0;
}
