import type { MeasureEntry } from "../../../annotations/agreement/measure-entry.ts";

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

/** What each of the main figures means, and when it is not to be trusted. */
export const MEANINGS: Readonly<Record<string, string>> = {
  "overlap-f1":
    "How many of the marks of one meet a mark of the other for the same claim. 1 is all; touching does not count.",
  "exact-f1": "The same for marks that begin and end at the same character; one word more or less, and they differ.",
  "character-f1": "How many of the marked characters both have marked for the same claim; long marks weigh more.",
  "krippendorff-alpha":
    "Agreement beyond chance: 1 is perfect, 0 is what chance gives, below 0 is against each other. Low by construction where nearly all ratings are of one kind.",
  "percent-agreement": "How often two say the same, chance included.",
  "gwet-ac1": "Agreement beyond chance that stays high where nearly all ratings are of one kind; read it beside alpha.",
  jaccard: "Of the claims that either has tagged in a source, how many both have.",
};

export function measureName({ id, level, label }: MeasureEntry): string {
  return [NAMES[id] ?? id, level === "nominal" ? "" : level, label ?? ""].filter(Boolean).join(", ");
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
