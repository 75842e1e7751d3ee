import { z } from "zod";
import { ClaimId, SourceId } from "./id.ts";
import { Timestamp } from "./timestamp.ts";

export const EMPTY_STATES = ["not-reviewed", "not-mentioned", "not-applicable"] as const;

/** What an analyst says of a claim in a source where nothing is tagged; `not-reviewed` until somebody looked. */
export const EmptyState = z.enum(EMPTY_STATES);
export type EmptyState = z.infer<typeof EmptyState>;

/** What stands in a cell where nothing is tagged, wherever a matrix is shown. */
export const EMPTY_SIGNS: Readonly<Record<EmptyState, string>> = {
  "not-reviewed": "·",
  "not-mentioned": "∅",
  "not-applicable": "n/a",
};

/** An analyst's finding that a source is silent on a claim, or that the claim cannot apply to it. */
export const CellState = z.looseObject({
  claimId: ClaimId,
  sourceId: SourceId,
  state: z.enum(["not-mentioned", "not-applicable"]),
  at: Timestamp,
});
export type CellState = Readonly<z.infer<typeof CellState>>;
