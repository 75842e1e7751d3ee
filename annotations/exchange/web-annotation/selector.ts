import { z } from "zod";
import type { ReadRange } from "../reading/read-annotations.ts";

/** The stretch that selectors mean, or why it cannot be known without the page itself. */
export type Selected =
  | { readonly kind: "range"; readonly range: ReadRange }
  | { readonly kind: "unsupported"; readonly reason: string };

const Position = z.looseObject({ type: z.literal("TextPositionSelector"), start: z.number(), end: z.number() });

const Quote = z.looseObject({
  type: z.literal("TextQuoteSelector"),
  exact: z.string(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
});

const Refined = z.looseObject({ refinedBy: z.unknown().optional() });

const RangeSelector = z.looseObject({
  type: z.literal("RangeSelector"),
  startSelector: z.unknown().optional(),
  endSelector: z.unknown().optional(),
});

/** How deep selectors may refine each other. */
const DEEPEST = 8;

/**
 * The stretch of several selectors of the same segment: the first position and the first quote among them. Selectors that need
 * the page itself (XPath, CSS, fragments) are passed over when another one can be read.
 */
export function selected(selector: unknown, depth = 0): Selected {
  const selectors = Array.isArray(selector) ? selector : [selector];
  if (selectors.length === 0) return unsupported("it has no selector");
  if (depth > DEEPEST) return unsupported("its selectors refine each other too deeply");
  const read = selectors.map((one) => selectedByOne(one, depth));
  const ranges = read.flatMap((one) => (one.kind === "range" ? [one.range] : []));
  if (ranges.length === 0) return read[0] ?? unsupported("it has no selector");
  const quoted = ranges.find(({ quote }) => quote !== undefined);
  const placed = ranges.find(({ position }) => position !== undefined);
  return { kind: "range", range: { ...quoted, ...(placed?.position && { position: placed.position }) } };
}

function selectedByOne(selector: unknown, depth: number): Selected {
  const own = ownStretch(selector, depth);
  const refined = Refined.safeParse(selector);
  if (!refined.success || refined.data.refinedBy === undefined) return own;
  const inner = selected(refined.data.refinedBy, depth + 1);
  return inner.kind === "range" ? within(own, inner.range) : inner;
}

function ownStretch(selector: unknown, depth: number): Selected {
  if (typeof selector === "string") return unsupported("its selector stands elsewhere");
  const position = Position.safeParse(selector);
  if (position.success) return placed(position.data.start, position.data.end);
  const quote = Quote.safeParse(selector);
  if (quote.success) {
    const { exact, prefix, suffix } = quote.data;
    const context = { ...(prefix !== undefined && { prefix }), ...(suffix !== undefined && { suffix }) };
    return { kind: "range", range: { quote: exact, ...context } };
  }
  const range = RangeSelector.safeParse(selector);
  return range.success
    ? between(range.data.startSelector, range.data.endSelector, depth)
    : unsupported(objection(selector));
}

/** From the beginning of the first segment up to the beginning of the second, which does not belong to it. */
function between(first: unknown, second: unknown, depth: number): Selected {
  const [from, to] = [selected(first, depth + 1), selected(second, depth + 1)];
  if (from.kind !== "range") return from;
  if (to.kind !== "range") return to;
  const [start, end] = [from.range.position, to.range.position];
  return start && end ? placed(start.start, end.start) : unsupported("a RangeSelector is read between positions only");
}

/** A refinement counts from the beginning of what it refines. */
function within(outer: Selected, inner: ReadRange): Selected {
  if (inner.quote !== undefined && !inner.position) return { kind: "range", range: inner };
  if (outer.kind !== "range" || !inner.position)
    return unsupported("it counts within a part of the page that only the page tells");
  const { start, end } = inner.position;
  const { position, quote } = outer.range;
  const context = inner.quote === undefined ? {} : inner;
  if (position) {
    const moved = placed(position.start + start, position.start + end);
    return moved.kind === "range" ? { kind: "range", range: { ...context, ...moved.range } } : moved;
  }
  const points = [...(quote ?? "")];
  if (!(start >= 0 && start < end && end <= points.length))
    return unsupported("it counts beyond the quote that it refines");
  const [before, after] = [points.slice(0, start).join(""), points.slice(end).join("")];
  return { kind: "range", range: { quote: points.slice(start, end).join(""), prefix: before, suffix: after } };
}

function placed(start: number, end: number): Selected {
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || start >= end) {
    return unsupported(`its place ${start}–${end} is none`);
  }
  return { kind: "range", range: { position: { start, end, unit: "code-point" } } };
}

const KNOWN = z.looseObject({ type: z.string() });

const NEED_PAGE = ["FragmentSelector", "CssSelector", "XPathSelector", "SvgSelector", "DataPositionSelector"];

function objection(selector: unknown): string {
  const known = KNOWN.safeParse(selector);
  if (!known.success) return "its selector has no type";
  const { type } = known.data;
  if (NEED_PAGE.includes(type)) return `a ${type} needs the page itself`;
  if (type === "TextPositionSelector") return "a TextPositionSelector needs a start and an end";
  if (type === "TextQuoteSelector") return "a TextQuoteSelector needs the exact quote";
  return `selectors of type ${JSON.stringify(type.slice(0, 60))} are not known`;
}

function unsupported(reason: string): Selected {
  return { kind: "unsupported", reason };
}
