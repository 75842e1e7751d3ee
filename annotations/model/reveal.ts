import { z } from "zod";
import { SourceId } from "./id.ts";
import { compareText } from "./order.ts";
import { Timestamp } from "./timestamp.ts";

/**
 * The moment at which an analyst chose to see what others had marked in a source. It stays for good: what has been seen
 * cannot be unseen, whatever becomes of the analyst's marks.
 */
export const Reveal = z.looseObject({ sourceId: SourceId, at: Timestamp });
export type Reveal = Readonly<z.infer<typeof Reveal>>;

/** Which of two records of one source counts: more than 0 where `theirs` is the earlier one, less where `ours` is. */
export function earlierReveal(ours: Reveal, theirs: Reveal): number {
  return Date.parse(ours.at) - Date.parse(theirs.at);
}

/** All that either list records, for each source the first time, in the order of the sources. */
export function allReveals(ours: readonly Reveal[], theirs: readonly Reveal[]): readonly Reveal[] {
  const first = new Map<SourceId, Reveal>();
  for (const reveal of [...ours, ...theirs]) {
    const known = first.get(reveal.sourceId);
    if (!known || earlierReveal(known, reveal) > 0) first.set(reveal.sourceId, reveal);
  }
  return [...first.values()].sort((a, b) => compareText(a.sourceId, b.sourceId));
}
