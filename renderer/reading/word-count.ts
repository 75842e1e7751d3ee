import { useEffect, useState } from "react";
import type { Source } from "../../annotations/model/source.ts";
import { segmentsOf } from "../../annotations/text/segments.ts";
import { wordCount } from "../../annotations/text/word-count.ts";
import { whenIdle } from "../controls/when-idle.ts";

type Text = Pick<Source, "text" | "blocks">;

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/** By the blocks, which stay the same list while a source's details are corrected. */
const counts = new WeakMap<Source["blocks"], number>();

/** Up to this length, in UTF-16 units, a text is counted at once. */
const SHORT = 20_000;

/** How many words and blanks of a longer text are counted before the page gets its turn. */
const AT_ONCE = 10_000;

/**
 * How many words a text has, by Unicode word boundaries, so that languages without blanks count too. A long text is
 * counted in the pauses of the page; null until that is done.
 */
export function useWordCount(source: Text): number | null {
  const { text, blocks } = source;
  const [, tell] = useState<number>();
  useEffect(() => (counts.has(blocks) ? undefined : countInPauses({ text, blocks }, tell)), [text, blocks]);
  if (text.length <= SHORT && !counts.has(blocks)) counts.set(blocks, wordCount(text));
  return counts.get(blocks) ?? null;
}

/** Counts the words of a text and tells how many they are, unless the returned function is called before. */
function countInPauses({ text, blocks }: Text, tell: (count: number) => void): () => void {
  const segments = segmentsOf(segmenter, text);
  let count = 0;
  let stop = whenIdle(go);
  function go(): void {
    for (let i = 0; i < AT_ONCE; i++) {
      const { value, done } = segments.next();
      if (done) {
        counts.set(blocks, count);
        tell(count);
        return;
      }
      if (value.isWordLike) count++;
    }
    stop = whenIdle(go);
  }
  return () => stop();
}
