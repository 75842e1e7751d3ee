import type { Source } from "../model/source.ts";
import { codePointsOf } from "../text/code-points.ts";
import { MOST_HITS, type Query, type SourceHits } from "./query.ts";
import { wordEdges } from "./word-edges.ts";

/** A pattern that can be searched with, or one sentence on why it cannot. */
export type Expression =
  | { readonly kind: "fit"; readonly pattern: RegExp }
  | { readonly kind: "unfit"; readonly reason: string };

/** Reads what somebody typed as a regular expression. */
export function expressionOf({ words, matchCase }: Query): Expression {
  try {
    return { kind: "fit", pattern: new RegExp(words, matchCase ? "gmu" : "gimu") };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const detail = error.message.replace(/^Invalid regular expression: (\/.*\/[a-z]*: )?/s, "").replace(/\.$/, "");
    return { kind: "unfit", reason: `This is not a regular expression yet: ${detail.toLowerCase()}.` };
  }
}

/**
 * Holds a regular expression against each block of a source. It can take longer than anybody waits, so the screen runs
 * it where it can be ended. Empty matches count for nothing.
 */
export function expressionSearch(source: Source, query: Query, pattern: RegExp): SourceHits {
  const points = codePointsOf(source);
  const hits: { start: number; end: number }[] = [];
  for (const block of source.blocks) {
    const origin = points.toUtf16(block.start);
    const text = points.slice(block.start, block.end);
    const isWhole = query.wholeWords ? wordEdges(text) : () => true;
    for (const { index, 0: match } of text.matchAll(pattern)) {
      if (match === "" || !isWhole(index, index + match.length)) continue;
      if (hits.length === MOST_HITS) return { hits, more: true };
      hits.push({
        start: points.fromUtf16(origin + index),
        end: points.fromUtf16(origin + index + match.length),
      });
    }
  }
  return { hits, more: false };
}
