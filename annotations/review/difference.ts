import type { Stance } from "../model/stance.ts";
import type { MatrixRow } from "./matrix.ts";

/** How two sources that both speak to a claim stand to each other. */
export type Relation = "same" | "opposite" | "hedging";

/**
 * The same stance; one supports and the other refutes; or they differ without contradicting each other: at least one is
 * mixed, questions or only mentions.
 */
export function relationOf(a: Stance, b: Stance): Relation {
  if (a === b) return "same";
  const isPolar = (stance: Stance) => stance === "supports" || stance === "refutes";
  return isPolar(a) && isPolar(b) ? "opposite" : "hedging";
}

/** How many pairs of the sources that speak to a claim stand to each other in each way. */
export type RelationCounts = Readonly<Record<Relation, number>>;

export function relationsIn({ stances: cells }: Pick<MatrixRow, "stances">): RelationCounts {
  const stances = new Map<Stance, number>();
  for (const { stance } of cells.values()) stances.set(stance, (stances.get(stance) ?? 0) + 1);
  const counts = { same: 0, opposite: 0, hedging: 0 };
  const found = [...stances];
  for (const [i, [stance, amount]] of found.entries()) {
    counts.same += (amount * (amount - 1)) / 2;
    for (const [other, others] of found.slice(i + 1)) counts[relationOf(stance, other)] += amount * others;
  }
  return counts;
}

/** Whether at least two sources speak to a claim and all that do say the same. */
export function allAgree(row: Pick<MatrixRow, "stances">): boolean {
  const { same, opposite, hedging } = relationsIn(row);
  return same > 0 && opposite === 0 && hedging === 0;
}

/** Puts the claims first over which most pairs of sources contradict each other, then those over which most differ otherwise. */
export function compareDifference(a: RelationCounts, b: RelationCounts): number {
  return b.opposite - a.opposite || b.hedging - a.hedging;
}
