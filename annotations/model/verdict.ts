import { z } from "zod";
import { Timestamp } from "./timestamp.ts";

/** How many characters the texts of a verdict may have at most. */
export const VERDICT_LENGTHS = { rating: 200, explanation: 20_000, url: 4_000 } as const;

/** The scale of a verdict that has a number, from false to true, as schema.org’s Rating has it where nothing else is said. */
export const VERDICT_SCALE = { worst: 1, best: 5 } as const;

/** What an analyst found of the truth of a claim, in explicit words; nothing ever derives one. */
export const Verdict = z.looseObject({
  /** For example `Half true`. */
  rating: z.string().trim().min(1).max(VERDICT_LENGTHS.rating),
  /** The same on the scale; absent where words say it alone. */
  value: z.int().min(VERDICT_SCALE.worst).max(VERDICT_SCALE.best).optional(),
  explanation: z.string().max(VERDICT_LENGTHS.explanation).optional(),
  /** Where the review is published. */
  url: z.string().max(VERDICT_LENGTHS.url).optional(),
  at: Timestamp,
});
export type Verdict = Readonly<z.infer<typeof Verdict>>;
