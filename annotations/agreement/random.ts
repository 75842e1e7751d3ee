/** A whole number from 0 up to but not including `below`, each as likely; `below` is at most 2^21. */
export type Random = (below: number) => number;

/** Numbers that look random and are the same for the same seed: the generator sfc32 (Doty-Humphrey, PractRand). */
export function seededRandom(seed: number): Random {
  let [a, b, c, counter] = [0, seed | 0, 0, 1];
  const next = () => {
    const result = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + result) | 0;
    return result >>> 0;
  };
  // The first numbers still show the seed.
  for (let i = 0; i < 12; i++) next();
  return (below) => Math.floor((next() / 0x1_0000_0000) * below);
}
