/** The ways in which the review puts claims and sources together, in the order of their tabs. */
export const REVIEW_PARTS = [
  "matrix",
  "speakers",
  "origins",
  "pairs",
  "figures",
  "timeline",
  "gaps",
  "analysts",
] as const;
export type ReviewPart = (typeof REVIEW_PARTS)[number];

export const PART_NAMES: Readonly<Record<ReviewPart, string>> = {
  matrix: "Matrix",
  speakers: "Speakers",
  origins: "Origins",
  pairs: "Pairs of sources",
  figures: "Figures",
  timeline: "Timeline",
  gaps: "Gaps",
  analysts: "Analysts",
};
