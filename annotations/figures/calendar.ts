const DAY_MS = 86_400_000;

/** Whether the calendar has a year, month or day in ISO 8601. */
export function isDay(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  return utcDay(year, month + 1, 1) - utcDay(year, month, 1);
}

/** The number of a day since 1970-01-01; months and days beyond the calendar run on. */
export function utcDay(year: number, month: number, day: number): number {
  // `Date.UTC` takes the years 0 to 99 for 1900 to 1999.
  return new Date(0).setUTCFullYear(year, month - 1, day) / DAY_MS;
}

/** The first day (since 1970-01-01) of a year, month or day in ISO 8601. */
export function firstDay(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return utcDay(year, month, day);
}

/** The first day after a year, month or day in ISO 8601. */
export function dayAfter(date: string): number {
  const [year = 0, month, day] = date.split("-").map(Number);
  if (month === undefined) return utcDay(year + 1, 1, 1);
  return day === undefined ? utcDay(year, month + 1, 1) : utcDay(year, month, day + 1);
}

/** Year, month and day of a day since 1970-01-01. */
export function dateOfDay(day: number): { readonly year: number; readonly month: number; readonly day: number } {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
