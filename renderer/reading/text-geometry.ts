import type { EditorView } from "prosemirror-view";
import type { TextDocument } from "./text-document.ts";

/** Where things of a text are on the screen. Offsets are code points. */
export interface TextGeometry {
  /** The line at an offset, without width: of the character after it for 1, before it for -1. */
  edge(offset: number, side: 1 | -1): DOMRect;
  /** The offset under a point of the window; null where there is no text. */
  offsetAt(x: number, y: number): number | null;
  /** Whether the block at an offset is written from right to left. */
  isRightToLeft(offset: number): boolean;
}

export function textGeometry(view: EditorView, text: TextDocument): TextGeometry {
  return {
    edge: (offset, side) => {
      const { left, top, bottom } = view.coordsAtPos(text.position(offset), side);
      return new DOMRect(left, top, 0, bottom - top);
    },
    offsetAt: (x, y) => {
      const found = view.posAtCoords({ left: x, top: y });
      return found && text.offset(found.pos);
    },
    isRightToLeft: (offset) => {
      const { node } = view.domAtPos(text.position(offset));
      const element = node instanceof Element ? node : node.parentElement;
      return element !== null && getComputedStyle(element).direction === "rtl";
    },
  };
}
