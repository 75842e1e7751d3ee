import type { ListedSpeaker, Quoted } from "../../annotations/model/speaker-list.ts";
import { amount } from "../controls/amount.ts";

/** `12 marks in 3 sources`; `no marks`. */
export function amountQuoted({ marks, sources }: Quoted): string {
  return marks.size === 0 ? "no marks" : `${amount(marks.size, "mark")} in ${amount(sources.size, "source")}`;
}

/** The other names of a speaker, in words; nothing where there is none. */
export function aliasWords({ aliases }: Pick<ListedSpeaker, "aliases">): string {
  return aliases.length === 0 ? "" : `also ${aliases.join(", ")}`;
}
