import { monthNumber } from "../intake/month.ts";
import type { DateBounds } from "./bounds.ts";
import { firstDay, isDay } from "./calendar.ts";
import { matchAt } from "./match-at.ts";
import { unitAt } from "./unit.ts";

/** What a text says of when, without the words themselves, and where that ends (UTF-16). */
export interface DateReading {
  readonly value: DateBounds & { readonly kind: "date" };
  readonly end: number;
}

/** As much of a date as stands in one place. */
interface Point {
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  readonly end: number;
}

type Sense = "after" | "since" | "before" | "until" | "about";

const BEFORE: readonly (readonly [Sense, RegExp])[] = [
  ["after", /(?:after|après)\s+/iuy],
  ["since", /(?:since|depuis|starting|from)\s+(?:on\s+)?/iuy],
  ["before", /(?:before|prior to|avant)\s+/iuy],
  ["until", /(?:until|till|up to|by|jusqu[’']en|jusqu[’']au)\s+/iuy],
  ["about", /(?:about|around|circa|ca\.|c\.|environ|vers|~|≈)\s*/iuy],
];

const OPENERS: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:between|entre)\s+/iuy, /\s+(?:and|et)\s+/iuy],
  [/(?:from|du|de)\s+/iuy, /\s*[–—-]\s*|\s+(?:to|until|au|à)\s+/iuy],
  [/(?=[\s\S])/uy, /\s*[–—-]\s*|\s+(?:to|au|à)\s+/iuy],
];

const JOINED = /,?\s+(?:and|but|et|mais)\s+/iuy;
const ARTICLE = /(?:(?:the|le|la)\s+)?/iuy;
const PART = /(?:(?:early|mid|late|début|mi|fin)(?:[\s-]+|\s+de\s+)|(?:(?:beginning|start|middle|end)\s+of\s+))/iuy;
const ISO = /(\d{4})-(\d{2})(?:-(\d{2}))?(?![\d-])/uy;
const DAY = /(\d{1,2})(?:st|nd|rd|th|er)?(?!\d|[.,:]\d|[\s\u00a0]\d{3}(?!\d)|\p{L}|%)/iuy;
const BLANK = /\s+(?:(?:of|de|the)\s+)?/iuy;
const MONTH = /(\p{L}+)(?:\.(?=,?\s+\d))?(?!\p{L})/uy;
const YEAR = /,?\s+(?:(?:of|de)\s+)?(\d{4})(?!\d|[.,]\d)/iuy;
const BARE_YEAR = /(1[89]\d{2}|20\d{2})(?![\p{L}\d%]|[.,]\d|-\d\d(?!\d))/uy;
const BEFORE_YEAR = /(?:^|\P{L})(?:in|since|until|of|by|en|depuis|early|mid|late|fin|début)[\s-]+$/iu;
const DASH = /\s*[–—-]\s*\d/uy;

/**
 * The date or time that begins at `at` (UTF-16), or null. Where no year is said, it is the latest that lies not after
 * `written`, the day on which the text was published, if that is known.
 */
export function dateAt(text: string, at: number, written = ""): DateReading | null {
  return spanAt(text, at, written) ?? boundsAt(text, at, written);
}

/** "27–31 March 2022", "between March and May 2022". */
function spanAt(text: string, at: number, written: string): DateReading | null {
  const about = matchAt(/(?:about|around|environ)\s+/iuy, text, at)?.[0] ?? "";
  for (const [opener, joint] of OPENERS) {
    const opened = matchAt(opener, text, at + about.length);
    const first = opened && pointAt(text, at + about.length + opened[0].length);
    const joined = first && matchAt(joint, text, first.end);
    const second = first && joined && pointAt(text, first.end + joined[0].length);
    const whole = first && second && withYearBehind(text, first, second);
    const span = whole && (whole.month !== undefined || isYear(text, at, whole)) && spanOf(first, whole, written);
    if (span) return { ...span, value: { ...span.value, ...(about ? { approximate: true } : {}) } };
  }
  return null;
}

/** "March 27–31, 2022" has its year behind a day alone. */
function withYearBehind(text: string, first: Point, second: Point): Point {
  if (second.month !== undefined || second.year !== undefined) return second;
  const year = matchAt(YEAR, text, second.end);
  const point = { ...second, month: first.month };
  return year ? { ...point, year: Number(year[1]), end: second.end + year[0].length } : point;
}

function spanOf(first: Point, second: Point, written: string): DateReading | null {
  if (second.month === undefined && second.year === undefined) return null;
  const to = dateOf(second, written);
  const month = first.month ?? (first.day === undefined ? undefined : second.month);
  const year = first.year ?? (to === null ? undefined : Number(to.slice(0, 4)));
  const from = dateOf({ ...first, month, year }, written);
  if (from === null || to === null || firstDay(from) > firstDay(to)) return null;
  return { value: { kind: "date", from, to }, end: second.end };
}

/** "27 March 2022", "since March 2022", "after 2019 and before May 2022". */
function boundsAt(text: string, at: number, written: string): DateReading | null {
  const first = boundAt(text, at, written);
  if (first?.value.to !== "") return first;
  const joint = matchAt(JOINED, text, first.end);
  const second = joint && boundAt(text, first.end + joint[0].length, written);
  if (second?.value.from !== "" || firstDay(first.value.from) > firstDay(second.value.to)) return first;
  return { value: { ...first.value, ...second.value, from: first.value.from }, end: second.end };
}

/** One end of a time, or a date. Without day and year, "may" and "march" are no months. */
function boundAt(text: string, at: number, written: string): DateReading | null {
  const { senses, end } = sensesAt(text, at);
  const point = pointAt(text, end);
  const ends = senses.filter((sense) => sense !== "about");
  const isWord =
    point?.year === undefined && point?.day === undefined && /(?:^|\s)\p{Ll}\S*$/u.test(text.slice(end, point?.end));
  const isDate = point && !isWord && (point.month !== undefined || ends.length > 0 || isYear(text, at, point));
  const date = isDate ? dateOf(point, written) : null;
  if (!point || date === null || ends.length > 1) return null;
  const approximate = senses.includes("about") ? { approximate: true } : {};
  return { value: { kind: "date", ...endsOf(date, ends[0]), ...approximate }, end: point.end };
}

function endsOf(date: string, sense: Sense | undefined) {
  switch (sense) {
    case "after":
      return { from: date, to: "", fromExcluded: true };
    case "since":
      return { from: date, to: "" };
    case "before":
      return { from: "", to: date, toExcluded: true };
    case "until":
      return { from: "", to: date };
    default:
      return { from: date, to: date };
  }
}

/** Whether what begins at `at` (UTF-16) belongs to a date that begins before: the month behind a day, the day or year behind a month. */
export function continuesDate(text: string, at: number): boolean {
  const [, before = ""] =
    /(\p{L}+|\d{1,2}(?:st|nd|rd|th|er)?)\.?,?\s+(?:of\s+|de\s+)?$/iu.exec(text.slice(Math.max(0, at - 24), at)) ?? [];
  if (/^\d/.test(before)) return monthAt(text, at) !== null;
  return (
    monthNumber(before.toLowerCase()) !== undefined &&
    /^(?:\d{1,2}|(?:18|19|20)\d\d)(?!\d)/.test(text.slice(at, at + 5))
  );
}

/** What may be a year is a number where something is counted: "2000 people", not "in 2000 people". */
function isYear(text: string, at: number, { end, year }: Point): boolean {
  if (year === undefined) return false;
  if (BEFORE_YEAR.test(text.slice(Math.max(0, at - 9), at))) return true;
  return unitAt(text, end).unit === "" && !matchAt(DASH, text, end);
}

function sensesAt(text: string, at: number): { readonly senses: readonly Sense[]; readonly end: number } {
  const senses: Sense[] = [];
  let end = at;
  for (let i = 0; i < 2; i++) {
    for (const [sense, pattern] of BEFORE) {
      const found = matchAt(pattern, text, end);
      if (!found) continue;
      senses.push(sense);
      end += found[0].length;
      break;
    }
  }
  return { senses, end };
}

/** A day, a month, a year, or several of them in any usual order. */
function pointAt(text: string, at: number): Point | null {
  const start = at + lengthAt(ARTICLE, text, at);
  const inner = start + lengthAt(PART, text, start);
  return isoAt(text, at) ?? dayFirstAt(text, start) ?? monthFirstAt(text, inner) ?? yearAt(text, inner);
}

function isoAt(text: string, at: number): Point | null {
  const found = matchAt(ISO, text, at);
  if (!found) return null;
  const [whole, year, month, day] = found;
  const point = { year: Number(year), month: Number(month), end: at + whole.length };
  return day === undefined ? point : { ...point, day: Number(day) };
}

function dayFirstAt(text: string, at: number): Point | null {
  const day = matchAt(DAY, text, at);
  if (!day) return null;
  const point = { day: Number(day[1]), end: at + day[0].length };
  const month = monthAt(text, point.end + lengthAt(BLANK, text, point.end));
  return month ? withYear(text, { ...point, ...month }) : point;
}

function monthFirstAt(text: string, at: number): Point | null {
  const month = monthAt(text, at);
  if (!month) return null;
  const blank = lengthAt(BLANK, text, month.end);
  const day = blank === 0 ? null : matchAt(DAY, text, month.end + blank);
  if (!day) return withYear(text, month);
  return withYear(text, { ...month, day: Number(day[1]), end: month.end + blank + day[0].length });
}

function yearAt(text: string, at: number): Point | null {
  const year = matchAt(BARE_YEAR, text, at);
  return year && { year: Number(year[1]), end: at + year[0].length };
}

function monthAt(text: string, at: number): { readonly month: number; readonly end: number } | null {
  const found = matchAt(MONTH, text, at);
  const month = found && monthNumber((found[1] ?? "").toLowerCase());
  return month ? { month, end: at + found[0].length } : null;
}

function withYear(text: string, point: Point): Point {
  const year = matchAt(YEAR, text, point.end);
  return year ? { ...point, year: Number(year[1]), end: point.end + year[0].length } : point;
}

/** The date in ISO 8601 if the calendar has it and its year is known. */
function dateOf({ year, month, day }: Omit<Point, "end">, written: string): string | null {
  const known = year ?? yearBefore(month, day, written);
  if (known === null) return null;
  const parts = [String(known), ...(month === undefined ? [] : [two(month)]), ...(day === undefined ? [] : [two(day)])];
  const date = parts.join("-");
  return month === undefined && day !== undefined ? null : isDay(date) ? date : null;
}

/** The latest year in which a month, or a day in it, is not after the publication. */
function yearBefore(month: number | undefined, day: number | undefined, written: string): number | null {
  if (written === "" || month === undefined) return null;
  const year = Number(written.slice(0, 4));
  const then = [String(year), two(month), ...(day === undefined ? [] : [two(day)])].join("-");
  return then.slice(0, written.length) > written.slice(0, then.length) ? year - 1 : year;
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  return matchAt(pattern, text, at)?.[0].length ?? 0;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
