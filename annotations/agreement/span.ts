/** A marked stretch of a text: half-open offsets with start < end, and what it is marked as. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** What one analyst has marked in a text, by label; what is there twice counts once. */
export type Layer = ReadonlyMap<string, Marked>;

/** What one analyst has marked with one label. */
export interface Marked {
  /** By start, then by end. */
  readonly spans: readonly Span[];
  /** The same characters in as few spans as possible, in their order; no two of them overlap or touch. */
  readonly united: readonly Span[];
}

/** The layer of an analyst who has marked these spans. */
export function layerOf(spans: readonly Span[]): Layer {
  const byLabel = new Map<string, Span[]>();
  for (const span of spans) {
    const group = byLabel.get(span.label);
    if (group) group.push(span);
    else byLabel.set(span.label, [span]);
  }
  return new Map([...byLabel].map(([label, some]) => [label, marked(some)]));
}

function marked(some: readonly Span[]): Marked {
  const sorted = some.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const spans = sorted.filter(({ start, end }, i) => start !== sorted[i - 1]?.start || end !== sorted[i - 1]?.end);
  return { spans, united: united(spans) };
}

function united(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last === undefined || last.end < span.start) result.push(span);
    else if (last.end < span.end) result[result.length - 1] = { ...last, end: span.end };
  }
  return result;
}

/** How many characters spans have that do not overlap. */
export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
