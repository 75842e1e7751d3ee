/** On what analysts can differ about a claim in a source: whether it is there, which stance, whose voice, which passages. */
export const DIFFERENCE_KINDS = ["stance", "claim", "voice", "place"] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/**
 * The ways in which analysts differ, the heaviest first. What changes the matrix weighs more than what does not: `opposite`
 * stances make a conflict, `hedging` ones blur it, a claim that was `missed` leaves a gap. Another `voice` makes a quote of a
 * statement. Passages `apart` rest the same stance on other words; where they meet only `partly`, one analyst found more of
 * them; and other `boundaries` are the lightest.
 */
export const DIFFERENCES = ["opposite", "hedging", "missed", "voice", "apart", "partly", "boundaries"] as const;
export type Difference = (typeof DIFFERENCES)[number];

const KINDS: Readonly<Record<Difference, DifferenceKind>> = {
  opposite: "stance",
  hedging: "stance",
  missed: "claim",
  voice: "voice",
  apart: "place",
  partly: "place",
  boundaries: "place",
};

const WEIGHTS: Readonly<Record<Difference, number>> = {
  opposite: 64,
  hedging: 32,
  missed: 16,
  voice: 8,
  apart: 4,
  partly: 2,
  boundaries: 1,
};

export function kindOfDifference(difference: Difference): DifferenceKind {
  return KINDS[difference];
}

/** How heavy differences are together. Each way weighs more than all lighter ones, so the heaviest decides first. */
export function weightOf(differences: Iterable<Difference>): number {
  let weight = 0;
  for (const difference of differences) weight += WEIGHTS[difference];
  return weight;
}
