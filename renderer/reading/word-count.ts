import { segmentsOf } from "../../annotations/text/segments.ts";

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });
const counts = new WeakMap<object, number>();

/** How many words a text has, by Unicode word boundaries, so that languages without blanks count too. */
export function wordCount(source: { readonly text: string }): number {
  const known = counts.get(source);
  if (known !== undefined) return known;
  let count = 0;
  for (const { isWordLike } of segmentsOf(segmenter, source.text)) if (isWordLike) count++;
  counts.set(source, count);
  return count;
}
