import type { Analyst } from "../../model/analyst.ts";
import { AnalystId, newId } from "../../model/id.ts";
import { annotationSet, type Project } from "../../model/project.ts";
import type { ReadAnalyst, ReadAnnotations } from "./read-annotations.ts";
import { type ReadingChoices, type ReadingPlan, readingPlan } from "./reading-plan.ts";
import type { Additions } from "./source-match.ts";

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

function analystHere(known: readonly Analyst[], { id, name }: ReadAnalyst): Analyst {
  const own = { id: AnalystId.safeParse(id?.toLowerCase()).data ?? newId(AnalystId), name: shownName(name) };
  return known.find((one) => one.id === own.id) ?? known.find((one) => one.name === own.name) ?? own;
}

/** A name as an analyst here may have it. */
function shownName(name: string): string {
  return name.trim().slice(0, 200).trim() || "Unnamed";
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
  return {
    ...{ analyst, from, isNew },
    plan: readingPlan(project, read, { ...choices, analyst: analyst.id, from }, additions),
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
    cells: {
      fresh: all.flatMap(({ cells }) => cells.fresh),
      other: all.flatMap(({ cells }) => cells.other),
      same: all.reduce((sum, { cells }) => sum + cells.same, 0),
    },
  };
}
