import { segmentsOf } from "./segments.ts";

const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** How many words a text has, by Unicode word boundaries, so that languages without blanks count too. */
export function wordCount(text: string): number {
  let count = 0;
  for (const { isWordLike } of segmentsOf(segmenter, text)) if (isWordLike) count++;
  return count;
}
