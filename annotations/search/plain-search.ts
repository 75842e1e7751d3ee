import type { Block, Source } from "../model/source.ts";
import { type CodePoints, codePointsOf } from "../text/code-points.ts";
import { type Folded, fold, foldedText } from "./folding.ts";
import { type Hit, MOST_HITS, type Query, type SourceHits } from "./query.ts";
import { wordEdges } from "./word-edges.ts";

/** Finds words in one source with case and accents folded. Hits are whole grapheme clusters inside one block each. */
export function plainSearch(source: Source, query: Query): SourceHits {
  const needle = fold(query.words.trim(), query.matchCase).text;
  if (needle === "") return { hits: [], more: false };
  const folded = foldedText(source, query.matchCase);
  const hits: Hit[] = [];
  const inBlock = blockFinder(source, query.wholeWords);
  for (let at = folded.text.indexOf(needle); at !== -1; ) {
    const hit = wholeClusters(folded, at, at + needle.length);
    const taken = hit && inBlock(hit[0], hit[1]);
    if (taken) {
      if (hits.length === MOST_HITS) return { hits, more: true };
      hits.push(taken);
    }
    at = folded.text.indexOf(needle, taken ? at + needle.length : at + 1);
  }
  return { hits, more: false };
}

/** The original stretch of folded units, or null where it would cut a cluster that folds to several of them. */
function wholeClusters({ starts, ends }: Folded, from: number, to: number): readonly [number, number] | null {
  const start = starts[from] ?? 0;
  const end = ends[to - 1] ?? 0;
  const cut = (from > 0 && starts[from - 1] === start) || starts[to] === starts[to - 1];
  return cut ? null : [start, end];
}

/** Turns stretches, which must come in order, into hits; null for those that lie in no single block or cut a word. */
function blockFinder(source: Source, wholeWords: boolean): (start: number, end: number) => Hit | null {
  const points = codePointsOf(source);
  let next = 0;
  let block: Placed | null = null;
  return (start, end) => {
    while (!block || block.end <= start) {
      const found = source.blocks[next++];
      if (!found) return null;
      block = placed(points, found);
    }
    if (start < block.start || end > block.end) return null;
    block.edges ??= wholeWords ? wordEdges(source.text.slice(block.start, block.end)) : () => true;
    if (!block.edges(start - block.start, end - block.start)) return null;
    return { start: points.fromUtf16(start), end: points.fromUtf16(end) };
  };
}

/** A block in UTF-16 indices, and where its words begin and end once somebody has asked. */
interface Placed {
  readonly start: number;
  readonly end: number;
  edges: ((start: number, end: number) => boolean) | null;
}

function placed(points: CodePoints, block: Block): Placed {
  return { start: points.toUtf16(block.start), end: points.toUtf16(block.end), edges: null };
}
