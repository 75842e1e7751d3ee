const MOMENT = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });
const DISTANCE = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The largest unit of which at least one has passed, from the largest to the smallest. */
const UNITS = [
  { unit: "year", length: 365 * DAY },
  { unit: "month", length: 30 * DAY },
  { unit: "week", length: 7 * DAY },
  { unit: "day", length: DAY },
  { unit: "hour", length: HOUR },
  { unit: "minute", length: MINUTE },
] as const;

/** A moment as a clock and a calendar on this machine's wall show it: "23 Nov 2022, 14:05". */
export function timeWords(at: string): string {
  return MOMENT.format(new Date(at));
}

/** How long ago a moment was at another one, in round figures: "5 minutes ago", "yesterday", "just now". */
export function sinceWords(at: string, now: string): string {
  const passed = Date.parse(now) - Date.parse(at);
  const found = UNITS.find(({ length }) => Math.abs(passed) >= length);
  return found ? DISTANCE.format(-Math.trunc(passed / found.length), found.unit) : "just now";
}
