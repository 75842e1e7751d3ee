import type { Tag } from "../model/tag.ts";
import { fold } from "../search/folding.ts";
import { FACETS, type Facet, facetValue, type ListedMark, type Names } from "./facets.ts";

/** What a list of marks is narrowed to. */
export interface MarkFilter {
  /** Each of these words must stand in the quote, a note, the speaker or the claim; case and accents do not count. */
  readonly words: string;
  /** The one value that a facet must have; a facet that is left out may have any. */
  readonly chosen: Readonly<Partial<Record<Facet, string>>>;
}

export const NO_FILTER: MarkFilter = { words: "", chosen: {} };

/** The marks that a filter lets through, and what choosing otherwise would find. */
export interface FilteredMarks {
  readonly marks: readonly ListedMark[];
  /** For each facet and value, how many marks there would be with that value chosen and all else as it is. */
  readonly counts: Readonly<Record<Facet, ReadonlyMap<string, number>>>;
}

/**
 * The marks that `filter` lets through, in their order. What is asked of a tag must hold for one and the same tag of a
 * mark: refuted C1 and supported C2 is no mark that refutes C2.
 */
export function filterMarks(all: readonly ListedMark[], filter: MarkFilter, names: Names): FilteredMarks {
  const wanted = wordsOf(filter.words);
  const marks: ListedMark[] = [];
  const counts = record(() => new Map<string, number>());
  for (const listed of all) {
    if (wanted.length > 0 && !hasAll(listed, wanted, names)) continue;
    const values = reachable(listed, filter, names);
    if (values.matches) marks.push(listed);
    for (const facet of FACETS) {
      for (const value of values.by[facet]) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    }
  }
  return { marks, counts };
}

/** Whether a mark fits, and for each facet the values with which it would. */
interface Reachable {
  matches: boolean;
  readonly by: Readonly<Record<Facet, Set<string>>>;
}

function reachable(listed: ListedMark, { chosen }: MarkFilter, names: Names): Reachable {
  const found: Reachable = { matches: false, by: record(() => new Set<string>()) };
  const { tags } = listed.mark;
  for (const tag of tags.length > 0 ? tags : [undefined]) addReachable(found, listed, tag, chosen, names);
  return found;
}

/** A tag that fits but for one facet would fit with another value of that one. */
function addReachable(
  found: Reachable,
  listed: ListedMark,
  tag: Tag | undefined,
  chosen: MarkFilter["chosen"],
  names: Names,
): void {
  const values = FACETS.map((facet) => ({ facet, value: facetValue(facet, listed, tag, names) }));
  const misfits = values.filter(({ facet, value }) => !fits(chosen[facet], value));
  if (misfits.length === 0) found.matches = true;
  if (misfits.length > 1) return;
  for (const { facet, value } of misfits.length === 0 ? values : misfits) found.by[facet].add(value);
}

function fits(wanted: string | undefined, value: string): boolean {
  return wanted === undefined || wanted === value;
}

function record<Value>(make: () => Value): Record<Facet, Value> {
  const made: Partial<Record<Facet, Value>> = {};
  for (const facet of FACETS) made[facet] = make();
  // Every facet has just been given its value.
  return made as Record<Facet, Value>;
}

function wordsOf(words: string): readonly string[] {
  return fold(words, false)
    .text.split(" ")
    .filter((word) => word !== "");
}

const folded = new WeakMap<ListedMark["mark"], string>();

/** What the analyst and the article wrote at a mark, folded once for each mark. */
function textOf({ mark }: ListedMark): string {
  const known = folded.get(mark);
  if (known !== undefined) return known;
  const notes = mark.tags.flatMap((tag) => [tag.speaker, tag.note, tag.value?.words ?? ""]);
  const text = fold([...mark.ranges.map(({ quote }) => quote), mark.note ?? "", ...notes].join("\n"), false).text;
  folded.set(mark, text);
  return text;
}

function hasAll(listed: ListedMark, wanted: readonly string[], names: Names): boolean {
  const text = textOf(listed);
  const missing = wanted.filter((word) => !text.includes(word));
  if (missing.length === 0) return true;
  const claims = fold(listed.mark.tags.map(({ claimId }) => names.claimWords(claimId)).join("\n"), false).text;
  return missing.every((word) => claims.includes(word));
}
