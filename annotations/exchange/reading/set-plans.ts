import type { Analyst } from "../../model/analyst.ts";
import { emptySet } from "../../model/annotation-set.ts";
import { AnalystId, newId } from "../../model/id.ts";
import { annotationSet, type Project } from "../../model/project.ts";
import type { ReadAnalyst, ReadAnnotations } from "./read-annotations.ts";
import { personHere, shownName } from "./reading-ground.ts";
import { type ReadingChoices, type ReadingPlan, readingPlan } from "./reading-plan.ts";
import type { Additions } from "./source-match.ts";
import { weighedTogether } from "./weighed.ts";

/** Whose set marks of the files join. */
export interface SetTarget {
  readonly analyst: Analyst;
  /** The keys of the files' analysts whose marks these are; undefined for everybody's and those of nobody. */
  readonly from: ReadonlySet<string> | undefined;
}

/** What reading would do to one analyst's set. */
export interface SetPlan extends SetTarget {
  /** Whether the analyst has no set here yet. */
  readonly isNew: boolean;
  readonly plan: ReadingPlan;
}

/**
 * A set for each of the files' analysts, or of those in `from`: the one that is here by id, then by name, else a new one.
 * Those who are the same person here share it.
 */
export function setForEach(
  project: Project,
  { analysts }: Pick<ReadAnnotations, "analysts">,
  from?: ReadonlySet<string>,
): readonly SetTarget[] {
  const here = project.sets.map(({ analyst }) => analyst);
  const targets = new Map<AnalystId, { readonly analyst: Analyst; readonly from: Set<string> }>();
  for (const read of analysts) {
    if (from && !from.has(read.key)) continue;
    const analyst = analystHere([...here, ...[...targets.values()].map((target) => target.analyst)], read);
    const target = targets.get(analyst.id) ?? { analyst, from: new Set() };
    target.from.add(read.key);
    targets.set(analyst.id, target);
  }
  return [...targets.values()];
}

function analystHere(known: readonly Analyst[], { id, name, more }: ReadAnalyst): Analyst {
  const there = personHere(known, { id, name });
  return (
    there ?? { ...more, id: AnalystId.safeParse(id?.toLowerCase()).data ?? newId(AnalystId), name: shownName(name) }
  );
}

/** Whether the files say of each mark and finding whose it is. */
export function isEachNamed({ analysts, marks, cells }: ReadAnnotations): boolean {
  const known = new Set(analysts.map(({ key }) => key));
  const isNamed = ({ analyst }: { readonly analyst?: string | undefined }) => known.has(analyst ?? "");
  return analysts.length > 0 && marks.every(isNamed) && cells.every(isNamed);
}

/** What reading would do to one set, as the project is now. */
export function setPlan(
  project: Project,
  read: ReadAnnotations,
  { analyst, from }: SetTarget,
  choices: Omit<ReadingChoices, "analyst" | "from">,
  additions: Additions,
): SetPlan {
  const isNew = annotationSet(project, analyst.id) === undefined;
  const begins = isNew ? { ...project, sets: [...project.sets, emptySet(project.file.id, analyst)] } : project;
  return {
    ...{ analyst, from, isNew },
    plan: readingPlan(begins, read, { ...choices, analyst: analyst.id, from }, additions),
  };
}

/** What several plans for the same files do together. Undefined for none. */
export function planTogether(sets: readonly SetPlan[]): ReadingPlan | undefined {
  const [first, ...others] = sets.map(({ plan }) => plan);
  if (!first || others.length === 0) return first;
  const all = [first, ...others];
  return {
    ...first,
    marks: all.flatMap(({ marks }) => marks).sort((a, b) => a.index - b.index),
    left: all.reduce((sum, { left }) => sum + left, 0),
    stays: [...new Set(all.flatMap(({ stays }) => stays))],
    cells: weighedTogether(all.map(({ cells }) => cells)),
    origins: weighedTogether(all.map(({ origins }) => origins)),
    progress: {
      ...weighedTogether(all.map(({ progress }) => progress)),
      ofOthers: all.reduce((sum, { progress }) => sum + progress.ofOthers, 0),
    },
    revisions: {
      revised: all.flatMap(({ revisions }) => revisions.revised),
      other: all.flatMap(({ revisions }) => revisions.other),
      earlier: all.reduce((sum, { revisions }) => sum + revisions.earlier, 0),
      same: all.reduce((sum, { revisions }) => sum + revisions.same, 0),
    },
  };
}
