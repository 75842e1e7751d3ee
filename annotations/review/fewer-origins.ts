import type { Matrix } from "./matrix.ts";

/** A claim that fewer independent origins support than before. */
interface FewerOrigins {
  readonly label: string;
  readonly before: number;
  readonly now: number;
}

/** The claims of two matrices that fewer independent origins support in the second one, in their order. */
export function fewerOrigins(former: Matrix, latter: Matrix): readonly FewerOrigins[] {
  const before = new Map(former.rows.map(({ claim, summary }) => [claim.id, summary.supportingOrigins]));
  return latter.rows
    .map(({ claim, summary }) => ({
      label: claim.displayLabel,
      before: before.get(claim.id) ?? 0,
      now: summary.supportingOrigins,
    }))
    .filter((claim) => claim.now < claim.before);
}
