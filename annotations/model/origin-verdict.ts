import { z } from "zod";
import { SourceId } from "./id.ts";
import { Timestamp } from "./timestamp.ts";

/** Two sources without regard to their order. */
export interface PairOfSources {
  readonly a: SourceId;
  readonly b: SourceId;
}

/**
 * What an analyst finds about two sources that have wording in common: that they are one origin, or that each stands for
 * itself all the same. The id of `a` comes before that of `b`.
 */
export const OriginVerdict = z
  .looseObject({
    a: SourceId,
    b: SourceId,
    verdict: z.enum(["one-origin", "independent"]),
    at: Timestamp,
  })
  .refine(({ a, b }) => a < b, { error: "the sources of a pair must stand in the order of their ids" });
export type OriginVerdict = Readonly<z.infer<typeof OriginVerdict>>;

/** The pair of two different sources as a verdict names it. */
export function pairOf(one: SourceId, other: SourceId): PairOfSources {
  return one < other ? { a: one, b: other } : { a: other, b: one };
}

/** What tells pairs apart. */
export function pairKey({ a, b }: PairOfSources): string {
  return `${a} ${b}`;
}
