import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import type { ClaimId, MarkId } from "../../annotations/model/id.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import type { Source } from "../../annotations/model/source.ts";
import { labelsOf, markName } from "../reading/labels.ts";
import { type LanedMark, markIndex } from "../reading/mark-index.ts";
import { followScreen } from "../reading/painted-sections.ts";
import { isLong, type Section } from "../reading/sections.ts";
import type { TextDocument } from "../reading/text-document.ts";
import type { Lane } from "./comparing.ts";
import { roomDecorations } from "./lane-room.ts";

const compared = new PluginKey<DecorationSet>("compared");

/** Holds others' marks over a text; they are painted by a `LanePainter`. */
export function comparedPlugin(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: compared,
    state: {
      init: () => DecorationSet.empty,
      // Only `LanePainter` sets this meta value.
      apply: (transaction, set) => (transaction.getMeta(compared) as DecorationSet | undefined) ?? set,
    },
    props: { decorations: (state) => compared.getState(state) },
  });
}

/** What others' marks look like in one text. */
export interface LanePainting {
  readonly lanes: readonly Lane[];
  /** The mark whose card is open. */
  readonly shown: MarkId | null;
  readonly claimName: (id: ClaimId) => string;
}

/** Paints others' marks, of a long text near the screen only. Costs nothing while there are no lanes. */
export interface LanePainter {
  paint(painting: LanePainting): void;
  destroy(): void;
}

interface Painted {
  readonly view: EditorView;
  readonly scroller: Element;
  readonly source: Source;
  readonly text: TextDocument;
}

export function lanePainter({ view, scroller, source, text }: Painted): LanePainter {
  let painting: LanePainting | null = null;
  let marksIn: readonly ((section: number) => readonly LanedMark[])[] = [];
  let near: ReadonlySet<number> = new Set();
  let stop = () => {};
  /** The sections as they are painted now; those that come again are the same objects, so that ProseMirror leaves them alone. */
  let drawn = new Map<number, readonly Decoration[]>();
  let room = DecorationSet.empty;

  function redraw(): void {
    const next = new Map<number, readonly Decoration[]>();
    for (const i of painting ? near : []) {
      const section = text.sections[i];
      if (section && painting) next.set(i, drawn.get(i) ?? decorated(section, i, painting));
    }
    drawn = next;
    const set = room.add(text.doc, [...drawn.values()].flat());
    view.dispatch(view.state.tr.setMeta(compared, set));
  }

  function decorated(section: Section, i: number, { lanes, shown, claimName }: LanePainting): readonly Decoration[] {
    return lanes.flatMap((lane, number) => {
      const here = marksIn[number]?.(i) ?? [];
      return [
        ...here.flatMap((laned) => markDecorations({ laned, lane, number, shown, claimName }, section, text)),
        ...labelDecorations({ source, section, text }, lane, number, here, claimName),
      ];
    });
  }

  function change(wanted: ReadonlySet<number>): void {
    if (wanted.size === near.size && [...wanted].every((i) => near.has(i))) return;
    near = wanted;
    redraw();
  }

  function begin(): void {
    if (isLong(source, "toPaint")) stop = followScreen(view, scroller, text, change);
    else near = new Set(text.sections.keys());
  }

  function end(): void {
    stop();
    stop = () => {};
    near = new Set();
  }

  return {
    paint(next) {
      const isOn = next.lanes.length > 0;
      if (!isOn && painting === null) return;
      if (isOn && painting === null) begin();
      if (!isOn) end();
      const isSame = painting && sameMarks(painting.lanes, next.lanes);
      painting = isOn ? next : null;
      if (!isSame) {
        marksIn = next.lanes.map((lane) => markIndex(text.sections, lane.marks));
        room = DecorationSet.create(text.doc, [...roomDecorations(source, text, next.lanes)]);
      }
      drawn = new Map();
      redraw();
    },
    destroy: () => stop(),
  };
}

/** Whether two lists of lanes hold the same marks in the same lanes. */
function sameMarks(a: readonly Lane[], b: readonly Lane[]): boolean {
  return a.length === b.length && a.every(({ marks }, i) => marks === b[i]?.marks);
}

interface Look extends Pick<LanePainting, "shown" | "claimName"> {
  readonly laned: LanedMark;
  readonly lane: Lane;
  /** The place of the analyst's lane below the line, from 0. */
  readonly number: number;
}

/** Where marks of one analyst overlap, this many lie under each other. */
const UNDER_EACH_OTHER = 2;

function markDecorations(
  { laned: { mark, lane: under }, lane: { analyst }, number, shown, claimName }: Look,
  section: Section,
  text: TextDocument,
): readonly Decoration[] {
  const classes = ["other", mark.tags[0]?.stance ?? "untagged", mark.id === shown ? "shown" : ""];
  const attributes = {
    nodeName: "span",
    class: classes.filter(Boolean).join(" "),
    style: `--lane: ${number}; --under: ${under % UNDER_EACH_OTHER}`,
    "data-other": `${analyst.id} ${mark.id}`,
    title: `${analyst.name}: ${spoken(mark, claimName)}`,
  };
  return mark.ranges.flatMap((range) => {
    const [start, end] = [Math.max(range.start, section.start), Math.min(range.end, section.end)];
    return start < end ? [Decoration.inline(text.position(start), text.position(end), attributes)] : [];
  });
}

/** What a mark says, in words. */
function spoken(mark: Mark, claimName: LanePainting["claimName"]): string {
  const says = mark.tags.map(({ claimId, stance, voice, speaker }) => {
    const who = voice === "own" ? "" : `, ${voice.replace("-", " ")}${speaker === "" ? "" : ` (${speaker})`}`;
    return `${stance} ${claimName(claimId)}${who}`;
  });
  return says.length === 0 ? "no claim" : says.join("; ");
}

function labelDecorations(
  { source, section, text }: { readonly source: Source; readonly section: Section; readonly text: TextDocument },
  { initials }: Lane,
  number: number,
  here: readonly LanedMark[],
  claimName: LanePainting["claimName"],
): readonly Decoration[] {
  const marks = here.map(({ mark }) => mark);
  return labelsOf(source, section, marks, claimName).map(({ start, end, text: words, stance }) =>
    Decoration.inline(text.position(start), text.position(end), {
      nodeName: "span",
      class: `other-label ${stance ?? "several"}`,
      style: `--lane: ${number}`,
      "data-label": `${initials} ${words}`,
    }),
  );
}

/** How a mark of others is called where it is chosen among several. */
export function otherName(initials: string, mark: Mark, claimName: LanePainting["claimName"]): string {
  return `${initials} ${markName(mark, claimName)}`;
}
