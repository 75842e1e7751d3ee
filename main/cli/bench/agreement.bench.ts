import { alphaInterval } from "../../../annotations/agreement/alpha-interval.ts";
import { krippendorffAlpha } from "../../../annotations/agreement/krippendorff-alpha.ts";
import { seededRandom } from "../../../annotations/agreement/random.ts";
import { raterPairs } from "../../../annotations/agreement/rater-pair.ts";
import { textTable } from "../text-table.ts";
import { coverageOf, type Scenario, tableOf } from "./coverage.ts";

/** Raters, units and missing ratings are those of a comparison of packages for R, Python and Java. */
const SIZES = [
  { raters: 5, units: 1000, missing: 0 },
  { raters: 20, units: 2000, missing: 0 },
  { raters: 50, units: 5000, missing: 0 },
  { raters: 200, units: 20_000, missing: 0.7 },
];

/** Stances as they are spread over claims: evenly, and nearly all of them alike. */
const SPREADS = { balanced: [0.45, 0.35, 0.2], skewed: [0.85, 0.1, 0.05] } as const;

/** A hundred for each scenario. */
const TABLES = 1800;

/** With so many tables, chance moves the coverage of a sound interval by half a point. */
const DEMANDED = { spread: "balanced", units: 50, least: 0.93, most: 0.97 } as const;

/**
 * How fast the statistics of agreement are, and how many of the intervals of alpha hold a truth that is known. Fails when the
 * intervals of 50 units that are rated in different ways hold it in fewer than 93 or more than 97 of 100 tables.
 */
function main(): void {
  console.log(timesTable());
  const rows = Object.entries(SPREADS).flatMap(([spread, shares]) =>
    [20, 30, 50, 150].map((units) => ({
      spread,
      units,
      ...coverageOf(scenariosOf(units, shares), TABLES, seededRandom(1)),
    })),
  );
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const header = ["units", "spread", "tables", "with an interval", "hold the truth", "mean width"];
  const lines = rows.map(({ spread, units, tables, shown, holding, width }) => [
    ...[units, spread, tables, percent(shown / tables), percent(holding / shown), width.toFixed(2)].map(String),
  ]);
  console.log(textTable([header, ...lines]));
  const demanded = rows.find(({ spread, units }) => spread === DEMANDED.spread && units === DEMANDED.units);
  const share = demanded ? demanded.holding / demanded.shown : Number.NaN;
  if (share >= DEMANDED.least && share <= DEMANDED.most) return;
  console.error(
    `${percent(share)} of the intervals of ${DEMANDED.units} units hold the truth; it should be 93 to 97 %.`,
  );
  process.exitCode = 1;
}

function scenariosOf(units: number, shares: readonly number[]): readonly Scenario[] {
  return [2, 3, 6].flatMap((raters) =>
    [0, 0.5].flatMap((missing) => [0.36, 0.72, 0.9].map((alpha) => ({ raters, units, missing, shares, alpha }))),
  );
}

function timesTable(): string {
  const rows = SIZES.map((size) => {
    const table = tableOf({ ...size, shares: SPREADS.balanced, alpha: 0.72 }, seededRandom(1));
    const times = [() => krippendorffAlpha(table), () => alphaInterval(table), () => raterPairs(table)].map(
      millisecondsOf,
    );
    const name = `${size.raters} x ${size.units.toLocaleString("en")}, ${100 * size.missing} % missing`;
    return [name, ...times.map((time) => `${time.toFixed(1)} ms`)];
  });
  return textTable([["raters x units", "alpha", "alpha's interval", "all pairs of raters"], ...rows]);
}

/** The least of three, the first of which has warmed up what is measured. */
function millisecondsOf(run: () => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}

main();
