import type { Analyst } from "../../model/analyst.ts";
import { claimList, type ListedClaim } from "../../model/claim-list.ts";
import type { AnalystId } from "../../model/id.ts";
import { annotationSet, openSources, type Project } from "../../model/project.ts";
import type { Source } from "../../model/source.ts";
import { type Matrix, matrixOf } from "../../review/matrix.ts";

/** Analysts who are compared, and what all of them have done. */
export interface Compared {
  readonly project: Project;
  readonly analysts: readonly Analyst[];
  /** The matrix of each of them. */
  readonly matrices: readonly Matrix[];
  readonly claims: readonly ListedClaim[];
  /**
   * The sources that every one of them has completed, by saying so or by having looked for every claim, by id: only there is
   * silence an answer.
   */
  readonly completed: readonly Source[];
  /** The sources in which every one of them has marked something or which everyone has completed, by id. */
  readonly worked: readonly Source[];
}

/** Compares these analysts of a project, each of whom has a set there. */
export function compared(project: Project, analysts: readonly Analyst[]): Compared {
  const claims = claimList(project);
  const matrices = analysts.map(({ id }) => matrixOf(project, id, { claims }));
  const sources = openSources(project).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const done = analysts.map(({ id }) => doneSources(project, id));
  const isDone = (i: number, { id }: Source) => matrices[i]?.unreviewed.get(id) === 0 || done[i]?.has(id) === true;
  const completed = sources.filter((source) => claims.length > 0 && analysts.every((_, i) => isDone(i, source)));
  const marked = analysts.map(({ id }) => markedSources(project, id));
  const worked = sources.filter(
    (source) => completed.includes(source) || marked.every((ofAnalyst) => ofAnalyst.has(source.id)),
  );
  return { project, analysts, matrices, claims, completed, worked };
}

function doneSources(project: Project, analyst: AnalystId): ReadonlySet<string> {
  return new Set(annotationSet(project, analyst)?.done?.map(({ sourceId }) => sourceId));
}

function markedSources(project: Project, analyst: AnalystId): ReadonlySet<string> {
  return new Set(annotationSet(project, analyst)?.marks.map(({ sourceId }) => sourceId));
}

/** A unit of a table: one claim in one source. */
export interface Unit {
  readonly source: Source;
  readonly claim: ListedClaim;
}

/** Every claim in each of these sources, in an order that does not depend on who was first. */
export function unitsIn(sources: readonly Source[], claims: readonly ListedClaim[]): readonly Unit[] {
  const byId = claims.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return sources.flatMap((source) => byId.map((claim) => ({ source, claim })));
}
