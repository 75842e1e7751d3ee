import type { Random } from "../../main/storage/testing/random.ts";

/**
 * Sentences of made-up words with a long tail, names, numbers and dates, until they have so many characters; some end a
 * paragraph. The same seed always gives the same.
 */
export function madeUpText(characters: number, accents: boolean, random: Random): readonly string[] {
  const sentences: string[] = [];
  for (let length = 0; length < characters; length += sentences.at(-1)?.length ?? 0) {
    sentences.push(sentence(accents, random) + (random() < 0.2 ? "\n" : ""));
  }
  return sentences;
}

function sentence(accents: boolean, random: Random): string {
  const pick = (length: number) => Math.floor(random() * length);
  const words = Array.from({ length: 10 + pick(20) }, () => madeUpWord(accents, random));
  if (random() < 0.3) words.splice(pick(words.length), 0, String(100 + pick(900)));
  if (random() < 0.3) words.splice(pick(words.length), 0, `Moura${"abcdefgh"[pick(8)]}`);
  if (random() < 0.1) words.push("on", String(1 + pick(28)), "March", "2022");
  return `${words.join(" ")}. `;
}

function madeUpWord(accents: boolean, random: Random): string {
  const pick = (length: number) => Math.floor(random() * length);
  const common = COMMON[pick(COMMON.length)] ?? "";
  const roll = random();
  if (accents && roll < 0.1) return ["déjà", "Keïta", "قَالَ", "œuvre"][pick(4)] ?? "";
  if (roll < 0.5) return common;
  // Zipf's law: few words are frequent, most are rare.
  return `${common}${Math.floor(1 / (random() + 0.0005))}`.replace(/\d/g, (digit) => "abcdefghij"[Number(digit)] ?? "");
}

const COMMON =
  "river town army said people market road minister border report witness month week soldiers and the of in to that was were by from with after before".split(
    " ",
  );
