import { z } from "zod";

/** The categories of stances whose distances a project can set, in the order of the table: what takes no side is neutral. */
export const STANCE_CATEGORIES = ["refutes", "mixed", "supports", "neutral"] as const;

/** How far apart two categories can be at most. */
export const MOST_DISTANT = 1_000;

const ROW_LENGTH = STANCE_CATEGORIES.length;

/**
 * How far apart the stances are, as Krippendorff's alpha weighs a disagreement (his squared difference, as it stands): a row
 * and a column for each of `STANCE_CATEGORIES`, symmetric, with zeros in the diagonal.
 */
export const StanceDistances = z
  .array(z.array(z.number().min(0).max(MOST_DISTANT)).length(ROW_LENGTH).readonly())
  .length(ROW_LENGTH)
  .readonly()
  .refine((table) => table.every((row, c) => row.every((far, k) => (c === k ? far === 0 : far === table[k]?.[c]))), {
    error: "the table must be symmetric with zeros in its diagonal",
  });
export type StanceDistances = z.infer<typeof StanceDistances>;

/** Every two different stances are equally far apart, which is what alpha takes names for. */
export const NOMINAL_DISTANCES: StanceDistances = STANCE_CATEGORIES.map((one) =>
  STANCE_CATEGORIES.map((other) => (one === other ? 0 : 1)),
);

/** The table with another distance of two different categories, given by their places. */
export function withDistance(table: StanceDistances, c: number, k: number, distance: number): StanceDistances {
  return table.map((row, i) =>
    row.map((far, j) => ((i === c && j === k) || (i === k && j === c && c !== k) ? distance : far)),
  );
}
