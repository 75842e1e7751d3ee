import { markById } from "../../annotations/commands/set-draft.ts";
import type { AnnotationSet } from "../../annotations/model/annotation-set.ts";
import type { ClaimColour } from "../../annotations/model/claim.ts";
import { claimList, type ListedClaim } from "../../annotations/model/claim-list.ts";
import { type ClaimTree, claimTree, colourOf } from "../../annotations/model/claim-tree.ts";
import type { ClaimId, MarkId, SourceId } from "../../annotations/model/id.ts";
import type { BinnedMark, Mark } from "../../annotations/model/mark.ts";
import { annotationSet, openSources, type Project } from "../../annotations/model/project.ts";
import type { Source } from "../../annotations/model/source.ts";
import {
  type ListedSpeaker,
  type QuotedNames,
  quotedNames,
  speakerList,
} from "../../annotations/model/speaker-list.ts";
import { type Matrix, type MatrixRow, matrixOf } from "../../annotations/review/matrix.ts";
import { visibleProject } from "./blindness.ts";
import type { Desk } from "./desk.ts";

/** Remembers the result for the last argument, so that what is derived from the same value is the same object. */
function remembered<Key extends object, Result>(derive: (key: Key) => Result): (key: Key) => Result {
  const results = new WeakMap<Key, Result>();
  return (key) => {
    const known = results.get(key);
    if (known !== undefined) return known;
    const made = derive(key);
    results.set(key, made);
    return made;
  };
}

/** The list is the same object as long as no claim is another: a mark that is added changes nothing for those who show claims. */
const claimsOfProject = remembered((project: Project) => {
  const list = claimList(project);
  if (!isSameList(latestList, list)) latestList = list;
  return latestList;
});

let latestList: readonly ListedClaim[] = [];

function isSameList(a: readonly ListedClaim[], b: readonly ListedClaim[]): boolean {
  return (
    a.length === b.length &&
    a.every((claim, i) => {
      const other = b[i];
      return other?.id === claim.id && other.revisedAt === claim.revisedAt && sameFields(claim, other);
    })
  );
}

/** Revisions share the values that they do not change. */
function sameFields(a: ListedClaim, b: ListedClaim): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

const treeOfClaims = remembered((claims: readonly ListedClaim[]) => claimTree(claims));

const openAmong = remembered((sources: Project["sources"]) => openSources({ sources }));

/** The articles that are not taken out, in order: the same list until one is another. */
export function openSourcesOf({ project }: Pick<Desk, "project">): readonly Source[] {
  return openAmong(project.sources);
}

const matrices = new WeakMap<Project, Matrix>();

/** The claims as everybody sees them. */
export function claimsOf({ project }: Pick<Desk, "project">): readonly ListedClaim[] {
  return claimsOfProject(project);
}

export function claimOf(desk: Pick<Desk, "project">, id: ClaimId): ListedClaim | undefined {
  return claimTreeOf(desk).nodes.get(id)?.claim;
}

/** The claims below their parents. */
export function claimTreeOf(desk: Pick<Desk, "project">): ClaimTree {
  return treeOfClaims(claimsOf(desk));
}

/** A claim's colour, which may come from a claim above it. */
export function claimColour(desk: Pick<Desk, "project">, id: ClaimId): ClaimColour | undefined {
  return colourOf(claimTreeOf(desk).nodes.get(id));
}

const rowsByClaim = remembered(({ rows }: Matrix) => new Map(rows.map((row) => [row.claim.id, row])));

/** A claim's row of the working analyst's matrix. */
export function matrixRow(desk: Pick<Desk, "project" | "analyst">, id: ClaimId): MatrixRow | undefined {
  return rowOfClaim(matrix(desk), id);
}

/** A claim's row of a matrix. */
export function rowOfClaim(matrix: Matrix, id: ClaimId): MatrixRow | undefined {
  return rowsByClaim(matrix).get(id);
}

/** Whether nothing may be changed at present. */
export function isReadOnly({ access }: Pick<Desk, "access">): boolean {
  return access.kind === "read-only";
}

/** The working analyst's own set. */
export function ownSet({ project, analyst }: Pick<Desk, "project" | "analyst">): AnnotationSet | undefined {
  return annotationSet(project, analyst.id);
}

export function markOf(desk: Pick<Desk, "project" | "analyst">, id: MarkId | null): Mark | undefined {
  const set = id === null ? undefined : ownSet(desk);
  return set && id !== null ? markById(set, id) : undefined;
}

/** The working analyst's matrix, made once per state of the project. */
export function matrix(desk: Pick<Desk, "project" | "analyst">): Matrix {
  const { project, analyst } = desk;
  const known = matrices.get(project);
  if (known?.analyst === analyst.id) return known;
  const made = matrixOf(project, analyst.id, { claims: claimsOf(desk), marksIn: (id) => marksIn(desk, id) });
  matrices.set(project, made);
  return made;
}

let latestGroups: ReadonlyMap<SourceId, readonly Mark[]> = new Map();

/** A source whose marks are what they were keeps its list, so that nothing of it is derived or painted again. */
const marksBySource = remembered((marks: readonly Mark[]) => {
  const groups = new Map<SourceId, Mark[]>();
  for (const mark of marks) {
    const group = groups.get(mark.sourceId);
    if (group) group.push(mark);
    else groups.set(mark.sourceId, [mark]);
  }
  const former = latestGroups;
  latestGroups = new Map([...groups].map(([id, group]) => [id, sameOrNew(former.get(id), group)]));
  return latestGroups;
});

function sameOrNew(former: readonly Mark[] | undefined, group: readonly Mark[]): readonly Mark[] {
  return former && sameItems(former, group) ? former : group;
}

const NO_MARKS: readonly Mark[] = [];

/** The working analyst's marks in one source, in reading order. */
export function marksIn(desk: Pick<Desk, "project" | "analyst">, source: SourceId): readonly Mark[] {
  return marksBySource(ownSet(desk)?.marks ?? NO_MARKS).get(source) ?? NO_MARKS;
}

/** Whether two lists hold the same values in the same order. */
export function sameItems<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a === b || (a.length === b.length && a.every((item, i) => item === b[i]));
}

const speakersOfProject = remembered((project: Project) => {
  const quoted = quotedNames(project);
  return { quoted, list: speakerList(project, quoted) };
});

/** Every speaker that the project or a tag that may be seen names, in alphabetical order. */
export function speakersOf(state: Pick<Desk, "project" | "analyst">): readonly ListedSpeaker[] {
  return speakersOfProject(visibleProject(state)).list;
}

/** What is quoted under each name as tags have it, whoever that is. */
export function quotedNamesOf(state: Pick<Desk, "project" | "analyst">): QuotedNames {
  return speakersOfProject(visibleProject(state)).quoted;
}

const EMPTY_BIN: readonly BinnedMark[] = [];

/** What was in view of a bin the last time, so that the same list is the same object. */
const inViewBefore = new WeakMap<readonly BinnedMark[], readonly BinnedMark[]>();

/** The deleted marks of the working analyst in the articles in view; those of others wait until their article is back. */
export function binOf(state: Pick<Desk, "project" | "analyst">): readonly BinnedMark[] {
  const bin = ownSet(state)?.bin ?? EMPTY_BIN;
  const inView = new Set(openSources(state.project).map(({ id }) => id));
  const found = bin.filter(({ sourceId }) => inView.has(sourceId));
  const former = inViewBefore.get(bin);
  if (former && sameItems(former, found)) return former;
  inViewBefore.set(bin, found);
  return found;
}
