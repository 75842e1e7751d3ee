import type { Analyst } from "../model/analyst.ts";
import type { AnnotationSet } from "../model/annotation-set.ts";
import type { ListedClaim } from "../model/claim-list.ts";
import type { ClaimId, SourceId } from "../model/id.ts";
import { annotationSet, type Project } from "../model/project.ts";
import { sourceName } from "../model/source.ts";
import { type Matrix, type MatrixRow, matrixOf } from "../review/matrix.ts";
import { sourceLetter } from "../review/source-letter.ts";
import type { Inline, Line } from "./document.ts";
import { shortened } from "./shortened.ts";

/** What a report is made from. The same request always gives the same report. */
export interface ReportRequest {
  readonly project: Project;
  /** As whom the sources are seen. */
  readonly analyst: Analyst;
  /** When the report is made: ISO 8601 in UTC. */
  readonly madeAt: string;
  /** The version of Parallax. */
  readonly version: string;
  /** The SHA-256 of a text's UTF-8 bytes in lower-case hexadecimal, which the domain has no function for. */
  readonly sha256: (text: string) => string;
}

/** A request with what every part of the report looks up. */
export interface Material extends ReportRequest {
  readonly set: AnnotationSet | undefined;
  readonly matrix: Matrix;
  /** The rows of claims to which some source speaks. */
  readonly spoken: readonly MatrixRow[];
  readonly corroboratedBy: number;
  /** A source's letter and name, of which at most so many characters. */
  readonly sourceLine: (id: SourceId, most?: number) => Line;
  readonly letterOf: (id: SourceId) => string;
  /** A claim's label, as a way to its section where it has one. */
  readonly claimRef: (id: ClaimId) => Inline;
  readonly isListed: (id: ClaimId) => boolean;
  /** What is noted on the cells of a claim, by their sources. */
  readonly notesOn: (claim: ClaimId) => ReadonlyMap<SourceId, string>;
}

export function materialOf(request: ReportRequest): Material {
  const { project, analyst } = request;
  const set = annotationSet(project, analyst.id);
  const matrix = matrixOf(project, analyst.id);
  const spoken = matrix.rows.filter(({ stances }) => stances.size > 0);
  const letters = new Map(matrix.sources.map((source, i) => [source.id, sourceLetter(i)]));
  const names = new Map(matrix.sources.map((source) => [source.id, sourceName(source)]));
  const labels = new Map(matrix.rows.map(({ claim }) => [claim.id, claim.displayLabel]));
  const sections = new Map(spoken.map(({ claim }, i) => [claim.id, claimSectionId(i)]));
  const notes = notesByClaim(set);
  const letterOf = (id: SourceId) => letters.get(id) ?? "";
  return {
    ...request,
    ...{ set, matrix, spoken, letterOf },
    corroboratedBy: project.file.settings.corroboratedBy,
    sourceLine: (id, most = Number.POSITIVE_INFINITY) => [
      { kind: "strong", text: letterOf(id) },
      " ",
      { kind: "given", text: shortened(names.get(id) ?? "", most) },
    ],
    claimRef: (id) => {
      const to = sections.get(id);
      const text = labels.get(id) ?? "";
      return to === undefined ? { kind: "given", text } : { kind: "jump", to, text };
    },
    isListed: (id) => labels.has(id),
    notesOn: (claim) => notes.get(claim) ?? NO_NOTES,
  };
}

const NO_NOTES: ReadonlyMap<SourceId, string> = new Map();

function notesByClaim(set: AnnotationSet | undefined): ReadonlyMap<ClaimId, ReadonlyMap<SourceId, string>> {
  const notes = new Map<ClaimId, Map<SourceId, string>>();
  for (const { claimId, sourceId, text } of set?.cellNotes ?? []) {
    const there = notes.get(claimId);
    if (there) there.set(sourceId, text);
    else notes.set(claimId, new Map([[sourceId, text]]));
  }
  return notes;
}

/** The id of the section of the claim at this place among those to which some source speaks. */
export function claimSectionId(place: number): string {
  return `claim-${place + 1}`;
}

/** A claim's label and wording. */
export function claimLine({ displayLabel, text }: ListedClaim): Line {
  return [{ kind: "given", text: displayLabel }, " ", { kind: "given", text }];
}
