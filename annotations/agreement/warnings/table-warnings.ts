import type { TableFacts } from "./table-facts.ts";
import { percent, type Warning } from "./warning.ts";

type Check = (facts: TableFacts) => Warning | null;

/** Below the first there is no number over all, below the second none with an interval. */
const FEWEST = 2;
const ENOUGH = 20;
const MUCH_ALONE = 0.5;
const SKEWED = 0.8;
const FAR_APART = 0.2;
const MUCH_MIXED = 0.3;

const fewUnits: Check = ({ pairable, units }) => {
  if (pairable < FEWEST) {
    const there = pairable === 0 ? `No ${units}` : `Only one of the ${units}`;
    return {
      id: "few-units",
      sentence: `${there} can be compared, so there is no figure worth the name: count instead.`,
    };
  }
  if (pairable >= ENOUGH) return null;
  const sentence = `Only ${pairable} ${units} can be compared, too few: one more can change the figure much.`;
  return { id: "few-units", sentence };
};

const ratedAlone: Check = ({ alone, rated, units, raters }) =>
  rated > 0 && alone / rated >= MUCH_ALONE
    ? {
        id: "rated-alone",
        sentence: `${percent(alone / rated)} of the ${units} have a rating by one of the ${raters} only, and do not enter.`,
      }
    : null;

const noVariation: Check = ({ counts, pairable }) =>
  pairable > 0 && counts.filter((count) => count > 0).length === 1
    ? {
        id: "no-variation",
        sentence: "All ratings are of one kind: alpha is not defined then, which is neither perfect nor no agreement.",
      }
    : null;

const skew: Check = ({ counts, table, alpha, ac1 }) => {
  const sum = counts.reduce((all, count) => all + count, 0);
  const most = Math.max(0, ...counts);
  if (counts.filter((count) => count > 0).length < 2) return null;
  const isFar = alpha.kind === "value" && ac1.kind === "value" && ac1.value - alpha.value > FAR_APART;
  if (most / sum <= SKEWED && !isFar) return null;
  const category = table.categories[counts.indexOf(most)];
  return {
    id: "skew",
    sentence: `${percent(most / sum)} of the ratings are “${category}”: alpha is low by construction, so read it beside percent agreement and Gwet’s AC1.`,
  };
};

const unusedCategories: Check = ({ counts, table, pairable }) => {
  const unused = table.categories.filter((_, place) => counts[place] === 0);
  if (pairable === 0 || unused.length === 0 || unused.length >= table.categories.length - 1) return null;
  const names = unused.map((category) => `“${category}”`).join(", ");
  const verb = unused.length === 1 ? "was" : "were";
  return {
    id: "unused-categories",
    sentence: `${names} ${verb} never given; Gwet’s AC1 and Brennan–Prediger count ${unused.length === 1 ? "it" : "them"} all the same, and would be lower without.`,
  };
};

const negative: Check = ({ alpha, raters }) =>
  alpha.kind === "value" && alpha.value < 0
    ? {
        id: "negative",
        sentence: `Alpha is below 0: the ${raters} oppose each other more than by chance, as two camps do. That is a finding, not an error.`,
      }
    : null;

const mixed: Check = ({ counts, table }) => {
  const place = table.categories.indexOf("mixed");
  const share = (counts[place] ?? 0) / counts.reduce((all, count) => all + count, 0);
  return share > MUCH_MIXED
    ? {
        id: "mixed",
        sentence: `${percent(share)} of the ratings are “mixed”, which counts as fully different from “supports”: read the ordinal alpha, or set distances.`,
      }
    : null;
};

const CHECKS: readonly Check[] = [fewUnits, ratedAlone, noVariation, skew, unusedCategories, negative, mixed];

/** What the units and the categories of a table give reason to warn of. */
export function tableWarnings(facts: TableFacts): readonly Warning[] {
  return CHECKS.flatMap((check) => check(facts) ?? []);
}
