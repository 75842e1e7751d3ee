import type { Command, SimpleCommand } from "../../../annotations/commands/command.ts";
import { applyAll } from "../../../annotations/commands/step.ts";
import type { ReadAnnotations } from "../../../annotations/exchange/reading/read-annotations.ts";
import { ReadingClaims } from "../../../annotations/exchange/reading/reading-claims.ts";
import { commandsAfterClaims } from "../../../annotations/exchange/reading/reading-commands.ts";
import type { ReadingChoices } from "../../../annotations/exchange/reading/reading-plan.ts";
import { type SetPlan, type SetTarget, setPlan } from "../../../annotations/exchange/reading/set-plans.ts";
import { sharedCommands } from "../../../annotations/exchange/reading/shared-commands.ts";
import { batchOf } from "../../../annotations/merging/merge-plan.ts";
import { type AnnotationSet, emptySet } from "../../../annotations/model/annotation-set.ts";
import { annotationSet, type Project } from "../../../annotations/model/project.ts";
import { now } from "../../../annotations/model/timestamp.ts";
import { nodeFiles } from "../../storage/disk/files.ts";
import { machineProcesses } from "../../storage/journal/machine-processes.ts";
import { heldSets } from "../../storage/project/held-sets.ts";
import type { ReadCopy } from "../../storage/project/other-copy.ts";
import { projectLayout } from "../../storage/project/project-layout.ts";
import type { ProjectStore } from "../../storage/project/project-store.ts";
import type { NewSource } from "../../storage/project/source-files.ts";
import { requireNoSet, writeNewSet } from "../../storage/set/new-set.ts";

/** How files are read into a project. */
export interface ReadingWish extends Omit<ReadingChoices, "analyst" | "from"> {
  readonly targets: readonly SetTarget[];
  /** The sources that articles of the files may become, by their keys; those that are to be added come along. */
  readonly possible: ReadonlyMap<string, NewSource>;
}

/** What reading files into a project does; tried out on its value, so that nothing of it is refused later. */
export interface WholeReading {
  readonly additions: readonly NewSource[];
  readonly sets: readonly SetPlan[];
  /** The sets that begin with it, as they are before anything joins them. */
  readonly begun: readonly AnnotationSet[];
  /** All that changes in sets and in what they share, claims first, since marks of all sets may need them. */
  readonly commands: readonly Command[];
  /** The project as it is then. */
  readonly after: Project;
}

/** Plans the reading of files into a project. Throws a `Refusal` when a wish does not fit. */
export function wholeReading(
  project: Project,
  read: ReadAnnotations,
  { targets, possible, ...choices }: ReadingWish,
): WholeReading {
  const asSources = new Map([...possible].map(([key, { source }]) => [key, source]));
  const additions = [...choices.sources].flatMap(([key, choice]) =>
    choice === "add" ? (possible.get(key) ?? []) : [],
  );
  const beginning = targets.flatMap((target) => beginningSet(project, read, target));
  const begins: Project = {
    ...project,
    sources: [...project.sources, ...additions.map(({ source }) => source)],
    sets: [...project.sets, ...beginning],
  };
  const sets = targets.map((target): SetPlan => {
    const isNew = annotationSet(project, target.analyst.id) === undefined;
    return { ...setPlan(begins, read, target, choices, asSources), isNew };
  });
  const { commands, after } = carriedOut(begins, sets);
  const changed = new Set(commands.map(({ analyst }) => analyst));
  // Whoever has a set in another project has one here, whatever is in it.
  const isMeant = ({ analyst: { id } }: AnnotationSet) =>
    changed.has(id) || read.analysts.some((one) => one.set && one.id === id);
  const begun = beginning.filter(isMeant);
  const ids = new Set([...project.sets, ...begun].map(({ analyst }) => analyst.id));
  return {
    ...{ additions, sets, begun, commands },
    after: { ...after, sets: after.sets.filter(({ analyst }) => ids.has(analyst.id)) },
  };
}

/** The set of an analyst who has none here, as it began where the files come from. */
function beginningSet(project: Project, { analysts }: ReadAnnotations, { analyst }: SetTarget): AnnotationSet[] {
  if (annotationSet(project, analyst.id)) return [];
  const set = analysts.find(({ id }) => id?.toLowerCase() === analyst.id)?.set;
  const empty = emptySet(project.file.id, analyst);
  return [set ? { ...set.more, ...empty, createdAt: set.createdAt } : empty];
}

/** The commands that carry out the plans of several sets, and the project after them. */
function carriedOut(begins: Project, sets: readonly SetPlan[]): Pick<WholeReading, "commands" | "after"> {
  const [first] = sets;
  if (!first) return { commands: [], after: begins };
  const at = now();
  const claims = new ReadingClaims(begins, first.plan.read.claims);
  const commands: Command[] = [];
  let after = begins;
  const carryOut = (list: readonly Command[]) => {
    after = applyAll(after, list);
    commands.push(...list);
  };
  for (const { plan } of sets) carryOut(batched(claims.own(after, plan, at)));
  for (const { plan } of sets) carryOut(batched(commandsAfterClaims(after, plan, at, claims)));
  carryOut(sharedCommands(after, first.plan, { analyst: first.analyst.id, at }));
  return { commands, after };
}

function batched(commands: readonly SimpleCommand[]): readonly Command[] {
  const batch = batchOf(commands);
  return batch ? [batch] : [];
}

/**
 * Carries a reading out: every set that changes is held before anything is written. The articles come first, then new sets,
 * then what changes. Throws a `Failure`, and has changed nothing, when a set is open elsewhere.
 */
export async function carryOut(store: ProjectStore, reading: WholeReading): Promise<void> {
  const { additions, sets, begun, commands } = reading;
  const layout = projectLayout(store.folder);
  const held = heldSets({ files: nodeFiles, folder: store.folder, own: null, deed: "read", options: {} });
  const changed = new Set(commands.map(({ analyst }) => analyst));
  try {
    for (const { analyst, isNew } of sets) {
      if (isNew) await requireNoSet(nodeFiles, layout, store.project, analyst, machineProcesses);
      else if (changed.has(analyst.id)) await held.hold(analyst);
    }
    if (additions.length > 0) await store.addSources(additions);
    for (const set of begun) await writeNewSet(nodeFiles, layout, set);
    for (const { analyst } of begun) if (changed.has(analyst.id)) await held.hold(analyst);
    for (const command of commands) await held.apply(command);
  } finally {
    await held.close();
  }
}

/**
 * The project after a reading as another copy of it, to be merged: with the sets that it changes, and the articles that it
 * adds. What sets share besides stays as it is.
 */
export function copyAfter({ additions, sets, after }: WholeReading, before: Project): ReadCopy {
  const ids = new Set(sets.map(({ analyst }) => analyst.id));
  return {
    file: null,
    sources: additions.map(({ source }) => source),
    sets: after.sets.filter((set) => ids.has(set.analyst.id) && annotationSet(before, set.analyst.id) !== set),
    claims: [],
    withOriginal: async ({ id }) => {
      const addition = additions.find(({ source }) => source.id === id);
      if (!addition) throw new Error(`article ${id} is not one of those that were read`);
      return addition;
    },
  };
}
