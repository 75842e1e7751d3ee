import { STANCES, type Stance } from "../../model/stance.ts";

/** What a label that was made of a claim and a stance stands for. */
export interface LabelMeaning {
  /** The label of the claim; null where only a stance is named. */
  readonly claim: string | null;
  readonly stance: Stance | null;
}

/** A claim ID and a stance as one label, for formats in which a stretch has a single one: `C1/supports`. */
export function joinedLabel(claimLabel: string, stance: Stance): string {
  return `${claimLabel}/${stance}`;
}

const DIVIDER = /[\s/:_|#.–—-]/u;

/** What a label of a foreign file seems to mean: a stance at its end, in any case and after any divider, is its stance. */
export function labelMeaning(name: string): LabelMeaning {
  const trimmed = name.trim();
  const stance = STANCES.find((one) => trimmed.slice(-one.length).toLowerCase() === one);
  if (!stance) return { claim: trimmed === "" ? null : trimmed, stance: null };
  const before = trimmed.slice(0, trimmed.length - stance.length);
  let end = before.length;
  while (DIVIDER.test(before.charAt(end - 1))) end--;
  if (end === before.length && end > 0) return { claim: trimmed, stance: null };
  return { claim: end === 0 ? null : before.slice(0, end), stance };
}
