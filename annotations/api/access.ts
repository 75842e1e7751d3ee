import { z } from "zod";

/**
 * Whether the analyst at work may change anything. Where not, `reason` is one or two sentences for people, and `remedy`
 * what the program can do about it at their wish: take the set over from whoever holds it, or try to write again.
 */
export const Access = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("writable") }),
  z.strictObject({
    kind: z.literal("read-only"),
    reason: z.string(),
    remedy: z.enum(["take-over", "try-again"]).nullable(),
  }),
]);
export type Access = Readonly<z.infer<typeof Access>>;
