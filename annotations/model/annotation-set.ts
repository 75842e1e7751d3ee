import { z } from "zod";
import { Analyst } from "./analyst.ts";
import { CellNote } from "./cell-note.ts";
import { CellState } from "./cell-state.ts";
import { Claim } from "./claim.ts";
import { Completion } from "./completion.ts";
import { ProjectId } from "./id.ts";
import { BinnedMark, Mark } from "./mark.ts";
import { OriginVerdict } from "./origin-verdict.ts";
import { Reveal } from "./reveal.ts";
import { SCHEMA_VERSION, SchemaVersion } from "./schema-version.ts";
import { now, Timestamp } from "./timestamp.ts";

/**
 * What `annotations/<analyst>.json` holds: one analyst's marks, cell states, and the claims this analyst made or
 * revised. Marks are in reading order, the other lists in the order of their ids.
 */
export const AnnotationSet = z.looseObject({
  schemaVersion: SchemaVersion,
  projectId: ProjectId,
  analyst: Analyst,
  createdAt: Timestamp,
  /** The sequence number of the last journal record that this file contains; 0 before the first. */
  journalThrough: z.int().min(0),
  claims: z.array(Claim).readonly(),
  marks: z.array(Mark).readonly(),
  cells: z.array(CellState).readonly(),
  /** The deleted marks, in reading order; they count nowhere. Absent where there is none. */
  bin: z.array(BinnedMark).readonly().optional(),
  /** What is noted about cells, in the order of their claims and sources. Absent where there is nothing. */
  cellNotes: z.array(CellNote).readonly().optional(),
  /** What is found about pairs of sources, at most once for each, in the order of their ids. Absent where there is nothing. */
  originVerdicts: z.array(OriginVerdict).readonly().optional(),
  /** The sources that the analyst has finished, in the order of their ids. Absent where there is none. */
  done: z.array(Completion).readonly().optional(),
  /** When the analyst chose to see the others' work on a source, in the order of the ids. Absent where that never was. */
  reveals: z.array(Reveal).readonly().optional(),
});
export type AnnotationSet = Readonly<z.infer<typeof AnnotationSet>>;

/** The set of an analyst who has said nothing yet. */
export function emptySet(projectId: ProjectId, analyst: Analyst): AnnotationSet {
  return {
    schemaVersion: SCHEMA_VERSION,
    projectId,
    analyst,
    createdAt: now(),
    journalThrough: 0,
    claims: [],
    marks: [],
    cells: [],
  };
}

/** The file itself: its last property is the SHA-256 of all lines above that one, in lower-case hexadecimal. */
export const AnnotationSetFile = AnnotationSet.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });
