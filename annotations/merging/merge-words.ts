import { amount } from "../text/amount.ts";
import type { MergePlan } from "./merge-plan.ts";
import type { MergePreview } from "./merge-preview.ts";
import type { Take } from "./merged-items.ts";
import { MERGED_PARTS, type MergedSet } from "./merged-set.ts";

interface Merged {
  readonly sets: readonly {
    readonly name: string;
    readonly isNew: boolean;
    readonly counts: MergedSet["counts"];
  }[];
  /** How many come that are not here. */
  readonly articles: number;
  readonly speakers: number;
}

/** What a merge brings, for a button, a notice and the menu of undo: “12 marks of Bruno”. */
export function mergeWords({ sets, articles, speakers }: Merged, take: Take): string {
  const counted = sets.map(({ name, isNew, counts }) => {
    const [marks = 0, ...rest] = MERGED_PARTS.map((part) => {
      const { added, revised, conflicts } = counts[part];
      return added + revised + (take === "theirs" ? conflicts : 0);
    });
    return { name, marks, others: rest.reduce((sum, count) => sum + count, 0), isNew };
  });
  const changing = counted.filter(({ marks, others, isNew }) => marks + others > 0 || isNew);
  const marks = changing.reduce((sum, set) => sum + set.marks, 0);
  const others = changing.reduce((sum, set) => sum + set.others, 0);
  const entries = others === 0 ? null : others === 1 ? "one other entry" : `${others} other entries`;
  const items = [marks > 0 ? amount(marks, "mark") : null, entries].filter((words) => words !== null).join(" and ");
  const who = analystWords(changing.map(({ name }) => name));
  const parts = [items ? `${items} of ${who}` : null, articles > 0 ? amount(articles, "article") : null];
  const said = parts.filter((words) => words !== null);
  if (said.length > 0) return said.join(", ");
  return changing.length > 0 ? who : amount(speakers, "speaker");
}

function analystWords([first = "", ...others]: readonly string[]): string {
  return others.length === 0 ? first : amount(others.length + 1, "analyst");
}

/** A merge as it is shown before anything happens, for `mergeWords`. */
export function ofPreview({ sets, sources, speakers }: MergePreview): Merged {
  return { sets, articles: sources.added.length, speakers: speakers.length };
}

/** A merge as it is carried out, for `mergeWords`. */
export function ofPlan({ sets, sources, speakers }: MergePlan): Merged {
  const named = sets.map(({ analyst, isNew, counts }) => ({ name: analyst.name, isNew, counts }));
  return { sets: named, articles: sources.length, speakers: speakers.length };
}
