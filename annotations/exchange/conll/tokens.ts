import type { Block, Source } from "../../model/source.ts";
import { withoutBlankEnds } from "../../text/blank.ts";
import { codePointsOf } from "../../text/code-points.ts";
import { Graphemes } from "../../text/grapheme.ts";
import { Words } from "../../text/words.ts";

/** A word, or a character that belongs to none: a half-open stretch of a source's text in code points. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether a block begins with it. */
  readonly isFirst: boolean;
}

/** The tokens of a source in reading order: the words as its language has them, and each character between that is no blank. */
export function tokensOf(source: Source): readonly Token[] {
  const points = codePointsOf(source);
  const whole: Pick<Block, "start" | "end"> = { start: 0, end: points.length };
  return (source.blocks.length > 0 ? source.blocks : [whole]).flatMap(({ start, end }) => {
    const origin = points.toUtf16(start);
    const text = points.slice(start, end);
    return stretchesIn(text, source.language).map(([from, to], i) => ({
      text: text.slice(from, to).replace(/[\s\p{Cc}]/gu, "_"),
      start: points.fromUtf16(origin + from),
      end: points.fromUtf16(origin + to),
      isFirst: i === 0,
    }));
  });
}

type Stretch = readonly [start: number, end: number];

function stretchesIn(text: string, language: string): readonly Stretch[] {
  const words = new Words(text, language);
  const graphemes = new Graphemes(text);
  const stretches: Stretch[] = [];
  let reached = 0;
  for (let word = words.after(0); word; word = words.after(reached)) {
    stretches.push(...charactersIn(text, graphemes, reached, word.start), [word.start, word.end]);
    reached = word.end;
  }
  return [...stretches, ...charactersIn(text, graphemes, reached, text.length)];
}

function charactersIn(text: string, graphemes: Graphemes, start: number, end: number): readonly Stretch[] {
  const characters: Stretch[] = [];
  for (let at = start; at < end; ) {
    const to = Math.min(end, graphemes.at(at)?.end ?? end);
    if (withoutBlankEnds(text, at, to)) characters.push([at, to]);
    at = to;
  }
  return characters;
}
