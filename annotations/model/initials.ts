import type { Analyst } from "./analyst.ts";
import type { AnalystId } from "./id.ts";

/** A few letters for each analyst, no two alike: the initials of the first and the last name, with a number where those clash. */
export function initialsOf(analysts: readonly Analyst[]): ReadonlyMap<AnalystId, string> {
  const taken = new Set<string>();
  return new Map(
    analysts.map(({ id, name }) => {
      const initials = initialsIn(name);
      let free = initials;
      for (let n = 2; taken.has(free); n++) free = `${initials}${n}`;
      taken.add(free);
      return [id, free];
    }),
  );
}

function initialsIn(name: string): string {
  const words = name.trim().split(/\s+/u);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen.map((word) => ([...(word ?? "")][0] ?? "").toUpperCase()).join("");
}
