import { z } from "zod";

/** A position in a canonical text, counted in Unicode code points from 0. */
export const Offset = z.int().min(0);

/**
 * A half-open stretch `[start, end)` of a canonical text in Unicode code points, with its quote and up to 32 code
 * points either side, as the W3C Web Annotation model's TextPositionSelector and TextQuoteSelector have them.
 */
export const Range = z
  .looseObject({
    start: Offset,
    end: Offset,
    quote: z.string().min(1),
    prefix: z.string(),
    suffix: z.string(),
  })
  .refine((range) => range.start < range.end, { error: "a range must end after its start" });
export type Range = Readonly<z.infer<typeof Range>>;
