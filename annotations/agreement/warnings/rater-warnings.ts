import type { TableFacts } from "./table-facts.ts";
import { percent, type Warning } from "./warning.ts";

type Check = (facts: TableFacts) => Warning | null;

/** Two raters with fewer shared units can only be counted; with fewer than the second there should be no kappa. */
const FEWEST_SHARED = 5;
const ENOUGH_SHARED = 20;
const MOST_NAMED = 5;

const missing: Check = ({ filled, raters, units }) =>
  filled < 0.5
    ? {
        id: "missing",
        sentence: `${percent(1 - filled)} of the ratings are missing: the figure rests on the ${units} that the same ${raters} have in common.`,
      }
    : null;

const disconnected: Check = ({ names, shared, raters }) => {
  const groups = groupsOf(names.length, shared).filter((group) => group.length > 0);
  if (groups.length < 2) return null;
  const words = groups.slice(0, MOST_NAMED).map((group) => listed(group.map((place) => names[place] ?? "")));
  return {
    id: "disconnected",
    sentence: `The ${raters} fall into groups without a rating in common: ${words.join("; ")}. Nothing compares one group with another.`,
  };
};

const silent: Check = ({ names, table }) => {
  const quiet = names.filter((_, rater) => table.ratings[rater]?.every((rating) => rating === null));
  if (quiet.length === 0 || table.units === 0) return null;
  return {
    id: "silent",
    sentence: `${listed(quiet)} ${quiet.length === 1 ? "says" : "say"} nothing that counts here.`,
  };
};

/** Of a rater who gives one category only, kappa is 0 whatever the other says. */
const oneCategory: Check = ({ names, table, pairable }) => {
  const alike = names.filter(
    (_, rater) => new Set(table.ratings[rater]?.filter((rating) => rating !== null)).size === 1,
  );
  if (alike.length === 0 || pairable === 0) return null;
  const who = `${listed(alike)} ${alike.length === 1 ? "gives" : "give"}`;
  return { id: "one-category", sentence: `${who} one category only: kappa is 0 by construction there.` };
};

const fewShared: Check = ({ shared, names, units }) => {
  const few = shared.filter(({ n }) => n > 0 && n < ENOUGH_SHARED);
  if (few.length === 0) return null;
  const isVeryFew = few.some(({ n }) => n < FEWEST_SHARED);
  const words = few
    .toSorted((a, b) => a.n - b.n)
    .map(({ pair, n }) => `${pair.map((place) => names[place]).join(" and ")} (${n})`);
  const use = isVeryFew ? `below ${FEWEST_SHARED} trust the count alone` : "trust no kappa of theirs";
  return {
    id: "few-shared",
    sentence: `Fewer than ${ENOUGH_SHARED} shared ${units}: ${listed(words)}; ${use}.`,
  };
};

/** The places of raters, in groups within which one shares units with another. */
function groupsOf(raters: number, shared: TableFacts["shared"]): readonly (readonly number[])[] {
  const groupOf = Array.from({ length: raters }, (_, place) => place);
  const speaking = new Set<number>();
  for (const { pair, n } of shared) {
    if (n === 0) continue;
    for (const place of pair) speaking.add(place);
    const [kept, given] = [groupOf[pair[0]], groupOf[pair[1]]];
    for (const [place, group] of groupOf.entries()) if (group === given) groupOf[place] = kept ?? place;
  }
  const groups = new Map<number, number[]>();
  for (const place of speaking)
    groups.set(groupOf[place] ?? place, [...(groups.get(groupOf[place] ?? place) ?? []), place]);
  return [...groups.values()].map((group) => group.sort((a, b) => a - b));
}

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return [...names.slice(0, MOST_NAMED), ...(more > 0 ? [`${more} more`] : [])].join(", ");
}

const CHECKS: readonly Check[] = [missing, disconnected, silent, oneCategory, fewShared];

/** What the raters of a table, each and every two of them, give reason to warn of. */
export function raterWarnings(facts: TableFacts): readonly Warning[] {
  return CHECKS.flatMap((check) => check(facts) ?? []);
}
