import { Plugin, PluginKey } from "prosemirror-state";
import { type Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import type { Source } from "../../annotations/model/source.ts";
import { whenIdle } from "../controls/when-idle.ts";
import { type LanedMark, markIndex } from "./mark-index.ts";
import { decorateDraft, decorateSection, type Painting } from "./painting.ts";
import { firstWhere, isLong, sectionsOver } from "./sections.ts";
import type { TextDocument } from "./text-document.ts";

const painted = new PluginKey<DecorationSet>("painted");

/** Holds what is painted onto a text, from the first drawing on. */
function paintedPlugin(first: DecorationSet): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: painted,
    state: {
      init: () => first,
      apply: (transaction, set) => {
        const next: unknown = transaction.getMeta(painted);
        // Only `dispatch` below sets this meta value.
        return next ? (next as DecorationSet) : set;
      },
    },
    props: { decorations: (state) => painted.getState(state) },
  });
}

/** Paints the sections of a text: all of a short one, of a long one those that are on the screen or near it. */
export interface SectionPainter {
  /** To be among the plugins of the text's view: the first painting is in its state, and so costs no second drawing. */
  readonly plugin: Plugin<DecorationSet>;
  /** Follows the screen from now on. Call once, when the text stands in its `scroller`, and before everything below. */
  follow(view: EditorView, scroller: Element): void;
  paint(painting: Painting): void;
  /** Paints `[start, end)` (code points) at once, for what looks at its elements before it is on the screen. */
  paintPlace(start: number, end: number): void;
  destroy(): void;
}

interface Painted {
  readonly source: Source;
  readonly text: TextDocument;
  /** What the text shows at first. */
  readonly painting: Painting;
  /** How many characters are painted at first, before the page knows what is on the screen. */
  readonly firstScreen: number;
}

/** Everything that the decorations of a section depend on. */
interface Look extends Pick<Painting, "activeMark" | "claims"> {
  readonly marks: readonly LanedMark[];
}

interface Drawn {
  readonly look: Look;
  readonly decorations: readonly Decoration[];
}

function lookOf(marks: readonly LanedMark[], { activeMark, claims }: Painting): Look {
  const isHere = marks.some(({ mark }) => mark.id === activeMark);
  return { marks, activeMark: isHere ? activeMark : null, claims };
}

function sameLook(a: Look, b: Look): boolean {
  if (a.activeMark !== b.activeMark || a.claims !== b.claims || a.marks.length !== b.marks.length) return false;
  return a.marks.every(({ mark, lane }, i) => mark === b.marks[i]?.mark && lane === b.marks[i]?.lane);
}

export function sectionPainter({ source, text, painting: first, firstScreen }: Painted): SectionPainter {
  let near: ReadonlySet<number> = new Set(text.sections.flatMap(({ start }, i) => (start < firstScreen ? [i] : [])));
  let painting = first;
  let marksIn = markIndex(text.sections, painting.marks);
  let draft: readonly Decoration[] = [];
  let set = DecorationSet.empty;
  let view: EditorView | null = null;
  let stop = () => {};
  const drawn = new Map<number, Drawn>();

  /** Decorates anew what looks different, and says whether anything does; ProseMirror leaves alone what stays the same object. */
  function redraw(): boolean {
    const gone: Decoration[] = [...draft];
    draft = decorateDraft(text, painting.draft);
    const come: Decoration[] = [...draft];
    for (const [i, { decorations }] of drawn) {
      if (near.has(i)) continue;
      drawn.delete(i);
      gone.push(...decorations);
    }
    for (const i of near) {
      const section = text.sections[i];
      const look = section && lookOf(marksIn(i), painting);
      const former = drawn.get(i);
      if (!look || (former && sameLook(former.look, look))) continue;
      const decorations = decorateSection({ source, text, section }, look.marks, painting);
      drawn.set(i, { look, decorations });
      gone.push(...(former?.decorations ?? []));
      come.push(...decorations);
    }
    if (gone.length === 0 && come.length === 0) return false;
    set = set.remove(gone).add(text.doc, come);
    return true;
  }

  function dispatch(): void {
    if (redraw()) view?.dispatch(view.state.tr.setMeta(painted, set));
  }

  function change(wanted: ReadonlySet<number>): void {
    if (wanted.size === near.size && [...wanted].every((i) => near.has(i))) return;
    near = wanted;
    dispatch();
  }

  redraw();
  return {
    plugin: paintedPlugin(set),
    follow(shown, scroller) {
      view = shown;
      const all = () => change(new Set(text.sections.keys()));
      stop = isLong(source, "toPaint") ? followScreen(shown, scroller, text, change) : whenIdle(all);
    },
    paint(next) {
      if (next.marks !== painting.marks) marksIn = markIndex(text.sections, next.marks);
      painting = next;
      dispatch();
    },
    paintPlace(start, end) {
      const [first, after] = sectionsOver(text.sections, start, end);
      change(new Set([...near, ...numbers(first, after)]));
    },
    destroy: () => stop(),
  };
}

/** The whole numbers of `[from, to)`. */
function numbers(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

/** The sections of a text's parts that are in a frame of the screen or near it. */
function sectionsNear({ top, bottom }: DOMRect, elements: readonly Element[], text: TextDocument): readonly number[] {
  const [from, to] = [top - AHEAD, bottom + AHEAD];
  const isBelow = (i: number, edge: number) => (elements[i]?.getBoundingClientRect().bottom ?? 0) > edge;
  const first = firstWhere(0, elements.length, (i) => isBelow(i, from));
  const last = firstWhere(first, elements.length, (i) => isBelow(i, to));
  return text.parts.slice(first, last + 1).flatMap((part, i) => {
    if (part.to - part.from === 1) return [part.from];
    const blocks = [...(elements[first + i]?.children ?? [])].map((block) => block.getBoundingClientRect());
    const isNear = (box: DOMRect) => box.height > 0 && box.bottom > from && box.top < to;
    let reached = 0;
    return numbers(part.from, part.to).filter((number) => {
      const begun = reached;
      reached += text.sections[number]?.blocks.length ?? 0;
      return blocks.slice(begun, reached).some(isNear);
    });
  });
}

/** How far from the screen a long text is painted, in pixels: further than a turn of the wheel or a page key goes. */
const AHEAD = 800;

/**
 * Tells which sections are near the screen whenever that may have changed, until the returned function is called. An
 * IntersectionObserver would look at every section of every text in every frame.
 */
export function followScreen(
  view: EditorView,
  scroller: Element,
  text: TextDocument,
  change: (near: ReadonlySet<number>) => void,
): () => void {
  const parts = [...view.dom.querySelectorAll(".part")];
  const gone = new AbortController();
  const { signal } = gone;
  let pressed = false;
  let isWaiting = false;
  let stood = Number.NaN;

  /** Looks when the frame is painted: by then ProseMirror has heard where a key has brought the caret. */
  function lookSoon(): void {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => setTimeout(look));
  }

  function look(): void {
    isWaiting = false;
    // A text that is hidden as a whole keeps what it has, so that it comes back as it was. While the pointer selects,
    // another painting would throw away what it has selected.
    if (signal.aborted || pressed || !scroller.checkVisibility()) return;
    const frame = scroller.getBoundingClientRect();
    const moved = Math.abs(scroller.scrollTop - stood);
    stood = scroller.scrollTop;
    // At that speed all that is painted now would be out of view before it is seen.
    if (moved > frame.height + AHEAD) lookSoon();
    else change(new Set(sectionsNear(frame, parts, text)));
  }

  const observer = new ResizeObserver(lookSoon);
  observer.observe(view.dom);
  observer.observe(scroller);
  const press = () => {
    pressed = true;
  };
  const release = () => {
    pressed = false;
    lookSoon();
  };
  scroller.addEventListener("scroll", lookSoon, { passive: true, signal });
  view.dom.addEventListener("pointerdown", press, { signal });
  for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, release, { signal });
  return () => {
    observer.disconnect();
    gone.abort();
  };
}
