import { z } from "zod";
import type { ReadingChoices } from "../exchange/reading/reading-plan.ts";
import { ClaimId, SourceId } from "../model/id.ts";
import { Range } from "../model/range.ts";
import { Stance } from "../model/stance.ts";

const Key = z.string();

const ClaimChoice = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("known"), id: ClaimId }),
  z.strictObject({ kind: z.literal("new") }),
  z.strictObject({ kind: z.literal("none") }),
]);

/** What a person has decided about files that were read, whosever set the marks join. */
export const ReadingDecisions = z.strictObject({
  /** The keys of the files' analysts whose marks are read; null for everybody's. */
  from: z.array(Key).readonly().nullable(),
  sources: z.array(z.tuple([Key, z.union([SourceId, z.enum(["add", "leave"])])])).readonly(),
  labels: z.array(z.tuple([Key, z.strictObject({ claim: ClaimChoice, stance: Stance.nullable() })])).readonly(),
  accepted: z.array(z.enum(["adjusted", "moved", "unverified"])).readonly(),
  placed: z.array(z.tuple([z.int().min(0), z.array(Range).readonly()])).readonly(),
  conflicts: z.enum(["both", "ours", "theirs"]),
});
export type ReadingDecisions = Readonly<z.infer<typeof ReadingDecisions>>;

type Choices = Omit<ReadingChoices, "analyst">;

/** Choices as they cross between screen and host. */
export function decisionsOf({ from, sources, labels, accepted, placed, conflicts }: Choices): ReadingDecisions {
  return {
    from: from ? [...from] : null,
    sources: [...sources],
    labels: [...labels],
    accepted: [...accepted],
    placed: [...placed].map(([index, ranges]) => [index, [...ranges]]),
    conflicts,
  };
}

/** The same back. */
export function choicesOf({ from, sources, labels, accepted, placed, conflicts }: ReadingDecisions): Choices {
  return {
    from: from ? new Set(from) : undefined,
    sources: new Map(sources),
    labels: new Map(labels),
    accepted: new Set(accepted),
    placed: new Map(placed),
    conflicts,
  };
}
