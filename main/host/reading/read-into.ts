import { Failure } from "../../../annotations/api/reply.ts";
import { apply } from "../../../annotations/commands/apply.ts";
import type { SimpleCommand } from "../../../annotations/commands/command.ts";
import type { ReadAnnotations } from "../../../annotations/exchange/reading/read-annotations.ts";
import { readingCommands } from "../../../annotations/exchange/reading/reading-commands.ts";
import {
  type ReadingChoices,
  type ReadingPlan,
  readingPlan,
} from "../../../annotations/exchange/reading/reading-plan.ts";
import type { SourceChoice } from "../../../annotations/exchange/reading/source-match.ts";
import { batchOf } from "../../../annotations/merging/merge-plan.ts";
import type { Analyst } from "../../../annotations/model/analyst.ts";
import { AnalystId, newId, type SourceId } from "../../../annotations/model/id.ts";
import { annotationSet, type Project } from "../../../annotations/model/project.ts";
import { now } from "../../../annotations/model/timestamp.ts";
import type { ProjectStore } from "../../storage/project/project-store.ts";
import type { NewSource } from "../../storage/project/source-files.ts";
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
  readonly commands: readonly SimpleCommand[];
}

/** What reading files into a project does; tried out on its value, so that nothing of it is refused later. */
export interface WholeReading {
  readonly additions: readonly NewSource[];
  readonly sets: readonly SetReading[];
}

/** Plans the reading of files into a project. Throws a `Failure` or `Refusal` when a wish does not fit. */
export function wholeReading(project: Project, read: ReadAnnotations, wish: ReadingWish): WholeReading {
  const possible = additionsOf(project, read.sources);
  const asSources = new Map([...possible].map(([key, { source }]) => [key, source]));
  const choices = sourceChoices(project, read, possible, wish);
  const additions = [...choices].flatMap(([key, choice]) => (choice === "add" ? (possible.get(key) ?? []) : []));
  let after: Project = { ...project, sources: [...project.sources, ...additions.map(({ source }) => source)] };
  const sets = targetsOf(project, read, wish).map(({ analyst, from }): SetReading => {
    const isNew = annotationSet(after, analyst.id) === undefined;
    if (isNew) after = { ...after, sets: [...after.sets, emptySet(project.file.id, analyst)] };
    const decided = { ...wish, analyst: analyst.id, from, sources: choices, labels: new Map(), placed: new Map() };
    const plan = readingPlan(after, read, decided, asSources);
    const commands = readingCommands(after, plan, now());
    const batch = batchOf(commands);
    if (batch) after = apply(after, batch);
    return { analyst, isNew, plan, commands };
  });
  return { additions, sets };
}

/** Carries a reading out: the articles first, then each set, which another program must not have open. */
export async function carryOut(store: ProjectStore, { additions, sets }: WholeReading): Promise<void> {
  if (additions.length > 0) await store.addSources(additions);
  for (const { analyst, isNew, commands } of sets) {
    const batch = batchOf(commands);
    if (!batch) continue;
    if (isNew) await store.joinAs(analyst);
    else await store.workAs(analyst);
    if (store.access.kind === "read-only") throw new Failure("refused", store.access.reason);
    await store.apply([batch]);
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
  const found = readingPlan(project, { ...read, marks: [], cells: [] }, nobodysChoices()).sources;
  const missing = read.sources.filter(({ key }) => found.get(key)?.kind === "left" && possible.has(key));
  return new Map<string, SourceChoice>([...missing.map(({ key }) => [key, "add"] as const), ...matches]);
}

function nobodysChoices(): ReadingChoices {
  const none = { sources: new Map(), labels: new Map(), placed: new Map(), accepted: new Set<never>() };
  return { analyst: newId(AnalystId), ...none, conflicts: "ours" };
}

interface Target {
  readonly analyst: Analyst;
  /** The keys of the files' analysts whose marks join this set. */
  readonly from: ReadonlySet<string> | undefined;
}

function targetsOf(
  project: Project,
  { analysts, marks, cells }: ReadAnnotations,
  { analyst, from }: ReadingWish,
): readonly Target[] {
  const unknown = from?.find((name) => !analysts.some((one) => one.name === name));
  if (unknown !== undefined) {
    throw new Failure(
      "refused",
      `The files name no analyst ${unknown}. They name: ${analysts.map(({ name }) => name).join(", ") || "nobody"}.`,
    );
  }
  const wanted = analysts.filter(({ name }) => from?.includes(name) ?? true);
  if (analyst) return [{ analyst, from: from && new Set(wanted.map(({ key }) => key)) }];
  if (wanted.length === 0 || [...marks, ...cells].some((one) => one.analyst === undefined)) {
    throw new Failure("refused", "The files do not say who made the marks: say with --analyst whose set they join.");
  }
  const known = project.sets.map((set) => set.analyst);
  return wanted.map(({ key, id, name }) => {
    const there = known.find((one) => one.id === id?.toLowerCase()) ?? known.find((one) => one.name === name);
    const own = AnalystId.safeParse(id?.toLowerCase()).data ?? newId(AnalystId);
    return { analyst: there ?? { id: own, name: name.trim().slice(0, 200) || "Unnamed" }, from: new Set([key]) };
  });
}
