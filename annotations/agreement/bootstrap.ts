import { normalQuantile, normalShare } from "./normal-distribution.ts";

/** The values that a statistic takes for many resamples, sorted; and how often it was not defined. */
export interface Resampled {
  readonly values: Float64Array;
  readonly withoutValue: number;
}

/** The ends of a 95 % interval. */
export type Ends = readonly [low: number, high: number];

const SHARES: Ends = [0.025, 0.975];

/** Values of the same statistic that differ less are the same, computed in another order. */
const SAME = 1e-12;

/** The percentile interval: what lies between the 2.5 % and the 97.5 % quantile. */
export function percentileInterval({ values }: Resampled): Ends {
  return [quantile(values, SHARES[0]), quantile(values, SHARES[1])];
}

/** The basic interval: the percentile interval turned round at the estimate. */
export function basicInterval(resampled: Resampled, estimate: number): Ends {
  const [low, high] = percentileInterval(resampled);
  return [2 * estimate - high, 2 * estimate - low];
}

/**
 * The interval that is corrected for bias and accelerated, BCa (Efron 1987, Better bootstrap confidence intervals); its
 * ends are not numbers where the estimate lies outside all resamples.
 */
export function bcaInterval(resampled: Resampled, estimate: number, acceleration: number): Ends {
  const z0 = biasCorrection(resampled, estimate);
  const end = (share: number) => {
    const z = z0 + normalQuantile(share);
    return quantile(resampled.values, normalShare(z0 + z / (1 - acceleration * z)));
  };
  return [end(SHARES[0]), end(SHARES[1])];
}

/** How far the median of the resamples lies from the estimate, in normal deviates; half of those that equal it lie below. */
export function biasCorrection({ values }: Resampled, estimate: number): number {
  const below = values.filter((value) => value < estimate - SAME).length;
  const equal = values.filter((value) => Math.abs(value - estimate) <= SAME).length;
  return normalQuantile((below + equal / 2) / values.length);
}

/** The quantile of sorted values by interpolation between them: type 7 of Hyndman & Fan 1996, the usual one of R and NumPy. */
export function quantile(values: Float64Array, share: number): number {
  const at = share * (values.length - 1);
  const low = values[Math.floor(at)] ?? Number.NaN;
  const high = values[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}

/** What the values of a statistic without one unit each say of its spread. */
export interface Jackknife {
  readonly standardError: number;
  /** How fast the standard error changes with the estimate (Efron 1987), about the mean of the values. */
  readonly acceleration: number;
}

/** The jackknife of a statistic, from its values without one unit each. */
export function jackknife(leaveOneOut: readonly number[]): Jackknife {
  const n = leaveOneOut.length;
  const mean = leaveOneOut.reduce((sum, value) => sum + value, 0) / n;
  const power = (exponent: number) => leaveOneOut.reduce((sum, value) => sum + (mean - value) ** exponent, 0);
  const squares = power(2);
  return {
    standardError: Math.sqrt(((n - 1) / n) * squares),
    acceleration: squares === 0 ? 0 : power(3) / (6 * squares ** 1.5),
  };
}
