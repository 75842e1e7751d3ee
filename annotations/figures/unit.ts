import { VALUE_LENGTHS } from "../model/value.ts";
import { matchAt } from "./match-at.ts";

const PER_CENT = /\s?%|\s?(?:per ?cent|pour ?cent)(?!\p{L})/iuy;
const WORD = /[\s\u00a0]+(?:(?:of|de|des|of the)\s+|d[’'])?(\p{L}[\p{L}\p{M}’'-]*)/iuy;
const MEASURE = /[\s\u00a0]?(km|kg|cm|mm|m|t|ha|mph|kmh)(?!\p{L})/uy;

/** What follows a number but is nothing that is counted. */
const STOPS: ReadonlySet<string> = new Set(
  `a an and are as at been but by did for from had has have he her his how if in into is it its killed more most of on or
   our over per she since so some than that the their them then there they this those to under up was we were what when
   where which while who will with would après au aux avant avec ce cette comme dans de des du elle en est et eu il ils la
   le les leur lors mais moins ne ni on ont ou où par pas pour qu que qui sa se ses si son sont sous sur tués un une y à
   été was dead wounded morts`.split(/\s+/),
);

const PLURALS = /(?:s|people|men|women|children|personnel|police|troops|gens|civils)$/iu;

interface Word {
  readonly word: string;
  readonly end: number;
}

/**
 * What is counted, as far as the words behind a number tell, and where it ends: the first of the next three words that
 * looks like a plural ("combat helicopters" are helicopters), or all that is left where that is little.
 */
export function unitAt(text: string, at: number): { readonly unit: string; readonly end: number } {
  const percent = matchAt(PER_CENT, text, at)?.[0];
  if (percent !== undefined) return { unit: "%", end: at + percent.length };
  const measure = matchAt(MEASURE, text, at);
  if (measure) return { unit: measure[1] ?? "", end: at + measure[0].length };
  const words = wordsAt(text, at);
  const plural = words.findIndex(({ word }) => PLURALS.test(word));
  if (plural !== -1) return compound(words.slice(plural));
  const last = words.at(-1);
  const isAll = last && text.slice(last.end).trim() === "";
  const unit = isAll ? words.map(({ word }) => word).join(" ") : "";
  return last && isAll && unit.length <= VALUE_LENGTHS.unit ? { unit, end: last.end } : { unit: "", end: at };
}

/** "rights violations" are no rights. */
function compound([first, second]: readonly Word[]): { readonly unit: string; readonly end: number } {
  const isOne = first && second && PLURALS.test(second.word);
  return isOne
    ? { unit: `${first.word} ${second.word}`, end: second.end }
    : { unit: first?.word ?? "", end: first?.end ?? 0 };
}

function wordsAt(text: string, at: number): readonly Word[] {
  const words: Word[] = [];
  let end = at;
  while (words.length < 3) {
    const found = matchAt(WORD, text, end);
    const word = found?.[1];
    if (!found || !word || STOPS.has(word.toLowerCase()) || word.length > VALUE_LENGTHS.unit) break;
    end += found[0].length;
    words.push({ word, end });
  }
  return words;
}
