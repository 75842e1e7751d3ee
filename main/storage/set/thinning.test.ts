import fc from "fast-check";
import { expect, it } from "vitest";
import { thinned } from "./thinning.ts";

const at = (moment: string) => Date.parse(`${moment}:00Z`);
const shown = (kept: ReadonlySet<number>) =>
  [...kept].sort().map((moment) => new Date(moment).toISOString().slice(0, 16));

/** One moment every half hour, `count` of them, the last one at `end`. */
function halfHours(end: string, count: number): number[] {
  return Array.from({ length: count }, (_, i) => at(end) - i * 1_800_000);
}

it("keeps all of the last ten", () => {
  const moments = halfHours("2026-11-21T18:00", 10);
  expect(thinned(moments)).toEqual(new Set(moments));
});

it("keeps the last of each hour, day, week and month further back", () => {
  const kept = shown(thinned(halfHours("2026-11-21T18:00", 2 * 24 * 400)));
  expect(kept).toEqual([
    ...["2025-12-31T23:30", "2026-01-31T23:30", "2026-02-28T23:30", "2026-03-31T23:30", "2026-04-30T23:30"],
    ...["2026-05-31T23:30", "2026-06-30T23:30", "2026-07-31T23:30", "2026-08-31T23:30"],
    // Sundays end a week; the last of September and October end a month.
    ...["2026-09-20T23:30", "2026-09-27T23:30", "2026-09-30T23:30", "2026-10-04T23:30", "2026-10-11T23:30"],
    ...["2026-10-18T23:30", "2026-10-25T23:30", "2026-10-31T23:30", "2026-11-01T23:30"],
    // Days.
    ...["2026-11-08T23:30", "2026-11-09T23:30", "2026-11-10T23:30", "2026-11-11T23:30", "2026-11-12T23:30"],
    ...["2026-11-13T23:30", "2026-11-14T23:30", "2026-11-15T23:30", "2026-11-16T23:30", "2026-11-17T23:30"],
    ...["2026-11-18T23:30", "2026-11-19T23:30"],
    // Hours.
    ...["2026-11-20T19:30", "2026-11-20T20:30", "2026-11-20T21:30", "2026-11-20T22:30", "2026-11-20T23:30"],
    ...["2026-11-21T00:30", "2026-11-21T01:30", "2026-11-21T02:30", "2026-11-21T03:30", "2026-11-21T04:30"],
    ...["2026-11-21T05:30", "2026-11-21T06:30", "2026-11-21T07:30", "2026-11-21T08:30", "2026-11-21T09:30"],
    ...["2026-11-21T10:30", "2026-11-21T11:30", "2026-11-21T12:30"],
    // The last ten.
    ...["2026-11-21T13:30", "2026-11-21T14:00", "2026-11-21T14:30", "2026-11-21T15:00", "2026-11-21T15:30"],
    ...["2026-11-21T16:00", "2026-11-21T16:30", "2026-11-21T17:00", "2026-11-21T17:30", "2026-11-21T18:00"],
  ]);
});

it("keeps, however often it thins on the way, what it would keep of all", () => {
  const steps = fc.array(fc.integer({ min: 1, max: 40 * 86_400_000 }), { maxLength: 200 });
  fc.assert(
    fc.property(steps, (gaps) => {
      let moment = at("2026-01-01T00:00");
      let all: number[] = [];
      let thinning: number[] = [];
      for (const gap of gaps) {
        moment += gap;
        all = [...all, moment];
        thinning = [...thinned([...thinning, moment])];
      }
      expect(new Set(thinning)).toEqual(thinned(all));
    }),
  );
});
