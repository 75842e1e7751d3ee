import { z } from "zod";
import { Value } from "../../model/value.ts";

/** What Label Studio has no field of its own for; stands in the `meta` of a region, which it keeps. */
export const RegionDetails = z.object({
  mark: z.string(),
  /** Absent where the mark has no tag. */
  tag: z.string().optional(),
  /** Which piece of the mark the region is, from 1. */
  piece: z.int().min(1),
  createdAt: z.string(),
  analyst: z.object({ id: z.string(), name: z.string() }),
  value: Value.optional(),
});
export type RegionDetails = Readonly<z.infer<typeof RegionDetails>>;
