import type { Range } from "../model/range.ts";
import type { Source } from "../model/source.ts";
import { withoutBlankEnds } from "./blank.ts";
import { type BlockText, blockTextAt } from "./block-text.ts";
import { rangesOfSelection } from "./selection.ts";
import { rangeAt } from "./selector.ts";
import { wordRangesOfSelection } from "./word-selection.ts";

/** One end of one piece of a mark. */
export interface Edge {
  readonly piece: number;
  readonly side: "start" | "end";
}

/** What an edge moves by. */
export type Unit = "word" | "character";

/** The edge after this one: the end of a piece, its start, then the end of the piece before it, around from the first. */
export function edgeAfter(ranges: readonly Range[], { piece, side }: Edge): Edge {
  if (side === "end") return { piece, side: "start" };
  return { piece: (piece + ranges.length - 1) % ranges.length, side: "end" };
}

/**
 * The pieces after an edge has moved one step in reading order (1) or against it (-1): to the next boundary of a word, or
 * over one character and the blanks beside it. A piece stays in its block, keeps at least one word or character, and does
 * not reach its neighbours. The same list when the edge can go no further.
 */
export function edgeMoved(
  source: Source,
  ranges: readonly Range[],
  edge: Edge,
  direction: 1 | -1,
  unit: Unit,
): readonly Range[] {
  const range = ranges[edge.piece];
  const block = range && blockTextAt(source, range.start);
  if (!block) return ranges;
  const low = block.index(range.start);
  const high = block.index(range.end);
  const index = STEPS[edge.side][direction][unit](block, low, high);
  return index === null ? ranges : withEdge(source, ranges, edge, block.offset(index));
}

/**
 * The pieces after an edge was put at `offset` (code points): so that the word or the character there belongs to the piece.
 * The limits are those of `edgeMoved`.
 */
export function edgePut(
  source: Source,
  ranges: readonly Range[],
  edge: Edge,
  offset: number,
  unit: Unit,
): readonly Range[] {
  const range = ranges[edge.piece];
  const block = range && source.blocks.find(({ start, end }) => start <= range.start && range.start < end);
  if (!block) return ranges;
  const [from, to] =
    edge.side === "end"
      ? [range.start, Math.max(range.start + 1, Math.min(offset, block.end))]
      : [Math.min(range.end - 1, Math.max(offset, block.start)), range.end];
  const pieces = unit === "word" ? wordRangesOfSelection(source, from, to) : rangesOfSelection(source, from, to);
  const place = edge.side === "end" ? pieces.at(0)?.end : pieces.at(-1)?.start;
  return place === undefined ? ranges : withEdge(source, ranges, edge, place);
}

function withEdge(source: Source, ranges: readonly Range[], { piece, side }: Edge, offset: number): readonly Range[] {
  const range = ranges[piece];
  if (!range || range[side] === offset) return ranges;
  const [start, end] = side === "start" ? [offset, range.end] : [range.start, offset];
  const reachesBefore = start <= (ranges[piece - 1]?.end ?? -1) && side === "start";
  const reachesAfter = end >= (ranges[piece + 1]?.start ?? Number.POSITIVE_INFINITY) && side === "end";
  if (start >= end || reachesBefore || reachesAfter) return ranges;
  return ranges.with(piece, rangeAt(source, start, end));
}

/** Where an edge of `[low, high)` goes, in indices of the block; null when it stays. */
type Step = (block: BlockText, low: number, high: number) => number | null;

const STEPS: Readonly<Record<Edge["side"], Readonly<Record<1 | -1, Readonly<Record<Unit, Step>>>>>> = {
  end: {
    1: {
      word: ({ words }, _, high) => (endsInside(words.at(high), high) ?? words.after(high))?.end ?? null,
      character: (block, _, high) => overBlanks(block, high, 1),
    },
    [-1]: {
      word: ({ words }, low, high) => inside(words.before(high - 1)?.end, low, high),
      character: ({ text, graphemes }, low, high) => {
        const last = graphemes.at(high - 1);
        return last && last.start > low ? (withoutBlankEnds(text, low, last.start)?.[1] ?? null) : null;
      },
    },
  },
  start: {
    1: {
      word: ({ words }, low, high) => inside(words.after(low + 1)?.start, low, high),
      character: ({ text, graphemes }, low, high) => {
        const first = graphemes.at(low);
        return first && first.end < high ? (withoutBlankEnds(text, first.end, high)?.[0] ?? null) : null;
      },
    },
    [-1]: {
      word: ({ words }, low) => (endsInside(words.at(low), low) ?? words.before(low))?.start ?? null,
      character: (block, low) => overBlanks(block, low, -1),
    },
  },
};

/** The word, when `index` lies between its characters. */
function endsInside<Word extends { readonly start: number }>(word: Word | null, index: number): Word | null {
  return word && word.start < index ? word : null;
}

function inside(index: number | undefined, low: number, high: number): number | null {
  return index !== undefined && low < index && index < high ? index : null;
}

/** The far side of the next character that is not blank; null when there is none. */
function overBlanks({ text, graphemes }: BlockText, from: number, direction: 1 | -1): number | null {
  for (let index = from; ; ) {
    const next = graphemes.at(direction === 1 ? index : index - 1);
    if (!next) return null;
    index = direction === 1 ? next.end : next.start;
    if (withoutBlankEnds(text, next.start, next.end)) return index;
  }
}
