import { monthNumber } from "../intake/month.ts";
import { type Amount, amountAt, sharingTimes } from "./amount.ts";
import type { NumberBounds } from "./bounds.ts";
import { matchAt } from "./match-at.ts";
import { unitAt } from "./unit.ts";

/** What a text says of how many, without the words themselves, and where that ends (UTF-16). */
export interface NumberReading {
  readonly value: NumberBounds & { readonly kind: "number"; readonly unit: string };
  readonly end: number;
}

type Sense = "over" | "from" | "under" | "to" | "about";

/** The words before a number that make it an end, or a guess. Each also in French. */
const BEFORE: readonly (readonly [Sense, RegExp])[] = [
  [
    "from",
    words("at least|no fewer than|no less than|not fewer than|not less than|a minimum of|au moins|pas moins de|≥|>="),
  ],
  ["over", words("more than|over|above|exceeding|in excess of|upwards of|plus de|plus d[’']|>")],
  ["to", words("up to|at most|no more than|not more than|as many as|a maximum of|au plus|pas plus de|jusqu[’']à|≤|<=")],
  ["under", words("less than|fewer than|under|below|moins de|moins d[’']|<")],
  [
    "about",
    words(
      "about|around|some|roughly|approximately|approx\\.|circa|ca\\.|c\\.|nearly|almost|close to|an estimated|environ|quelque|près de|presque|autour de|à peu près|[~≈]",
    ),
  ],
];

/** The words after a number that do the same. */
const AFTER: readonly (readonly [Sense, RegExp])[] = [
  ["from", /\+(?!\d)|,? (?:or more|and more|ou plus|at least|au moins)(?!\p{L})/iuy],
  ["to", /,? (?:or less|or fewer|ou moins|at most|au plus)(?!\p{L})/iuy],
  ["about", /,? (?:or so|approximately|environ)(?!\p{L})/iuy],
];

const CURRENCY = /(?:US\$|[$€£¥])\s?/uy;
const BETWEEN = /(?:(?:any|some)where )?(?:between|entre)\s+/iuy;
const FROM = /(?:from|de)\s+/iuy;
const AND = /\s+(?:and|et)\s+/iuy;
const TO = /\s*[–—-]\s*(?=[\d$€£¥])|\s+(?:to|à)\s+/iuy;
const JOINED = /,?\s+(?:and|but|et|mais)\s+/iuy;

function words(alternatives: string): RegExp {
  return new RegExp(`(?:${alternatives})(?:(?<=[’'~≈<>=≤≥])\\s*|\\s+)`, "iuy");
}

const MONTH_BEHIND = /\s+(?:of\s+|de\s+)?(\p{L}+)/uy;

/** The number or range of numbers that begins at `at` (UTF-16), with what is counted; null where there is none. */
export function numberAt(text: string, at: number): NumberReading | null {
  const found = rangeAt(text, at) ?? boundsAt(text, at);
  const behind = found && matchAt(MONTH_BEHIND, text, found.end)?.[1];
  if (
    !found ||
    (behind && monthNumber(behind.toLowerCase()) && Number.isInteger(found.most) && (found.most ?? 0) <= 31)
  )
    return null;
  const unit = found.currency === "" ? unitAt(text, found.end) : { unit: found.currency, end: found.end };
  const after = sensesAfter(text, unit.end);
  const bounds = withSenses(found, after.senses);
  if (!bounds || !isInOrder(bounds)) return null;
  return { value: { kind: "number", ...bounds, unit: unit.unit }, end: after.end };
}

interface Found extends NumberBounds {
  readonly currency: string;
  readonly end: number;
}

/** "between 300 and 400", "300–400", "about 300 to 400". */
function rangeAt(text: string, at: number): (Found & { least: number; most: number }) | null {
  const before = sensesBefore(text, at);
  const between = matchAt(BETWEEN, text, before.end);
  const opener = between ?? matchAt(FROM, text, before.end);
  const first = priceAt(text, before.end + (opener?.[0].length ?? 0));
  const joint = first && matchAt(between ? AND : TO, text, first.end);
  const second = first && joint && priceAt(text, first.end + joint[0].length);
  if (!first || !second || before.senses.some((sense) => sense !== "about")) return null;
  const least = sharingTimes(first, second);
  return { least, most: second.value, ...guess(before.senses), currency: first.currency, end: second.end };
}

/** "203", "more than 200", "at least 200 and up to 400". */
function boundsAt(text: string, at: number): Found | null {
  const first = boundAt(text, at);
  if (!first || first.least === null || first.most !== null) return first;
  const joint = matchAt(JOINED, text, first.end);
  const second = joint && boundAt(text, first.end + joint[0].length);
  return second && second.least === null
    ? { ...second, ...definedOf(first), most: second.most, end: second.end }
    : first;
}

/** The lower end of a bound, with all that is said of it. */
function definedOf({ least, leastExcluded, approximate, currency }: Found) {
  return { least, currency, ...(leastExcluded ? { leastExcluded } : {}), ...(approximate ? { approximate } : {}) };
}

function boundAt(text: string, at: number): Found | null {
  const before = sensesBefore(text, at);
  const amount = priceAt(text, before.end);
  const after = amount && sensesAfter(text, amount.end);
  const bounds =
    amount && after && withSenses({ least: amount.value, most: amount.value }, [...before.senses, ...after.senses]);
  return bounds && { ...bounds, currency: amount.currency, end: after.end };
}

/** An amount, perhaps with the sign of a currency before it. */
function priceAt(text: string, at: number): (Amount & { readonly currency: string }) | null {
  const sign = matchAt(CURRENCY, text, at)?.[0] ?? "";
  const amount = amountAt(text, at + sign.length);
  return amount && { ...amount, currency: sign.trim() };
}

interface Senses {
  readonly senses: readonly Sense[];
  readonly end: number;
}

function sensesBefore(text: string, at: number): Senses {
  return sensesAt(BEFORE, text, { senses: [], end: at });
}

function sensesAfter(text: string, at: number): Senses {
  return sensesAt(AFTER, text, { senses: [], end: at });
}

function sensesAt(table: typeof BEFORE, text: string, { senses, end }: Senses): Senses {
  for (const [sense, pattern] of table) {
    const found = matchAt(pattern, text, end);
    if (found) return sensesAt(table, text, { senses: [...senses, sense], end: end + found[0].length });
  }
  return { senses, end };
}

/** The bounds as words around them have it; null where the words contradict each other. */
function withSenses(bounds: NumberBounds, senses: readonly Sense[]): NumberBounds | null {
  const ends = new Set(senses.filter((sense) => sense !== "about"));
  if (ends.size > 1 || (ends.size === 1 && (bounds.least === null || bounds.most === null))) return null;
  const { least, most } = bounds;
  const approximate = bounds.approximate ? { approximate: true } : guess(senses);
  const flags = {
    ...(bounds.leastExcluded ? { leastExcluded: true } : {}),
    ...(bounds.mostExcluded ? { mostExcluded: true } : {}),
    ...approximate,
  };
  const [end] = ends;
  switch (end) {
    case "over":
      return { least, most: null, leastExcluded: true, ...approximate };
    case "from":
      return { least, most: null, ...approximate };
    case "under":
      return { least: null, most, mostExcluded: true, ...approximate };
    case "to":
      return { least: null, most, ...approximate };
    default:
      return { least, most, ...flags };
  }
}

function guess(senses: readonly Sense[]) {
  return senses.includes("about") ? { approximate: true } : {};
}

function isInOrder({ least, most }: NumberBounds): boolean {
  return least === null || most === null || least <= most;
}
