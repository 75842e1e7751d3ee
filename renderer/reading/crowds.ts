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
  /** Where each piece begins that is being painted by itself. */
  const begun = new Map<Single, number>();
  const finish = (piece: Single, end: number) => {
    const start = begun.get(piece);
    if (start !== undefined) singles.push({ laned: piece.laned, start, end });
    begun.delete(piece);
  };
  let over: readonly Single[] = [];
  let next = 0;
  let at = pieces[0]?.start ?? 0;
  while (over.length > 0 || next < pieces.length) {
    for (const piece of over) if (piece.end <= at) finish(piece, at);
    const still = over.filter(({ end }) => end > at);
    const first = next;
    while ((pieces[next]?.start ?? Number.POSITIVE_INFINITY) <= at) next++;
    over = [...still, ...pieces.slice(first, next)];
    const end = Math.min(pieces[next]?.start ?? Number.POSITIVE_INFINITY, ...over.map((piece) => piece.end));
    if (over.length < CROWD) {
      for (const piece of over) if (!begun.has(piece)) begun.set(piece, at);
    } else {
      for (const piece of over) finish(piece, at);
      crowds.push({ over: over.map(({ laned }) => laned), start: at, end });
    }
    if (end === Number.POSITIVE_INFINITY) break;
    at = end;
  }
  return { singles, crowds };
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
