/** How far apart categories are in data that uses them in certain numbers. */
export interface Distances {
  /** The squared difference of two categories, each given by its place in the domain. */
  between(c: number, k: number): number;
  /** The sum of the squared differences over all unordered pairs of ratings, of the same unit or not. */
  overall(): number;
}

/** A difference function of Krippendorff's alpha, for data that uses category `c` of the domain `counts[c]` times. */
export type Metric = (counts: Float64Array) => Distances;

/** Two categories are the same or not (Krippendorff 2011, section B). */
export const nominal: Metric = (counts) => ({
  between: (c, k) => (c === k ? 0 : 1),
  overall: () => {
    let before = 0;
    let sum = 0;
    for (const count of counts) {
      sum += count * before;
      before += count;
    }
    return sum;
  },
});

/**
 * Categories that are ranks, in the order of the domain (Krippendorff 2011, section D): the difference is the number of
 * ratings that lie between the two, half of their own included, and so depends on the data.
 */
export const ordinal: Metric = (counts) => {
  let before = 0;
  const middles = Float64Array.from(counts, (count) => {
    before += count;
    return before - count / 2;
  });
  return along(middles, counts);
};

/** Categories that are numbers; `values` has the number of each category of the domain. */
export function interval(values: readonly number[]): Metric {
  const order = values.map((_, c) => c).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  return (counts) => along(values, counts, order);
}

/**
 * Squared differences that are given as a matrix over the domain. Throws a `RangeError` for a matrix that is not symmetric
 * with zeros in its diagonal and numbers from 0 elsewhere.
 */
export function custom(matrix: readonly (readonly number[])[]): Metric {
  requireDistances(matrix);
  const between = (c: number, k: number) => matrix[c]?.[k] ?? 0;
  return (counts) => ({
    between,
    overall: () => {
      const used = [...counts.keys()].filter((c) => counts[c] !== 0);
      let sum = 0;
      for (const [i, c] of used.entries())
        for (const k of used.slice(i + 1)) sum += (counts[c] ?? 0) * (counts[k] ?? 0) * between(c, k);
      return sum;
    },
  });
}

/**
 * Squared distances on a line. The overall sum goes along the line, which `order` does, and adds what is positive only, so
 * that nothing is lost by subtraction and whole numbers stay exact.
 */
function along(
  places: ArrayLike<number>,
  counts: Float64Array,
  order: ArrayLike<number> = counts.map((_, c) => c),
): Distances {
  return {
    between: (c, k) => ((places[c] ?? 0) - (places[k] ?? 0)) ** 2,
    overall: () => {
      let [sum, before, behind, squaredBehind] = [0, 0, 0, 0];
      let last = places[order[0] ?? 0] ?? 0;
      for (let i = 0; i < order.length; i++) {
        const c = order[i] ?? 0;
        const count = counts[c] ?? 0;
        if (count === 0) continue;
        const step = (places[c] ?? 0) - last;
        squaredBehind += 2 * step * behind + step * step * before;
        behind += step * before;
        sum += count * squaredBehind;
        before += count;
        last = places[c] ?? 0;
      }
      return sum;
    },
  };
}

function requireDistances(matrix: readonly (readonly number[])[]): void {
  for (const [c, row] of matrix.entries()) {
    if (row.length !== matrix.length) throw new RangeError("A matrix of distances must be square.");
    for (const [k, distance] of row.entries()) {
      const isRight = c === k ? distance === 0 : distance >= 0 && distance < Infinity && distance === matrix[k]?.[c];
      if (!isRight) throw new RangeError(`${distance} cannot be the distance of the categories ${c} and ${k}.`);
    }
  }
}
