/** A stretch of a text with its label. */
export interface LabelledSpan {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

type Piece = readonly [number, number];

/** The stretches of one label that are one mark. */
export interface Pieces {
  readonly label: string;
  readonly stretches: readonly Piece[];
}

/** The spans as marks. Those that a group names become one, as long as all of them are still there as they were. */
export function joinedPieces(
  spans: readonly LabelledSpan[],
  groups: readonly Pieces[],
): readonly { readonly label: string; readonly ranges: readonly Piece[] }[] {
  const left = new Map<string, number>();
  for (const { label, start, end } of spans) {
    const key = keyOf(label, [start, end]);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  const whole = groups.filter(({ label, stretches }) => taken(left, label, stretches));
  const single = spans.flatMap(({ label, start, end }) => {
    return taken(left, label, [[start, end]]) ? [{ label, ranges: [[start, end] as const] }] : [];
  });
  return [...whole.map(({ label, stretches }) => ({ label, ranges: stretches })), ...single];
}

/** Takes the pieces away where all of them are left, and says whether they were. */
function taken(left: Map<string, number>, label: string, pieces: readonly Piece[]): boolean {
  const keys = pieces.map((piece) => keyOf(label, piece));
  if (new Set(keys).size < keys.length || keys.some((key) => (left.get(key) ?? 0) === 0)) return false;
  for (const key of keys) left.set(key, (left.get(key) ?? 0) - 1);
  return true;
}

function keyOf(label: string, [start, end]: Piece): string {
  return `${start} ${end} ${label}`;
}
