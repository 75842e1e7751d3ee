import type { MeasureEntry } from "./measure-entry.ts";

/** The names that people know the measures by. */
const NAMES: Readonly<Record<string, string>> = {
  "overlap-f1": "Overlap F1",
  "exact-f1": "Exact F1",
  "character-f1": "Character F1",
  "u-alpha": "u-alpha",
  "krippendorff-alpha": "Krippendorff’s alpha",
  "percent-agreement": "Percent agreement",
  "gwet-ac1": "Gwet’s AC1",
  "fleiss-kappa": "Fleiss’ kappa",
  "scott-pi": "Scott’s pi",
  "cohen-kappa": "Cohen’s kappa",
  "light-kappa": "Light’s kappa",
  "brennan-prediger": "Brennan–Prediger",
  jaccard: "Jaccard",
};

const LEVEL_WORDS: Readonly<Record<MeasureEntry["level"], string>> = {
  nominal: "",
  ordinal: "ordinal",
  interval: "interval",
  custom: "with the project’s distance table",
};

/** A measure by its name, with the level and the label that it looks at. */
export function measureName({ id, level, label }: MeasureEntry): string {
  return [NAMES[id] ?? id, LEVEL_WORDS[level], label ?? ""].filter(Boolean).join(", ");
}

/** A value with two digits after the point; what is not defined is a dash, never a number. */
export function valueWords({ value }: Pick<MeasureEntry, "value">): string {
  return value === null
    ? "–"
    : value
        .toFixed(2)
        .replace(/^-0\.00$/, "0.00")
        .replace("-", "−");
}
