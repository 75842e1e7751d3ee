import { expect, it } from "vitest";
import { SourceId } from "../model/id.ts";
import { knownId } from "../testing/known-id.ts";
import { Longest, MOST_PASSAGES } from "./longest.ts";

it("keeps the longest passages, in the order of their places, and counts the others", () => {
  const longest = new Longest();
  const count = 3 * MOST_PASSAGES;
  for (let i = 0; i < count; i++) {
    const equalWords = 10 + ((i * 7) % count);
    const place = { start: count - i, end: count - i + 1 };
    const [a, b] = [1, 2].map((n) => ({ ...place, source: knownId(SourceId, n) }));
    if (a && b) longest.add(equalWords, () => ({ a, b, words: equalWords, equalWords }));
  }
  const kept = longest.inPlace();
  expect(kept).toHaveLength(MOST_PASSAGES);
  expect(longest.leftOut).toBe(count - MOST_PASSAGES);
  expect(kept.every(({ equalWords }) => equalWords >= 10 + count - MOST_PASSAGES)).toBe(true);
  expect(kept.every(({ a }, i) => i === 0 || a.start > (kept[i - 1]?.a.start ?? 0))).toBe(true);
});
