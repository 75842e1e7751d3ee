import { Failure } from "../../../annotations/api/reply.ts";
import type { Command, SimpleCommand } from "../../../annotations/commands/command.ts";
import { applyAll } from "../../../annotations/commands/step.ts";
import type { ReadAnalyst, ReadAnnotations } from "../../../annotations/exchange/reading/read-annotations.ts";
import { ReadingClaims } from "../../../annotations/exchange/reading/reading-claims.ts";
import { commandsAfterClaims } from "../../../annotations/exchange/reading/reading-commands.ts";
import { personHere } from "../../../annotations/exchange/reading/reading-ground.ts";
import {
  type ReadingChoices,
  type ReadingPlan,
  readingPlan,
} from "../../../annotations/exchange/reading/reading-plan.ts";
import { sharedCommands } from "../../../annotations/exchange/reading/shared-commands.ts";
import { matchSources, type SourceChoice } from "../../../annotations/exchange/reading/source-match.ts";
import { batchOf } from "../../../annotations/merging/merge-plan.ts";
import type { Analyst } from "../../../annotations/model/analyst.ts";
import type { AnnotationSet } from "../../../annotations/model/annotation-set.ts";
import { AnalystId, newId, type SourceId } from "../../../annotations/model/id.ts";
import { annotationSet, type Project } from "../../../annotations/model/project.ts";
import { now } from "../../../annotations/model/timestamp.ts";
import { nodeFiles } from "../../storage/disk/files.ts";
import { machineProcesses } from "../../storage/journal/machine-processes.ts";
import { heldSets } from "../../storage/project/held-sets.ts";
import { projectLayout } from "../../storage/project/project-layout.ts";
import type { ProjectStore } from "../../storage/project/project-store.ts";
import type { NewSource } from "../../storage/project/source-files.ts";
import { requireNoSet, writeNewSet } from "../../storage/set/new-set.ts";
import { emptySet } from "../../storage/set/set-reading.ts";
import { additionsOf } from "./additions.ts";

/** How files are read into a project where nobody looks at a preview. */
export interface ReadingWish extends Pick<ReadingChoices, "accepted" | "conflicts"> {
  /** Whose set all marks join; absent: each analyst of the files has their own, by id or name, which is made where it is missing. */
  readonly analyst?: Analyst | undefined;
  /** The names of the files' analysts whose marks are read; absent: everybody's. */
  readonly from?: readonly string[] | undefined;
  /** Which articles of the files, by their keys, are which sources, where a person says so. */
  readonly matches: ReadonlyMap<string, SourceId>;
  /** Whether articles that the project does not have join it, where the files hold their texts. */
  readonly addArticles: boolean;
}

/** What reading does to one analyst's set. */
export interface SetReading {
  readonly analyst: Analyst;
  /** Whether the analyst has no set here yet. */
  readonly isNew: boolean;
  readonly plan: ReadingPlan;
}

/** What reading files into a project does; tried out on its value, so that nothing of it is refused later. */
export interface WholeReading {
  readonly additions: readonly NewSource[];
  readonly sets: readonly SetReading[];
  /** The sets that begin with it, as they are before anything joins them. */
  readonly begun: readonly AnnotationSet[];
  /** All that changes in sets and in what they share, claims first, since marks of all sets may need them. */
  readonly commands: readonly Command[];
  /** The project as it is then. */
  readonly after: Project;
}

/** Plans the reading of files into a project. Throws a `Failure` or `Refusal` when a wish does not fit. */
export function wholeReading(project: Project, read: ReadAnnotations, wish: ReadingWish): WholeReading {
  const possible = additionsOf(project, read.sources);
  const asSources = new Map([...possible].map(([key, { source }]) => [key, source]));
  const choices = sourceChoices(project, read, possible, wish);
  const additions = [...choices].flatMap(([key, choice]) => (choice === "add" ? (possible.get(key) ?? []) : []));
  const targets = targetsOf(project, read, wish);
  const begins: Project = {
    ...project,
    sources: [...project.sources, ...additions.map(({ source }) => source)],
    sets: [...project.sets, ...targets.flatMap(({ begun }) => begun ?? [])],
  };
  const sets = targets.map(({ analyst, begun, from }): SetReading => {
    const decided = { ...wish, analyst: analyst.id, from, sources: choices, labels: new Map(), placed: new Map() };
    return { analyst, isNew: begun !== null, plan: readingPlan(begins, read, decided, asSources) };
  });
  const { commands, after } = carriedOut(begins, sets);
  const changed = new Set(commands.map(({ analyst }) => analyst));
  // Whoever has a set in another project has one here, whatever is in it.
  const isMeant = ({ analyst: { id } }: AnnotationSet) =>
    changed.has(id) || read.analysts.some((one) => one.set && one.id === id);
  const begun = targets.flatMap((target) => target.begun ?? []).filter(isMeant);
  const all = [...project.sets, ...begun].map(({ analyst }) => analyst.id);
  return {
    additions,
    sets,
    begun,
    commands,
    after: { ...after, sets: after.sets.filter(({ analyst }) => all.includes(analyst.id)) },
  };
}

/** The commands that carry out the plans of several sets, and the project after them. */
function carriedOut(begins: Project, sets: readonly SetReading[]): Pick<WholeReading, "commands" | "after"> {
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

/** Articles that are found by nothing join the project, if that is wished. */
function sourceChoices(
  project: Project,
  read: ReadAnnotations,
  possible: ReadonlyMap<string, NewSource>,
  { addArticles, matches }: ReadingWish,
): ReadonlyMap<string, SourceChoice> {
  if (!addArticles) return matches;
  const found = matchSources(project, read.sources, new Map(), new Map());
  const missing = read.sources.filter(({ key }) => found.get(key)?.kind === "left" && possible.has(key));
  return new Map<string, SourceChoice>([...missing.map(({ key }) => [key, "add"] as const), ...matches]);
}

interface Target {
  readonly analyst: Analyst;
  /** The set as it begins, where the analyst has none here yet; else null. */
  readonly begun: AnnotationSet | null;
  /** The keys of the files' analysts whose marks join this set. */
  readonly from: ReadonlySet<string> | undefined;
}

function targetsOf(project: Project, read: ReadAnnotations, { analyst, from }: ReadingWish): readonly Target[] {
  const { analysts, marks, cells } = read;
  const unknown = from?.find((name) => !analysts.some((one) => one.name === name));
  if (unknown !== undefined) {
    throw new Failure(
      "refused",
      `The files name no analyst ${unknown}. They name: ${analysts.map(({ name }) => name).join(", ") || "nobody"}.`,
    );
  }
  const wanted = analysts.filter(({ name }) => from?.includes(name) ?? true);
  if (analyst) {
    const begun = annotationSet(project, analyst.id) ? null : emptySet(project.file.id, analyst);
    return [{ analyst, begun, from: from && new Set(wanted.map(({ key }) => key)) }];
  }
  if (wanted.length === 0 || [...marks, ...cells].some((one) => one.analyst === undefined)) {
    throw new Failure("refused", "The files do not say who made the marks: say with --analyst whose set they join.");
  }
  const targets = new Map<AnalystId, Target>();
  for (const one of wanted) {
    const target = ownTarget(project, one);
    const former = targets.get(target.analyst.id)?.from ?? [];
    targets.set(target.analyst.id, { ...target, from: new Set([...former, one.key]) });
  }
  return [...targets.values()];
}

/** The set that an analyst of the files has here, or begins here as it began there. */
function ownTarget(project: Project, { id, name, more, set }: ReadAnalyst): Omit<Target, "from"> {
  const there = personHere(
    project.sets.map(({ analyst }) => analyst),
    { id, name },
  );
  if (there) return { analyst: there, begun: null };
  const own = AnalystId.safeParse(id?.toLowerCase()).data ?? newId(AnalystId);
  const analyst = { ...more, id: own, name: name.trim().slice(0, 200) || "Unnamed" };
  const empty = emptySet(project.file.id, analyst);
  return { analyst, begun: set ? { ...set.more, ...empty, createdAt: set.createdAt } : empty };
}
