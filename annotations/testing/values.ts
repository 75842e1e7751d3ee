import type { Value } from "../model/value.ts";

/** Values of every kind and with every field that one may have. */
export const VALUES: readonly Value[] = [
  { kind: "number", words: "203", least: 203, most: 203, unit: "people" },
  { kind: "number", words: "about 1.5 million", least: 1.5e6, most: 1.5e6, approximate: true, unit: "" },
  { kind: "number", words: "more than 200", least: 200, leastExcluded: true, most: null, unit: "people" },
  { kind: "number", words: "under 50", least: null, most: 50, mostExcluded: true, unit: "%" },
  { kind: "date", words: "late March 2022", from: "2022-03", to: "2022-03" },
  { kind: "date", words: "before 2 May 2022", from: "", to: "2022-05-02", toExcluded: true },
  { kind: "date", words: "after about 2019", from: "2019", fromExcluded: true, to: "", approximate: true },
  { kind: "place", words: "the town of Moura", name: "Moura" },
];
