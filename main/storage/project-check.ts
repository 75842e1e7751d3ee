import { Failure } from "../../annotations/api/reply.ts";
import type { AnnotationSet } from "../../annotations/model/annotation-set.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import type { ProjectFile } from "../../annotations/model/project.ts";
import type { Source } from "../../annotations/model/source.ts";
import { locate } from "../../annotations/text/selector.ts";
import type { Files } from "./files.ts";
import { namesIn, type Place } from "./place.ts";
import { readProjectFile } from "./project-folder.ts";
import { type ProjectLayout, projectLayout } from "./project-layout.ts";
import { listSets, readSet, requireJournalledSets } from "./set-files.ts";
import { listSources, readSource } from "./source-files.ts";

/** Something that is wrong with a project, and in which of its files. */
export interface Problem {
  readonly file: string;
  readonly problem: string;
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
      problems.push({ file: label, problem: error.message });
      return null;
    }
  }

  async function readSources(): Promise<readonly Source[]> {
    const sources: Source[] = [];
    for (const id of (await attempt(layout.sources, () => listSources(files, layout))) ?? []) {
      const stored = await attempt(layout.source(id), () => readSource(files, layout, id));
      if (stored) sources.push(stored.source);
    }
    return sources;
  }

  async function readSets(file: ProjectFile, sources: readonly Source[]): Promise<readonly AnnotationSet[]> {
    const sets: AnnotationSet[] = [];
    const ids = (await attempt(layout.annotations, () => listSets(files, layout))) ?? [];
    await attempt(layout.journals, () => requireJournalledSets(files, layout, ids));
    for (const id of ids) {
      const stored = await attempt(layout.set(id), () => readSet(files, layout, { file, sources }, id));
      if (stored) sets.push(stored.set);
    }
    return sets;
  }

  if ((await files.facts(layout.project.path)) === null) await readProjectFile(files, layout);
  const file = await attempt(layout.project, () => readProjectFile(files, layout));
  const sources = await readSources();
  const sets = file ? await readSets(file.data, sources) : [];
  return [...problems, ...(await strayFiles(files, layout)), ...contentProblems(layout, sources, sets)];
}

/** JSON files that look like a part of the project and are not read, as file-sync services leave them. */
async function strayFiles(files: Files, layout: ProjectLayout): Promise<readonly Problem[]> {
  const known = new Set<string>([...(await listSources(files, layout)), ...(await listSets(files, layout))]);
  const strays: Problem[] = [];
  for (const place of [layout.sources, layout.annotations]) {
    for (const name of await namesIn(files, place)) {
      if (!name.endsWith(".json") || known.has(name.slice(0, -5))) continue;
      strays.push({ file: `${place.label}/${name}`, problem: "Its name is not an id, so it is not read." });
    }
  }
  return strays;
}

function* contentProblems(
  layout: ProjectLayout,
  sources: readonly Source[],
  sets: readonly AnnotationSet[],
): Generator<Problem> {
  const claims = new Set<string>(sets.flatMap((set) => set.claims.map(({ id }) => id)));
  const sourceIds = new Set<string>(sources.map(({ id }) => id));
  const seen = new Set<string>();
  for (const set of sets) {
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
      ...set.marks.flatMap((mark) => markProblems(mark, sources, claims)),
      ...set.cells.flatMap(({ claimId, sourceId }) => [
        ...(claims.has(claimId) ? [] : [`A cell's claim ${claimId} is not in the project.`]),
        ...(sourceIds.has(sourceId) ? [] : [`A cell's source ${sourceId} is not in the project.`]),
      ]),
    ]) {
      yield { file, problem };
    }
  }
}

function markProblems(mark: Mark, sources: readonly Source[], claims: ReadonlySet<string>): readonly string[] {
  const source = sources.find(({ id }) => id === mark.sourceId);
  const ranges = source ? mark.ranges.flatMap((range, i) => rangeProblems(mark, i, locate(source, range).kind)) : [];
  const tags = mark.tags.filter(({ claimId }) => !claims.has(claimId));
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
