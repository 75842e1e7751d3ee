import { z } from "zod";

/** In the order of the keys 1 to 5. */
export const STANCES = ["supports", "refutes", "mixed", "questions", "mentions"] as const;

/** What a passage does to a claim. */
export const Stance = z.enum(STANCES);
export type Stance = z.infer<typeof Stance>;

/** One character per stance, so that colour is never the only signal. */
export const STANCE_SIGNS: Readonly<Record<Stance, string>> = {
  supports: "+",
  refutes: "−",
  mixed: "±",
  questions: "?",
  mentions: "○",
};

/** The stance on the number key `key` ("1" to "5"), or undefined for any other key. */
export function stanceOfKey(key: string): Stance | undefined {
  return /^[1-5]$/.test(key) ? STANCES[Number(key) - 1] : undefined;
}
