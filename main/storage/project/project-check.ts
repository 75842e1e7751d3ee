import { z } from "zod";
import { Failure } from "../../../annotations/api/reply.ts";
import type { AnnotationSet } from "../../../annotations/model/annotation-set.ts";
import { AnalystId, type ClaimId, SourceId } from "../../../annotations/model/id.ts";
import type { Mark } from "../../../annotations/model/mark.ts";
import { pairKey } from "../../../annotations/model/origin-verdict.ts";
import type { ProjectFile } from "../../../annotations/model/project.ts";
import type { Source } from "../../../annotations/model/source.ts";
import { locate } from "../../../annotations/text/selector.ts";
import { shownName } from "../../host/file-name.ts";
import type { Files } from "../disk/files.ts";
import { requireOwnFolders } from "../disk/own-folders.ts";
import { namesIn, type Place } from "../disk/place.ts";
import { listSets, readSet, type StoredSet } from "../set/set-reading.ts";
import { reportsOf } from "../set/set-reports.ts";
import { readProjectFile, requireFolder, requireProject } from "./project-folder.ts";
import { type ProjectLayout, projectLayout } from "./project-layout.ts";
import { checkShared, type SharedCheck } from "./shared-check.ts";
import { listSources, readSource } from "./source-files.ts";
import { nameBeforeSync, spareProblems, syncCopyProblems } from "./spare-files-check.ts";

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

  async function readSources({ copies }: SharedCheck): Promise<Found<Source>> {
    const listed = await attempt(layout.sources, () => listSources(files, layout.sources));
    const copied = (await attempt(layout.backups, () => listSources(files, layout.sharedCopy("sources")))) ?? [];
    const ids = listed && [...listed, ...copied.filter((id) => copies.has(layout.source(id).path))];
    const values: Source[] = [];
    for (const id of new Set(ids)) {
      const stored = await attempt(layout.source(id), () => readSource(files, mended(copies), id));
      if (!stored) continue;
      values.push(stored.source);
      if (stored.newer) problems.push({ file: layout.source(id).label, problem: NEWER });
    }
    return { values, complete: ids !== null && values.length === new Set(ids).size };
  }

  /** Where there is something sound to read. */
  function mended(copies: SharedCheck["copies"]): ProjectLayout {
    const sound = (place: Place) => copies.get(place.path) ?? place;
    return {
      ...layout,
      project: sound(layout.project),
      source: (id) => sound(layout.source(id)),
      sourceText: (id) => sound(layout.sourceText(id)),
    };
  }

  async function readSets(file: ProjectFile, sources: readonly Source[]): Promise<Found<AnnotationSet>> {
    const ids = await attempt(layout.annotations, () => listSets(files, layout));
    if (!ids) return { values: [], complete: false };
    const values: AnnotationSet[] = [];
    let complete = true;
    for (const id of ids) {
      const read = async () => ({ stored: await readSet(files, layout, { file, sources }, id) });
      const found = await attempt(layout.set(id), read);
      complete &&= found !== null;
      if (!found?.stored) continue;
      values.push(found.stored.set);
      if (isNewer(found.stored)) problems.push({ file: layout.set(id).label, problem: NEWER });
      for (const { file: label, message } of reportsOf(layout.set(id), found.stored)) {
        problems.push({ file: label, problem: message });
      }
      if (found.stored.file.kind === "edited" && found.stored.base.kind !== "edited-snapshot") {
        problems.push({ file: layout.set(id).label, problem: EDITED });
      }
    }
    return { values, complete };
  }

  await requireFolder(files, layout.folder);
  const shared = (await attempt(layout.sources, () => checkShared(files, layout))) ?? {
    problems: [],
    copies: new Map(),
  };
  for (const { file, message } of shared.problems) problems.push({ file, problem: message });
  if (!shared.copies.has(layout.project.path)) await requireProject(files, layout);
  const file = await attempt(layout.project, () => readProjectFile(files, mended(shared.copies)));
  if (file?.newer) problems.push({ file: layout.project.label, problem: NEWER });
  const sources = await readSources(shared);
  const sets = file ? await readSets(file.db.data, sources.values) : { values: [], complete: false };
  for (const place of [layout.sources, layout.annotations]) {
    problems.push(...((await attempt(place, () => strayFiles(files, place))) ?? []));
  }
  problems.push(...((await attempt(layout.backups, () => sparesOf(file, sources))) ?? []));
  await attempt(layout.root, () => requireOwnFolders(files, layout));
  return [...problems, ...contentProblems(layout, sources, sets)];

  /** Without those that have been met already. */
  async function sparesOf(
    project: Awaited<ReturnType<typeof readProjectFile>> | null,
    { values, complete }: Found<Source>,
  ): Promise<readonly Problem[]> {
    const found: Problem[] = [];
    // What could not be read may be what backups need.
    const spares = project && complete ? spareProblems(files, layout, project.db.data.id, values) : [];
    for await (const problem of spares) found.push(problem);
    for await (const problem of syncCopyProblems(files, layout)) found.push(problem);
    return found.filter(({ file: label }) => !problems.some((known) => known.file === label));
  }
}

const EDITED =
  "Another program changed it. Parallax goes on with the version that it wrote itself; open the project as this analyst to compare the two.";

const NEWER = "It was written by a newer version of Parallax; this one only reads it.";

function isNewer({ file, journal }: StoredSet): boolean {
  return file.kind === "newer" || journal.newer;
}

/** Sources and analysts have ids of one form. */
const ANY_ID = z.union([SourceId, AnalystId]);

/** JSON files that look like a part of the project and are not read. */
async function strayFiles(files: Files, place: Place): Promise<readonly Problem[]> {
  const strays = (await namesIn(files, place)).filter(
    (name) => name.endsWith(".json") && !ANY_ID.safeParse(name.slice(0, -5)).success && nameBeforeSync(name) === null,
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
        [...set.marks, ...(set.bin ?? [])].map(({ id }) => id),
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
      ...repeated(
        "note on the cell",
        (set.cellNotes ?? []).map(({ claimId, sourceId }) => `${claimId} ${sourceId}`),
      ),
      ...repeated("verdict on the sources", (set.originVerdicts ?? []).map(pairKey)),
      ...(set.originVerdicts ?? [])
        .flatMap(({ a, b }) => [a, b])
        .filter((id) => sourceIds && !sourceIds.has(id))
        .map((id) => `The source ${id} of a verdict on two sources is not in the project.`),
      ...(["done", "reveals"] as const).flatMap((part) => momentProblems(part, set[part] ?? [], sourceIds)),
      ...[...set.marks, ...(set.bin ?? [])].flatMap((mark) => markProblems(mark, sources.values, claims)),
      ...[...set.cells, ...(set.cellNotes ?? [])].flatMap(({ claimId, sourceId }) => [
        ...(!claims || claims.has(claimId) ? [] : [`A cell's claim ${claimId} is not in the project.`]),
        ...(!sourceIds || sourceIds.has(sourceId) ? [] : [`A cell's source ${sourceId} is not in the project.`]),
      ]),
    ]) {
      yield { file, problem };
    }
  }
}

const MOMENTS = {
  done: { one: "word that it is done for source", of: "that is said to be done" },
  reveals: { one: "reveal of source", of: "of a reveal" },
} as const;

function momentProblems(
  part: keyof typeof MOMENTS,
  moments: readonly { readonly sourceId: SourceId }[],
  known: ReadonlySet<string> | null,
): readonly string[] {
  const ids = moments.map(({ sourceId }) => sourceId);
  const lost = known ? ids.filter((id) => !known.has(id)) : [];
  return [
    ...repeated(MOMENTS[part].one, ids),
    ...lost.map((id) => `The source ${id} ${MOMENTS[part].of} is not in the project.`),
  ];
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
