import { z } from "zod";
import { Failure } from "../../annotations/api/reply.ts";
import type { AnnotationSet } from "../../annotations/model/annotation-set.ts";
import { AnalystId, type ClaimId, SourceId } from "../../annotations/model/id.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import type { ProjectFile } from "../../annotations/model/project.ts";
import type { Source } from "../../annotations/model/source.ts";
import { locate } from "../../annotations/text/selector.ts";
import { shownName } from "../host/file-name.ts";
import type { Files } from "./files.ts";
import { namesIn, type Place } from "./place.ts";
import { readProjectFile, requireProject } from "./project-folder.ts";
import { type ProjectLayout, projectLayout } from "./project-layout.ts";
import { listSets, readSet, requireJournalledSets } from "./set-files.ts";
import { listSources, readSource } from "./source-files.ts";

/** Something that is wrong with a project, and in which of its files. */
export interface Problem {
  readonly file: string;
  readonly problem: string;
}

/** What could be read of a folder's files. */
interface Found<T> {
  readonly values: readonly T[];
  /** Whether there are no others. */
  readonly complete: boolean;
}

/**
 * Everything that is wrong with the project in `folder`: files that cannot be read, texts that are not the ones
 * imported, ids that are there twice, marks that do not stand where they say, claims and sources that are not there.
 * Changes nothing. Throws a `Failure` when the folder is no project at all.
 */
export async function checkProject(files: Files, folder: string): Promise<readonly Problem[]> {
  const layout = projectLayout(folder);
  const problems: Problem[] = [];

  async function attempt<T>({ label }: Place, read: () => Promise<T>): Promise<T | null> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const { message } = error;
      // A folder that cannot be listed is met more than once.
      if (!problems.some(({ problem }) => problem === message)) problems.push({ file: label, problem: message });
      return null;
    }
  }

  async function readSources(): Promise<Found<Source>> {
    const ids = await attempt(layout.sources, () => listSources(files, layout));
    const values: Source[] = [];
    for (const id of ids ?? []) {
      const stored = await attempt(layout.source(id), () => readSource(files, layout, id));
      if (stored) values.push(stored.source);
    }
    return { values, complete: values.length === ids?.length };
  }

  async function readSets(file: ProjectFile, sources: readonly Source[]): Promise<Found<AnnotationSet>> {
    const ids = await attempt(layout.annotations, () => listSets(files, layout));
    if (!ids) return { values: [], complete: false };
    const journalled = await attempt(layout.journals, async () => {
      await requireJournalledSets(files, layout, ids);
      return true;
    });
    const values: AnnotationSet[] = [];
    for (const id of ids) {
      const stored = await attempt(layout.set(id), () => readSet(files, layout, { file, sources }, id));
      if (stored) values.push(stored.set);
    }
    return { values, complete: journalled !== null && values.length === ids.length };
  }

  await requireProject(files, layout);
  const file = await attempt(layout.project, () => readProjectFile(files, layout));
  const sources = await readSources();
  const sets = file ? await readSets(file.data, sources.values) : { values: [], complete: false };
  for (const place of [layout.sources, layout.annotations]) {
    problems.push(...((await attempt(place, () => strayFiles(files, place))) ?? []));
  }
  return [...problems, ...contentProblems(layout, sources, sets)];
}

/** Sources and analysts have ids of one form. */
const ANY_ID = z.union([SourceId, AnalystId]);

/** JSON files that look like a part of the project and are not read, as file-sync services leave them. */
async function strayFiles(files: Files, place: Place): Promise<readonly Problem[]> {
  const strays = (await namesIn(files, place)).filter(
    (name) => name.endsWith(".json") && !ANY_ID.safeParse(name.slice(0, -5)).success,
  );
  return strays.map((name) => ({
    file: `${place.label}/${shownName(name)}`,
    problem: "Its name is not an id, so it is not read.",
  }));
}

function* contentProblems(
  layout: ProjectLayout,
  sources: Found<Source>,
  sets: Found<AnnotationSet>,
): Generator<Problem> {
  // What could not be read may hold what seems to be missing.
  const claims = sets.complete ? new Set(sets.values.flatMap((set) => set.claims.map(({ id }) => id))) : null;
  const sourceIds = sources.complete ? new Set(sources.values.map(({ id }) => id)) : null;
  const seen = new Set<string>();
  for (const set of sets.values) {
    const file = layout.set(set.analyst.id).label;
    for (const problem of [
      ...repeated(
        "mark",
        set.marks.map(({ id }) => id),
        seen,
      ),
      ...repeated(
        "tag",
        set.marks.flatMap(({ tags }) => tags.map(({ id }) => id)),
        seen,
      ),
      ...repeated(
        "claim",
        set.claims.map(({ id }) => id),
      ),
      ...repeated(
        "cell",
        set.cells.map(({ claimId, sourceId }) => `${claimId} ${sourceId}`),
      ),
      ...set.marks.flatMap((mark) => markProblems(mark, sources.values, claims)),
      ...set.cells.flatMap(({ claimId, sourceId }) => [
        ...(!claims || claims.has(claimId) ? [] : [`A cell's claim ${claimId} is not in the project.`]),
        ...(!sourceIds || sourceIds.has(sourceId) ? [] : [`A cell's source ${sourceId} is not in the project.`]),
      ]),
    ]) {
      yield { file, problem };
    }
  }
}

function markProblems(mark: Mark, sources: readonly Source[], claims: ReadonlySet<ClaimId> | null): readonly string[] {
  const source = sources.find(({ id }) => id === mark.sourceId);
  const ranges = source ? mark.ranges.flatMap((range, i) => rangeProblems(mark, i, locate(source, range).kind)) : [];
  const tags = mark.tags.filter(({ claimId }) => claims && !claims.has(claimId));
  const order = mark.ranges.some((range, i) => range.start < (mark.ranges[i - 1]?.end ?? 0));
  return [
    ...ranges,
    ...(order ? [`The pieces of mark ${mark.id} overlap or are out of order.`] : []),
    ...tags.map(({ id, claimId }) => `The claim ${claimId} of tag ${id} is not in the project.`),
  ];
}

function rangeProblems(mark: Mark, index: number, kind: ReturnType<typeof locate>["kind"]): readonly string[] {
  const piece = mark.ranges.length === 1 ? `Mark ${mark.id}` : `Piece ${index + 1} of mark ${mark.id}`;
  switch (kind) {
    case "exact":
      return [];
    case "moved":
      return [`${piece} does not stand where it says, but its quote stands elsewhere in the text.`];
    case "ambiguous":
      return [`${piece} does not stand where it says; its quote stands in several places.`];
    case "lost":
      return [`${piece} quotes words that are not in the text.`];
    default:
      return kind satisfies never;
  }
}

function repeated(noun: string, ids: readonly string[], seen = new Set<string>()): readonly string[] {
  return ids.flatMap((id) => {
    if (seen.has(id)) return [`The ${noun} ${id} is there twice.`];
    seen.add(id);
    return [];
  });
}
