/** The share of a standard normal distribution below `x` (Marsaglia 2004, Evaluating the Normal Distribution); NaN for NaN. */
export function normalShare(x: number): number {
  if (Number.isNaN(x)) return x;
  // Beyond this nothing is left that a share could tell from 0 or 1.
  if (Math.abs(x) > 8) return x < 0 ? 0 : 1;
  let [sum, before, term] = [x, 0, x];
  for (let i = 3; sum !== before; i += 2) {
    before = sum;
    term *= (x * x) / i;
    sum += term;
  }
  return 0.5 + sum * Math.exp((-x * x) / 2 - LOG_ROOT_OF_2_PI);
}

const LOG_ROOT_OF_2_PI = 0.5 * Math.log(2 * Math.PI);

/**
 * Below which `x` a share of a standard normal distribution lies: the inverse of `normalShare`, to about 16 digits
 * (Wichura 1988, Algorithm AS 241). Infinite for 0 and 1.
 */
export function normalQuantile(share: number): number {
  const fromMiddle = share - 0.5;
  if (Math.abs(fromMiddle) <= 0.425) {
    const r = 0.180625 - fromMiddle * fromMiddle;
    return (fromMiddle * polynomial(MIDDLE[0], r)) / polynomial(MIDDLE[1], r);
  }
  const tail = Math.min(share, 1 - share);
  if (tail <= 0) return fromMiddle < 0 ? -Infinity : Infinity;
  const r = Math.sqrt(-Math.log(tail));
  const [[above, below], shifted] = r <= 5 ? [TAIL, r - 1.6] : [FAR_TAIL, r - 5];
  const x = polynomial(above, shifted) / polynomial(below, shifted);
  return fromMiddle < 0 ? -x : x;
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}

type Fraction = readonly [numerator: readonly number[], denominator: readonly number[]];

const MIDDLE: Fraction = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
];

const TAIL: Fraction = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
];

const FAR_TAIL: Fraction = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
    1.421511758316446e-7, 2.0442631033899397e-15,
  ],
];
