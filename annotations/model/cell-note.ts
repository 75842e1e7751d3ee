import { z } from "zod";
import { ClaimId, SourceId } from "./id.ts";
import { Timestamp } from "./timestamp.ts";

/** How many characters the note on a cell may have at most. */
export const CELL_NOTE_LENGTH = 20_000;

/** What an analyst notes about a claim in a source, whether passages are tagged there or none. */
export const CellNote = z.looseObject({
  claimId: ClaimId,
  sourceId: SourceId,
  text: z.string().min(1).max(CELL_NOTE_LENGTH),
  at: Timestamp,
});
export type CellNote = Readonly<z.infer<typeof CellNote>>;
