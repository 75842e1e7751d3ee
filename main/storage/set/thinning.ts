/** How many backups stay of each kind: the last ones, and the last one of so many hours, days, weeks and months. */
const KEPT = { last: 10, hours: 24, days: 14, weeks: 10, months: 12 } as const;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The first of January 1970 was a Thursday; weeks begin on Monday. */
const TO_MONDAY = 3 * DAY;

/**
 * Which of these moments (milliseconds since 1970, any order) are kept: the last ten, and the last one of each of the
 * latest 24 hours, 14 days, 10 weeks and 12 months (UTC) that have any. What is kept once more moments have been added is
 * what would have been kept without thinning in between.
 */
export function thinned(moments: readonly number[]): ReadonlySet<number> {
  const latest = moments.toSorted((a, b) => b - a);
  return new Set([
    ...latest.slice(0, KEPT.last),
    ...lastOfEach(latest, KEPT.hours, (moment) => Math.floor(moment / HOUR)),
    ...lastOfEach(latest, KEPT.days, (moment) => Math.floor(moment / DAY)),
    ...lastOfEach(latest, KEPT.weeks, (moment) => Math.floor((moment + TO_MONDAY) / (7 * DAY))),
    ...lastOfEach(latest, KEPT.months, (moment) => new Date(moment).toISOString().slice(0, 7)),
  ]);
}

function lastOfEach(latest: readonly number[], count: number, period: (moment: number) => number | string) {
  const found = new Map<number | string, number>();
  for (const moment of latest) {
    const key = period(moment);
    if (found.has(key)) continue;
    if (found.size === count) break;
    found.set(key, moment);
  }
  return found.values();
}
