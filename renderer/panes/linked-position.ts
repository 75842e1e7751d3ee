/** Where a text can be scrolled to, and where it stands when its passages are at the common height; all in pixels. */
export interface Track {
  /** The last scroll position. */
  readonly end: number;
  /** Ascending scroll positions of the passages, by their number. */
  readonly stops: readonly number[];
}

/**
 * The scroll position in `to` that belongs to `position` in `from`: passage stands beside passage, beginning beside
 * beginning and end beside end, and between them the same share of the way. Passages that only one text has do not count.
 */
export function linkedPosition(from: Track, to: Track, position: number): number {
  const amount = Math.min(from.stops.length, to.stops.length);
  const here = fence(from, amount);
  const there = fence(to, amount);
  const next = here.findIndex((stop, i) => i > 0 && position <= stop);
  const i = next === -1 ? here.length - 1 : next;
  const [start = 0, end = 0] = [here[i - 1], here[i]];
  const [otherStart = 0, otherEnd = 0] = [there[i - 1], there[i]];
  const share = end > start ? Math.max(0, Math.min(1, (position - start) / (end - start))) : 0;
  return otherStart + share * (otherEnd - otherStart);
}

/** The stops between beginning and end, none before its predecessor. */
function fence({ end, stops }: Track, amount: number): readonly number[] {
  const fences = [0];
  for (const stop of stops.slice(0, amount)) fences.push(Math.max(fences.at(-1) ?? 0, Math.min(stop, end)));
  return [...fences, end];
}
