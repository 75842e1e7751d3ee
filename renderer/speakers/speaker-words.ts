import type { ListedSpeaker, Quoted } from "../../annotations/model/speaker-list.ts";

/** `12 marks in 3 sources`; `no marks`. */
export function amountQuoted({ marks, sources }: Quoted): string {
  return marks.size === 0 ? "no marks" : `${amount(marks.size, "mark")} in ${amount(sources.size, "source")}`;
}

/** `1 mark`, `2 marks`. */
export function amount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** The other names of a speaker, in words; nothing where there is none. */
export function aliasWords({ aliases }: Pick<ListedSpeaker, "aliases">): string {
  return aliases.length === 0 ? "" : `also ${aliases.join(", ")}`;
}
