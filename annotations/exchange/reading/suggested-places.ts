import { MarkId, newId, SourceId } from "../../model/id.ts";
import type { Range } from "../../model/range.ts";
import type { Source } from "../../model/source.ts";
import { plainSearch } from "../../search/plain-search.ts";
import { similarPassages } from "../../search/similar.ts";
import { rangeAt } from "../../text/selector.ts";

/** How many places are suggested at most. */
const MOST = 12;

/**
 * Where a passage that is not in a text word by word might stand there: where the words stand when case and accents are
 * folded, then the sentences that are most like it. `words` may be what a person typed.
 */
export function suggestedPlaces(source: Source, words: string): readonly Range[] {
  if (words.trim() === "") return [];
  const query = { words, matchCase: false, wholeWords: false, expression: false };
  const literal = plainSearch(source, query).hits.slice(0, MOST);
  const places = [...literal.map(({ start, end }) => rangeAt(source, start, end)), ...likeliest(source, words)];
  return [...new Map(places.map((range) => [`${range.start} ${range.end}`, range])).values()].slice(0, MOST);
}

function likeliest(source: Source, words: string): readonly Range[] {
  const range: Range = { start: 0, end: 1, quote: words, prefix: "x", suffix: "" };
  const mark = {
    id: newId(MarkId),
    sourceId: newId(SourceId),
    ranges: [range],
    tags: [],
    createdAt: "1970-01-01T00:00:00Z",
  };
  return similarPassages(mark, [source]).map((passage) => passage.range);
}
