import { MOST_NUMBER } from "../model/value.ts";
import { matchAt } from "./match-at.ts";
import { spelledNumberAt } from "./spelled-number.ts";

/** One number as a text has it, and where it ends (UTF-16). */
export interface Amount {
  readonly value: number;
  /** The number without the word that multiplies it: 1.5 in "1.5 million". */
  readonly digits: number;
  readonly times: number;
  readonly end: number;
}

/**
 * Digits with or without thousands, and decimals. One comma or point before exactly three digits divides thousands, as
 * news in English, French and German has it; any other is that of decimals.
 */
const DIGITS =
  /[-−]?(?:[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?|[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?|[1-9]\d{0,2}(?:[ \u00a0\u202f'’]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)(?!\d|[.,]\d)/uy;
const TIMES = /[ \u00a0\u202f-]?(thousand|millions?|billions?|trillion|milliards?|mille|dozen|k|mn|bn)(?![\p{L}\d])/iuy;

const FACTORS: Readonly<Record<string, number>> = {
  dozen: 12,
  k: 1e3,
  mille: 1e3,
  thousand: 1e3,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
  milliard: 1e9,
  trillion: 1e12,
};

/** A number that letters follow without a blank counts or measures nothing ("15th", "1990s") unless they are a measure. */
const GLUED = /(?!(?:km|kg|cm|mm|m|t|ha|mph|kmh)(?!\p{L}))\p{L}/uy;

/** The number that begins at `at` (UTF-16), in digits or words, or null. */
export function amountAt(text: string, at: number): Amount | null {
  const written = matchAt(DIGITS, text, at)?.[0];
  const spelled = written === undefined ? (dozenAt(text, at) ?? spelledNumberAt(text, at)) : null;
  const digits = written === undefined ? spelled?.value : numberOf(written);
  if (digits === undefined) return null;
  const afterDigits = spelled?.end ?? at + (written ?? "").length;
  const multiplied = matchAt(TIMES, text, afterDigits);
  const times = multiplied ? (FACTORS[(multiplied[1] ?? "").toLowerCase().replace(/s$/, "")] ?? 1) : 1;
  const end = afterDigits + (multiplied?.[0].length ?? 0);
  const value = product(digits, times) || 0;
  if (Math.abs(value) > MOST_NUMBER || (written && !multiplied && matchAt(GLUED, text, end))) return null;
  return { value, digits, times, end };
}

/** An amount that shares the multiplying word of the one behind it: the 1 of "1 to 2 million". */
export function sharingTimes(amount: Amount, behind: Amount): number {
  return amount.times === 1 && amount.digits < behind.digits ? product(amount.digits, behind.times) : amount.value;
}

/** 1.1 × 1,000,000 is 1,100,000 and not a trifle more. */
function product(digits: number, times: number): number {
  return times === 1 ? digits : Number((digits * times).toPrecision(15));
}

const DOZEN = /(?:a |one )?dozen(?!\p{L})/iuy;

function dozenAt(text: string, at: number) {
  const dozen = matchAt(DOZEN, text, at);
  return dozen && { value: 12, end: at + dozen[0].length };
}

function numberOf(written: string): number {
  const plain = written.replace("−", "-").replace(/[ \u00a0\u202f'’]/g, "");
  const marks = plain.match(/[.,]/g) ?? [];
  const last = marks.at(-1) ?? "";
  const dividesThousands =
    marks.length > 0 && /^-?[1-9]\d{0,2}([.,]\d{3})+$/.test(plain) && marks.every((mark) => mark === last);
  if (dividesThousands && !/[ \u00a0\u202f'’]/.test(written)) return Number(plain.replace(/[.,]/g, ""));
  const decimals = plain.lastIndexOf(last);
  if (last === "") return Number(plain);
  return Number(`${plain.slice(0, decimals).replace(/[.,]/g, "")}.${plain.slice(decimals + 1)}`);
}
