import type { RaterPair } from "./rater-pair.ts";
import { measured, NO_VARIATION, NONE_SHARED, type Statistic, undefinedBecause } from "./statistic.ts";

/**
 * Cohen's kappa (Cohen 1960) over the units that both raters have rated, which `n` counts. Undefined without any, and when
 * both gave one and the same category throughout.
 */
export function cohenKappa({ n, agreeing, crossed }: RaterPair): Statistic {
  if (n === 0) return undefinedBecause(NONE_SHARED, n);
  const most = n * n;
  return crossed === most
    ? undefinedBecause(NO_VARIATION, n)
    : measured((n * agreeing - crossed) / (most - crossed), n);
}
