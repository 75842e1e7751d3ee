import { Plugin, PluginKey } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

/** A stretch of a ProseMirror document. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The name under which style sheets know the preview, of whichever text has it. */
const NAME = "passage";

const key = new PluginKey<readonly Stretch[]>("preview");
const NONE: readonly Stretch[] = [];

/**
 * Shows the passage that would be marked, as a highlight over the text that changes no element of it, so that a selection
 * under way is not disturbed. Where a browser has no highlights, the selection alone is seen.
 */
export function preview(): Plugin<readonly Stretch[]> {
  return new Plugin<readonly Stretch[]>({
    key,
    state: {
      init: () => NONE,
      // Only `showPreview` sets this meta value.
      apply: (transaction, shown) => (transaction.getMeta(key) as readonly Stretch[] | undefined) ?? shown,
    },
    view: (view) => {
      const highlight = typeof Highlight === "undefined" ? null : new Highlight();
      if (highlight) draw(view, highlight);
      return {
        // What is painted into the text meanwhile changes the nodes that the highlight holds on to.
        update: () => highlight && draw(view, highlight),
        destroy: () => highlight && withdraw(highlight),
      };
    },
  });
}

export function showPreview(view: EditorView, stretches: readonly Stretch[]): void {
  if (stretches.length === 0 && key.getState(view.state)?.length === 0) return;
  view.dispatch(view.state.tr.setMeta(key, stretches));
}

function draw(view: EditorView, highlight: Highlight): void {
  const stretches = key.getState(view.state) ?? NONE;
  highlight.clear();
  for (const stretch of stretches) highlight.add(rangeOf(view, stretch));
  if (stretches.length > 0) CSS.highlights.set(NAME, highlight);
  else withdraw(highlight);
}

/** Another text may have put its own preview in the place of this one. */
function withdraw(highlight: Highlight): void {
  if (CSS.highlights.get(NAME) === highlight) CSS.highlights.delete(NAME);
}

function rangeOf(view: EditorView, { from, to }: Stretch): Range {
  const range = document.createRange();
  const start = view.domAtPos(from, 1);
  const end = view.domAtPos(to, -1);
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}
