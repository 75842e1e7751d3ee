import type { LanedMark } from "./mark-index.ts";

/** A stretch of a text in code points and a mark that is over all of it. */
export interface Single {
  readonly laned: LanedMark;
  readonly start: number;
  readonly end: number;
}

/** A stretch with the same marks over all of it, and more of them than are painted one inside the other. */
export interface Crowd {
  /** In the order in which they begin; the last one is the innermost. */
  readonly over: readonly LanedMark[];
  readonly start: number;
  readonly end: number;
}

/** From how many marks over one place on these are painted as one element. */
const CROWD = 3;

/**
 * Tells the stretches of `within` that crowds of marks are over from those where a mark is painted by itself. Where many
 * overlap, an element for each mark in each stretch would be several times as many elements as there are stretches.
 */
export function crowdsIn(
  within: { readonly start: number; readonly end: number },
  marks: readonly LanedMark[],
): { readonly singles: readonly Single[]; readonly crowds: readonly Crowd[] } {
  const pieces = marks.flatMap((laned) => piecesIn(within, laned)).sort((a, b) => a.start - b.start || a.end - b.end);
  if (pieces.length < CROWD) return { singles: pieces, crowds: [] };
  const singles: Single[] = [];
  const crowds: Crowd[] = [];
  /** The pieces that are being painted by themselves, and from where on. */
  let alone: ReadonlyMap<Single, number> = new Map();
  for (const { over, start, end } of stretchesOf(pieces)) {
    const isCrowd = over.length >= CROWD;
    const before = alone;
    alone = new Map(isCrowd ? [] : over.map((piece) => [piece, before.get(piece) ?? start]));
    for (const [piece, begun] of before) {
      if (!alone.has(piece)) singles.push({ laned: piece.laned, start: begun, end: Math.min(piece.end, start) });
    }
    if (isCrowd) crowds.push({ over: over.map(({ laned }) => laned), start, end });
  }
  return { singles, crowds };
}

interface Stretch {
  readonly over: readonly Single[];
  readonly start: number;
  readonly end: number;
}

/** From one end of a piece to the next, with the pieces over all of it, one after the other up to an empty last one. */
function* stretchesOf(pieces: readonly Single[]): Generator<Stretch> {
  const nextStart = () => pieces[next]?.start ?? Number.POSITIVE_INFINITY;
  let next = 0;
  let over: readonly Single[] = [];
  let start = nextStart();
  while (start < Number.POSITIVE_INFINITY) {
    const first = next;
    while (nextStart() <= start) next++;
    const begun = start;
    over = [...over.filter((piece) => piece.end > begun), ...pieces.slice(first, next)];
    const end = Math.min(nextStart(), ...over.map((piece) => piece.end));
    yield { over, start, end };
    start = end;
  }
}

/** The pieces of a mark as far as they lie in a stretch. */
export function piecesIn(
  within: { readonly start: number; readonly end: number },
  laned: LanedMark,
): readonly Single[] {
  return laned.mark.ranges.flatMap((range) => {
    const [start, end] = [Math.max(range.start, within.start), Math.min(range.end, within.end)];
    return start < end ? [{ laned, start, end }] : [];
  });
}
