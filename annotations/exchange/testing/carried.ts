import type { AnnotationSet } from "../../model/annotation-set.ts";
import { claimList, type ListedClaim } from "../../model/claim-list.ts";
import type { ClaimId } from "../../model/id.ts";
import { endOf, type Mark, startOf } from "../../model/mark.ts";
import { compareText } from "../../model/order.ts";
import type { Project } from "../../model/project.ts";
import type { Source } from "../../model/source.ts";
import type { Tag } from "../../model/tag.ts";
import type { Feature } from "../feature.ts";

/**
 * All of a project's first set that a format with these features has to bring back, as one value that two projects can be
 * compared by.
 */
export function carried(project: Project, carries: ReadonlySet<Feature>) {
  const [set] = project.sets;
  const labels = new Map(claimList(project).map((claim) => [claim.id, claim.displayLabel]));
  const marks = (carries.has("marks") ? (set?.marks ?? []) : []).filter(
    ({ tags }) => tags.length > 0 || carries.has("untagged-marks"),
  );
  return {
    marks: marks.flatMap((mark) => carriedMarks(mark, carries, labels)).sort(compareText),
    claims: carriedClaims(project, marks, carries),
    cells: carries.has("cells")
      ? set?.cells.map(({ claimId, sourceId, state }) => [labels.get(claimId), sourceId, state])
      : [],
    notes: carries.has("cell-notes") ? notesOf(set, labels) : [],
    bin: (carries.has("bin") ? (set?.bin ?? []) : []).map((mark) => [
      mark.binnedAt,
      carriedMarks(mark, carries, labels),
    ]),
    origins: carries.has("origin-verdicts") ? (set?.originVerdicts ?? []) : [],
    speakers: carries.has("speakers") ? (project.file.speakers ?? []) : [],
    sources: project.sources.map((source) => carriedDetails(source, carries)),
  };
}

function carriedDetails({ note, agency, blocks }: Source, carries: ReadonlySet<Feature>) {
  return {
    ...(carries.has("source-notes") && { note, agency }),
    ...(carries.has("boilerplate") && { boilerplate: blocks.filter(({ boilerplate }) => boilerplate) }),
  };
}

function notesOf(set: AnnotationSet | undefined, labels: ReadonlyMap<ClaimId, string>) {
  return (set?.cellNotes ?? []).map(({ claimId, sourceId, text }) => [labels.get(claimId), sourceId, text]);
}

/** A mark with its tags where the format has ids, so that these stay together; else each tag with its place. */
function carriedMarks(
  mark: Mark,
  carries: ReadonlySet<Feature>,
  labels: ReadonlyMap<ClaimId, string>,
): readonly string[] {
  const place = carries.has("pieces")
    ? mark.ranges.map(({ start, end }) => [start, end])
    : [[startOf(mark), endOf(mark)]];
  const told = (tags: readonly Tag[]) =>
    JSON.stringify({
      ...{ source: mark.sourceId, place },
      tags: tags.map((tag) => carriedTag(tag, carries, labels)),
      ...(carries.has("mark-notes") && { note: mark.note ?? "" }),
      ...(carries.has("flags") && { toDiscuss: mark.toDiscuss ?? false }),
      ...(carries.has("ids") && { id: mark.id }),
      ...(carries.has("times") && { createdAt: mark.createdAt }),
    });
  if (carries.has("ids") || mark.tags.length === 0) return [told(mark.tags)];
  return mark.tags.map((tag) => told([tag]));
}

const TAG_FIELDS = ["stance", "voice", "speaker", "attitude", "certainty", "confidence", "value"] as const;

function carriedTag(tag: Tag, carries: ReadonlySet<Feature>, labels: ReadonlyMap<ClaimId, string>) {
  const fields = TAG_FIELDS.filter((field) => carries.has(field)).map((field) => [field, sorted(tag[field])]);
  return {
    claim: labels.get(tag.claimId),
    ...Object.fromEntries(fields),
    ...(carries.has("tag-notes") && { note: tag.note }),
    ...(carries.has("ids") && { id: tag.id }),
  };
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value).sort(([a], [b]) => compareText(a, b));
}

/** The claims that marks need; all of them where the format carries no marks. */
function carriedClaims(project: Project, marks: readonly Mark[], carries: ReadonlySet<Feature>) {
  const used = new Set(marks.flatMap(({ tags }) => tags.map(({ claimId }) => claimId)));
  const claims = claimList(project);
  const labels = new Map(claims.map(({ id, displayLabel }) => [id, displayLabel]));
  return claims
    .filter(({ id }) => used.has(id) || !carries.has("marks"))
    .map((claim) => carriedClaim(claim, carries, labels))
    .sort((a, b) => compareText(a.label, b.label));
}

function carriedClaim(claim: ListedClaim, carries: ReadonlySet<Feature>, labels: ReadonlyMap<ClaimId, string>) {
  const { displayLabel: label, text, note, aliases, colour, parent, include, exclude, verdict } = claim;
  return {
    label,
    ...(carries.has("claim-texts") && { text }),
    ...(carries.has("verdicts") && { verdict: sorted(verdict) }),
    ...(carries.has("claim-details") && {
      note,
      aliases,
      colour,
      include,
      exclude,
      parent: parent && labels.get(parent),
    }),
  };
}
