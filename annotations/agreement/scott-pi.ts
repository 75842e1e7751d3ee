import type { RaterPair } from "./rater-pair.ts";
import { measured, NO_VARIATION, NONE_SHARED, type Statistic, undefinedBecause } from "./statistic.ts";

/**
 * Scott's pi (Scott 1955) over the units that both raters have rated, which `n` counts: chance is what both gave together.
 * Undefined without any, and when both gave one and the same category throughout.
 */
export function scottPi({ n, agreeing, pooled }: RaterPair): Statistic {
  if (n === 0) return undefinedBecause(NONE_SHARED, n);
  const most = 4 * n * n;
  return pooled === most
    ? undefinedBecause(NO_VARIATION, n)
    : measured((4 * n * agreeing - pooled) / (most - pooled), n);
}
