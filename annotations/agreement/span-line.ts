import { z } from "zod";
import { type LineReading, shown, unusable } from "./line-reading.ts";
import type { Span } from "./span.ts";
import type { MarkedText } from "./span-report.ts";

/** Pairs of analysts grow with the square of their number. */
const MOST_ANALYSTS = 100;
const LONGEST_TEXT = 1_000_000_000;

/** What analysts have marked in one text, as programs write it. A long list is looked at up to its first fault only. */
const SpanLine = z.object({
  name: z.string().optional(),
  length: z.int().min(0).max(LONGEST_TEXT),
  annotations: z.custom<Readonly<Record<string, readonly Span[]>>>(isAnnotations),
});

function isAnnotations(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const lists = Object.values(value);
  return lists.length <= MOST_ANALYSTS && lists.every((list) => Array.isArray(list) && list.every(isSpan));
}

function isSpan(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { start, end, label } = value as Record<string, unknown>;
  return typeof start === "number" && typeof end === "number" && typeof label === "string";
}

const FORM = {
  name: '"name" must be a text',
  length: `"length" must be a whole number from 0 to ${LONGEST_TEXT}, the characters of the text`,
  annotations:
    `"annotations" must have for each of at most ${MOST_ANALYSTS} analysts a list of spans, ` +
    'each with a number "start", a number "end" and a text "label"',
};

/** The spans of a text, with the name that it has. */
export interface SpanInput {
  readonly name: string | undefined;
  readonly text: MarkedText;
}

/** Takes spans from a parsed JSON value. */
export function readSpans(value: unknown): LineReading<SpanInput> {
  const parsed = SpanLine.safeParse(value);
  if (!parsed.success) return unusable(parsed.error, FORM);
  const { name, length } = parsed.data;
  const annotations = new Map(Object.entries(parsed.data.annotations));
  const reason = wrongSpan(length, annotations);
  return reason === undefined ? { ok: true, input: { name, text: { length, annotations } } } : { ok: false, reason };
}

function wrongSpan(length: number, annotations: ReadonlyMap<string, readonly Span[]>): string | undefined {
  for (const [analyst, spans] of annotations) {
    for (const [i, { start, end }] of spans.entries()) {
      if (Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= length) continue;
      const where = `annotations[${shown(analyst)}][${i}] goes from ${start} to ${end}`;
      return `${where}, and must have whole numbers with 0 <= start < end <= ${length}`;
    }
  }
  return undefined;
}
