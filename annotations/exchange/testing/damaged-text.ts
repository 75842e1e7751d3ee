import type { Random } from "../../agreement/random.ts";

/** Values that no position, count or name should have, as they stand in JSON, CSV or markup. */
const ODD = [
  "-1",
  "1e400",
  "NaN",
  "null",
  "true",
  '""',
  "[]",
  "{}",
  "9007199254740993",
  "0.5",
  "__proto__",
  "\\ud800",
  "<!DOCTYPE x>",
  "&#0;",
  "\u0000",
  "\u202e",
  "\r",
  '"',
  "99999999",
];

/** A text with one to four damages of the kinds that broken programs and disks, and people with editors, make. */
export function damagedText(text: string, random: Random): string {
  let damaged = text;
  for (let left = 1 + below(random, 4); left > 0; left--)
    damaged = DAMAGES[below(random, DAMAGES.length)]?.(damaged, random) ?? damaged;
  return damaged;
}

type Damage = (text: string, random: Random) => string;

const DAMAGES: readonly Damage[] = [
  (text, random) => text.slice(0, below(random, text.length + 1)),
  (text, random) => spliced(text, random, 1 + below(random, 40), ""),
  (text, random) => spliced(text, random, 0, ODD[below(random, ODD.length)] ?? ""),
  (text, random) => {
    const from = below(random, text.length + 1);
    return spliced(text, random, 0, text.slice(from, from + 1 + below(random, 200)));
  },
  (text, random) => withNumber(text, random),
  (text, random) => spliced(text, random, 1, String.fromCharCode(below(random, 0x10000))),
];

function spliced(text: string, random: Random, length: number, added: string): string {
  const at = below(random, text.length + 1);
  return text.slice(0, at) + added + text.slice(at + length);
}

/** One of the numbers, or what stands for a value, is another one. */
function withNumber(text: string, random: Random): string {
  const numbers = [...text.matchAll(/\d+/g)];
  const found = numbers[below(random, numbers.length)];
  if (!found) return text;
  return (
    text.slice(0, found.index) + (ODD[below(random, ODD.length)] ?? "") + text.slice(found.index + found[0].length)
  );
}

function below(random: Random, limit: number): number {
  return limit === 0 ? 0 : random(Math.min(limit, 2 ** 21));
}
