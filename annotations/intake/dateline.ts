import { segments } from "./byline.ts";
import { monthNumber } from "./month.ts";

/** What a line that is only a date says: a year, month or day in ISO 8601, and what happened then if the line says so. */
export interface Dateline {
  readonly date: string;
  readonly event: "published" | "updated" | "unstated";
}

/** Reads a line that is only a date, perhaps with a label, a weekday and a time; a date without a year is none. */
export function datelinesOf(line: string): readonly Dateline[] {
  if (line.length > 120) return [];
  return segments(line.normalize("NFC").toLowerCase())
    .map(datelineOf)
    .filter((dateline) => dateline !== null);
}

function datelineOf(segment: string): Dateline | null {
  const event = UPDATED.test(segment) ? "updated" : PUBLISHED.test(segment) ? "published" : "unstated";
  const unlabelled = segment.replace(event === "updated" ? UPDATED : PUBLISHED, "");
  const words = westernDigits(unlabelled).replace(TIME, "").replace(WEEKDAY, "").trim();
  const date = event !== "unstated" && /^\d{4}$/.test(words) ? words : dateOf(words);
  return date === null ? null : { date, event };
}

const UPDATED =
  /^(?:(?:last )?(?:updated|modified|revised)|mis à jour|aktualisiert|stand|actualizado|обновлено|آخر تحديث)(?: ?:| on| at| le| am| el)* ?/u;
const PUBLISHED =
  /^(?:(?:first |originally )?(?:published|posted|released)|publication date|date|publié|veröffentlicht|publicado|опубликовано|نشر(?: في)?|发布时间|日期)(?: ?[:：]| on| at| le| am| el)* ?/u;
const WEEKDAY =
  /^(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,? |^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miércoles|jueves|viernes|sábado|domingo),? (?:den )?/u;
const TIME =
  /(?:[ ,t–-]|\bat\b|à|um)*(?<!\d)\d{1,2}[:.h]\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]\.?m\.?| uhr)?(?: ?(?:z|\(?[a-z]{2,4}\)?|(?:gmt|utc)?[+-]\d{1,2}:?\d{0,2})){0,2}$/u;

function westernDigits(text: string): string {
  return text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
}

const DAY_FIRST =
  /^(\d{1,2})(?:st|nd|rd|th|er|\.|º)? (?:de |of )?(\p{L}+\.?),? (?:de |del )?(\d{4})(?: ?г\.?| года| م)?$/u;
const MONTH_FIRST = /^(\p{L}+\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u;
const MONTH_ONLY = /^(\p{L}+\.?),? (?:de )?(\d{4})$/u;
const YEAR_FIRST = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:(?:[-/.]|月)(\d{1,2})日?|月)?$/u;
const DOTTED = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/;
const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/;

function dateOf(words: string): string | null {
  const yearFirst = YEAR_FIRST.exec(words);
  if (yearFirst) return isoDate(yearFirst[1], Number(yearFirst[2]), yearFirst[3]);
  const dayFirst = DAY_FIRST.exec(words);
  if (dayFirst) return isoDate(dayFirst[3], monthNumber(dayFirst[2] ?? ""), dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(words);
  if (monthFirst) return isoDate(monthFirst[3], monthNumber(monthFirst[1] ?? ""), monthFirst[2]);
  const monthOnly = MONTH_ONLY.exec(words);
  if (monthOnly) return isoDate(monthOnly[2], monthNumber(monthOnly[1] ?? ""), undefined);
  const dotted = DOTTED.exec(words);
  if (dotted) return isoDate(dotted[3], Number(dotted[2]), dotted[1]);
  const slashed = SLASHED.exec(words);
  return slashed ? slashedDate(Number(slashed[1]), Number(slashed[2]), slashed[3]) : null;
}

/** Day and month in the order that a number above twelve proves; without such proof the year is all that is known. */
function slashedDate(a: number, b: number, year: string | undefined): string | null {
  if (a > 12 || a === b) return isoDate(year, b, String(a));
  if (b > 12) return isoDate(year, a, String(b));
  return year ?? null;
}

/** The date in ISO 8601 if the calendar has it. */
function isoDate(year: string | undefined, month: number | undefined, day: string | undefined): string | null {
  if (!year || !month || month > 12) return null;
  const yearAndMonth = `${year}-${String(month).padStart(2, "0")}`;
  if (day === undefined) return yearAndMonth;
  const lastDay = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  return Number(day) >= 1 && Number(day) <= lastDay ? `${yearAndMonth}-${day.padStart(2, "0")}` : null;
}
