import { EditorState, Plugin, TextSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import type { MarkId } from "../../annotations/model/id.ts";
import type { Source } from "../../annotations/model/source.ts";
import { comparedPlugin, type LanePainter, lanePainter } from "../comparing/lane-painting.ts";
import { isMod } from "../controls/keyboard.ts";
import { followLineLength } from "./line-length.ts";
import { takePageCaret } from "./page-caret.ts";
import { type SectionPainter, sectionPainter } from "./painted-sections.ts";
import type { Painting } from "./painting.ts";
import { preview, showPreview } from "./preview.ts";
import { isLong } from "./sections.ts";
import { textDocument } from "./text-document.ts";
import { type TextGeometry, textGeometry } from "./text-geometry.ts";
import { wordAt } from "./word-at.ts";

/** What a text view tells its pane. */
export interface TextViewEvents {
  /** A key was pressed in the text; true when it was used. */
  key(event: KeyboardEvent): boolean;
  /** The text was clicked; the marks under the pointer, and those of others, the innermost first. */
  click(marks: readonly MarkId[], others: readonly MarkId[]): void;
  /** The selection changed, or the text has got the focus; null when nothing is selected, or the focus has left. */
  select(selection: { readonly from: number; readonly to: number } | null): void;
}

/** One article on the screen, with a caret and a selection but no way to change the text. Offsets are code points. */
export interface TextView extends TextGeometry, Pick<SectionPainter, "paint" | "paintPlace"> {
  readonly element: HTMLElement;
  /** Others' marks, in lanes below the lines. */
  readonly lanes: LanePainter;
  /** Shows where a passage would be marked; an empty list shows nothing. */
  preview(ranges: readonly { readonly start: number; readonly end: number }[]): void;
  /** What is selected; `from` equals `to` when it is only a caret. */
  selection(): { readonly from: number; readonly to: number };
  /** Puts the caret at `offset` without scrolling. */
  setCaret(offset: number): void;
  /** Selects `[start, end)` without scrolling. */
  select(start: number, end: number): void;
  focus(): void;
  /** Where `[start, end)` is on the screen. */
  rectangle(start: number, end: number): DOMRect;
  /** `[start, end)` as a range of the page, until the text is painted again; null while it is not laid out. */
  domRange(start: number, end: number): globalThis.Range | null;
  destroy(): void;
}

/** Where a text is drawn, and how it looks at first. */
interface Drawing {
  readonly place: HTMLElement;
  readonly scroller: HTMLElement;
  readonly painting: Painting;
  /** About how many characters of the text fit onto the screen. */
  readonly firstScreen: number;
}

/** Mounts `source`'s text in `place`, which its `scroller` scrolls. */
export function createTextView(
  { place, scroller, painting, firstScreen }: Drawing,
  source: Source,
  name: string,
  events: TextViewEvents,
): TextView {
  const text = textDocument(source);
  // Whatever tries to change the text (typing, dropping, an input method) changes nothing.
  const unchanging = new Plugin({ filterTransaction: (transaction) => !transaction.docChanged });
  const painter = sectionPainter({ source, text, painting, firstScreen });
  const view = new EditorView(place, {
    state: EditorState.create({ doc: text.doc, plugins: [unchanging, painter.plugin, comparedPlugin(), preview()] }),
    attributes: {
      role: "textbox",
      tabindex: "0",
      "aria-multiline": "true",
      "aria-readonly": "true",
      "aria-label": name,
      class: "text",
      spellcheck: "false",
      autocorrect: "off",
      translate: "no",
      ...(source.language ? { lang: source.language } : {}),
    },
    handleKeyDown: (_, event) => events.key(event),
    // Where marks overlap, quick clicks go from one to the next; elsewhere a double click takes the word. ProseMirror takes
    // two quick drags from one place for a double click too.
    handleDoubleClick: (_, position, event) =>
      event.detail > 1 && marksAround(event.target).length < 2 && selectWord(position),
    // With the modifier held ProseMirror would select the paragraph.
    handleClick: (_, __, event) => isMod(event),
    handleTextInput: () => true,
    handlePaste: () => true,
    handleDrop: () => true,
    handleDOMEvents: {
      beforeinput: (_, event) => {
        event.preventDefault();
        return true;
      },
      click: (_, event) => {
        takePageCaret(view);
        const marks = marksAround(event.target);
        if (event.detail < 2 || marks.length > 1) events.click(marks, othersAround(event.target));
        return false;
      },
      focus: () => {
        events.select(chosen());
        return false;
      },
      blur: () => {
        events.select(null);
        return false;
      },
      dragstart: (_, event) => {
        event.preventDefault();
        return true;
      },
    },
    dispatchTransaction(transaction) {
      const before = view.state.selection;
      view.updateState(view.state.apply(transaction));
      if (!before.eq(view.state.selection)) events.select(chosen());
    },
  });

  painter.follow(view, scroller);
  const unfollow = isLong(source, "toLayOut") ? followLineLength(view.dom) : () => {};

  function ofState() {
    const { from, to } = view.state.selection;
    return { from: text.offset(from), to: text.offset(to) };
  }

  function chosen() {
    return view.state.selection.empty ? null : ofState();
  }

  /** The page's own selection: ProseMirror hears of it only after the key that follows quickly. */
  function ofPage() {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {};
    if (!anchorNode || !focusNode || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return ofState();
    const anchor = text.offset(view.posAtDOM(anchorNode, anchorOffset ?? 0));
    const head = text.offset(view.posAtDOM(focusNode, focusOffset ?? 0));
    return { from: Math.min(anchor, head), to: Math.max(anchor, head) };
  }

  function selectWord(position: number): boolean {
    const word = wordAt(source, text.offset(position));
    if (!word) return false;
    // The first of the two clicks has opened a card.
    events.click([], []);
    const [from, to] = [text.position(word.start), text.position(word.end)];
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)));
    view.focus();
    return true;
  }

  return {
    element: view.dom,
    lanes: lanePainter({ view, scroller, source, text }),
    paint: painter.paint,
    paintPlace: painter.paintPlace,
    preview: (ranges) =>
      showPreview(
        view,
        ranges.map(({ start, end }) => ({ from: text.position(start), to: text.position(end) })),
      ),
    ...textGeometry(view, text),
    selection: () => (view.hasFocus() ? ofPage() : ofState()),
    setCaret: (offset) =>
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, text.position(offset)))),
    select: (start, end) =>
      view.dispatch(
        view.state.tr.setSelection(TextSelection.create(view.state.doc, text.position(start), text.position(end))),
      ),
    focus: () => view.focus(),
    rectangle(start, end) {
      const first = view.coordsAtPos(text.position(start), 1);
      const last = view.coordsAtPos(text.position(end), -1);
      const oneLine = Math.abs(first.top - last.top) < 4;
      const box = view.dom.getBoundingClientRect();
      const left = oneLine ? first.left : box.left;
      const right = oneLine ? last.right : box.right;
      return new DOMRect(left, first.top, right - left, last.bottom - first.top);
    },
    domRange(start, end) {
      const from = view.domAtPos(text.position(start), 1);
      const to = view.domAtPos(text.position(end), -1);
      if (!from.node.isConnected || !to.node.isConnected) return null;
      const range = document.createRange();
      range.setStart(from.node, from.offset);
      range.setEnd(to.node, to.offset);
      return range;
    },
    destroy() {
      painter.destroy();
      unfollow();
      view.destroy();
    },
  };
}

/** The ids of the marks around a node of the text, the innermost first. */
function marksAround(target: EventTarget | null): readonly MarkId[] {
  const ids: MarkId[] = [];
  let element = target instanceof Element ? target.closest("mark[data-mark]") : null;
  while (element instanceof HTMLElement) {
    // The attribute was written from the ids of marks by `decorateSection`.
    ids.push(...((element.dataset.mark ?? "").split(" ") as MarkId[]));
    element = element.parentElement?.closest("mark[data-mark]") ?? null;
  }
  return ids;
}

/** The ids of others' marks around a node of the text, the innermost first. */
function othersAround(target: EventTarget | null): readonly MarkId[] {
  const ids: MarkId[] = [];
  let element = target instanceof Element ? target.closest("[data-other]") : null;
  while (element instanceof HTMLElement) {
    // The attribute was written from the ids of an analyst and a mark by a `LanePainter`.
    ids.push(element.dataset.other?.split(" ")[1] as MarkId);
    element = element.parentElement?.closest("[data-other]") ?? null;
  }
  return ids;
}
