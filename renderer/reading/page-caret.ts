import { TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

/**
 * Takes over the caret that a click has put into the page. A quick click is over before ProseMirror has read it, and
 * whatever is painted next would put the caret back to where it was.
 */
export function takePageCaret(view: EditorView): void {
  const { anchorNode, anchorOffset, isCollapsed } = document.getSelection() ?? {};
  if (!anchorNode || !isCollapsed || !view.dom.contains(anchorNode)) return;
  const position = view.posAtDOM(anchorNode, anchorOffset ?? 0);
  const { doc, selection, tr } = view.state;
  if (selection.empty && selection.head === position) return;
  view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(position))));
}
