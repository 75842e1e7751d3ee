import type { SourceId } from "../../annotations/model/id.ts";
import type { Source } from "../../annotations/model/source.ts";
import { MOST_SOURCES } from "../../annotations/shared-passages/fingerprint-index.ts";
import type { Passage } from "../../annotations/shared-passages/passage.ts";
import type { PassagePair } from "../../annotations/shared-passages/passage-pairs.ts";
import type { LeftOut, SharedPassage } from "../../annotations/shared-passages/shared-passage.ts";
import { codePointsOf } from "../../annotations/text/code-points.ts";
import { type LetteredSource, lettered } from "./source-letters.ts";
import { plainText, textTable } from "./text-table.ts";

/** So many characters of a passage are quoted; articles that are copies would be printed once for every pair of them. */
const LONGEST_QUOTE = 500;

type Letters = ReadonlyMap<SourceId, LetteredSource>;

/** What articles share as text for a terminal: the articles by letter, then every pair with its passages. */
export function sharedPassagesText(
  title: string,
  sources: readonly Source[],
  pairs: readonly PassagePair[],
  leftOut: LeftOut,
): string {
  const letters: Letters = new Map(lettered(sources).map((one) => [one.source.id, one]));
  const named = new Set([...pairs.flatMap(({ a, b }) => [a.id, b.id]), ...leftOut.common.map(({ source }) => source)]);
  const legend = [...letters.values()].filter(({ source }) => named.has(source.id));
  const total = pairs.reduce((sum, { passages }) => sum + passages.length, 0);
  return [
    `${plainText(title)}: ${counted(total, "shared passage")} in ${counted(pairs.length, "pair")} of articles\n`,
    ...(legend.length > 0 ? [textTable(legend.map(({ letter, name }) => [letter, name]))] : []),
    ...pairs.map((pair) => pairText(pair, letters)),
    ...leftOutText(leftOut, letters),
  ].join("\n");
}

function pairText({ a, b, passages }: PassagePair, letters: Letters): string {
  const heading = `${letters.get(a.id)?.letter} and ${letters.get(b.id)?.letter}: ${counted(passages.length, "passage")}\n`;
  return heading + passages.map((passage) => passageText(passage, letters)).join("");
}

function passageText({ a, b, words, equalWords }: SharedPassage, letters: Letters): string {
  const equality = equalWords === words ? "all" : String(equalWords);
  return `  ${counted(words, "word")}, ${equality} equal\n${[a, b].map((place) => placeText(place, letters)).join("")}`;
}

function placeText(place: Passage, letters: Letters): string {
  const named = letters.get(place.source);
  if (!named) return "";
  return `    ${named.letter} ${place.start}-${place.end}  ${plainText(quoteOf(named.source, place))}\n`;
}

function leftOutText({ common, passages, repeatedPlaces }: LeftOut, letters: Letters): readonly string[] {
  const texts: string[] = [];
  if (common.length > 0) {
    const places = common.map((one) => `  in at least ${one.sources} articles\n${placeText(one, letters)}`);
    texts.push(`Not compared, since more than ${MOST_SOURCES} articles have it:\n${places.join("")}`);
  }
  if (passages > 0)
    texts.push(`Not listed: ${counted(passages, "more shared passage")}, not longer than those above.\n`);
  if (repeatedPlaces > 0) {
    texts.push(`Not compared: ${counted(repeatedPlaces, "place")} at which an article repeats itself over and over.\n`);
  }
  return texts;
}

/** The same as a value for machines. Places are half-open and in code points. */
export function sharedPassagesJson(
  title: string,
  leastWords: number,
  sources: readonly Source[],
  pairs: readonly PassagePair[],
  { common, ...leftOut }: LeftOut,
): unknown {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const placeJson = (place: Passage) => {
    const source = byId.get(place.source);
    return { start: place.start, end: place.end, quote: source ? quoteOf(source, place) : "" };
  };
  return {
    title,
    leastWords,
    sources: sources.map(({ id, title, outlet, author, date }) => ({ id, title, outlet, author, date })),
    pairs: pairs.map(({ a, b, passages }) => ({
      a: a.id,
      b: b.id,
      passages: passages.map(({ words, equalWords, ...places }) => ({
        ...{ words, equalWords, a: placeJson(places.a), b: placeJson(places.b) },
      })),
    })),
    leftOut: {
      ...leftOut,
      common: common.map(({ words, sources, ...place }) => ({
        ...{ source: place.source, words, sources, ...placeJson(place) },
      })),
    },
  };
}

/** The words of a passage; of a long one the beginning. */
function quoteOf(source: Source, { start, end }: Passage): string {
  const points = codePointsOf(source);
  return end - start <= LONGEST_QUOTE ? points.slice(start, end) : `${points.slice(start, start + LONGEST_QUOTE)}…`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
