import { apply } from "../../../annotations/commands/apply.ts";
import type { ReadAnnotations } from "../../../annotations/exchange/reading/read-annotations.ts";
import { readingCommands } from "../../../annotations/exchange/reading/reading-commands.ts";
import type { ReadingChoices } from "../../../annotations/exchange/reading/reading-plan.ts";
import { type SetPlan, type SetTarget, setPlan } from "../../../annotations/exchange/reading/set-plans.ts";
import { batchOf } from "../../../annotations/merging/merge-plan.ts";
import type { Project } from "../../../annotations/model/project.ts";
import { now } from "../../../annotations/model/timestamp.ts";
import type { ReadCopy } from "../../storage/project/other-copy.ts";
import type { NewSource } from "../../storage/project/source-files.ts";
import { emptySet } from "../../storage/set/set-reading.ts";

/** How files are read into a project. */
export interface ReadingWish extends Omit<ReadingChoices, "analyst" | "from"> {
  readonly targets: readonly SetTarget[];
  /** The sources that articles of the files may become, by their keys; those that are to be added come along. */
  readonly possible: ReadonlyMap<string, NewSource>;
}

/** What reading files into a project does. */
export interface WholeReading {
  readonly additions: readonly NewSource[];
  readonly sets: readonly SetPlan[];
  /** The project after that. */
  readonly after: Project;
}

/** Plans the reading of files into a project, and tries it out on its value. Throws a `Refusal` when a wish does not fit. */
export function wholeReading(
  project: Project,
  read: ReadAnnotations,
  { targets, possible, ...choices }: ReadingWish,
): WholeReading {
  const asSources = new Map([...possible].map(([key, { source }]) => [key, source]));
  const additions = [...choices.sources].flatMap(([key, choice]) =>
    choice === "add" ? (possible.get(key) ?? []) : [],
  );
  let after: Project = { ...project, sources: [...project.sources, ...additions.map(({ source }) => source)] };
  const sets = targets.map((target): SetPlan => {
    const set = setPlan(after, read, target, choices, asSources);
    if (set.isNew) after = { ...after, sets: [...after.sets, emptySet(project.file.id, target.analyst)] };
    const batch = batchOf(readingCommands(after, set.plan, now()));
    if (batch) after = apply(after, batch);
    return set;
  });
  return { additions, sets, after };
}

/** The project after a reading as another copy of it, to be merged: with the sets that it changes, and the articles that it adds. */
export function copyAfter({ additions, sets, after }: WholeReading, before: Project): ReadCopy {
  const ids = new Set(sets.map(({ analyst }) => analyst.id));
  const isChanged = (set: Project["sets"][number]) => {
    const former = before.sets.find(({ analyst }) => analyst.id === set.analyst.id);
    return former ? former !== set : set.marks.length + set.cells.length + set.claims.length > 0;
  };
  return {
    file: null,
    sources: additions.map(({ source }) => source),
    sets: after.sets.filter((set) => ids.has(set.analyst.id) && isChanged(set)),
    claims: [],
    withOriginal: async ({ id }) => {
      const addition = additions.find(({ source }) => source.id === id);
      if (!addition) throw new Error(`article ${id} is not one of those that were read`);
      return addition;
    },
  };
}
