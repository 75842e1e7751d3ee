import { z } from "zod";

/** What the program can do, at a person's wish, where nothing may be changed: take the set over, or try to write again. */
export const Remedy = z.enum(["take-over", "try-again"]);
export type Remedy = z.infer<typeof Remedy>;

/**
 * Whether the analyst at work may change anything. Where not, `reason` is one or two sentences for people, and `remedy`
 * what can be done about it, if anything.
 */
export const Access = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("writable") }),
  z.strictObject({
    kind: z.literal("read-only"),
    reason: z.string(),
    remedy: Remedy.nullable(),
  }),
]);
export type Access = Readonly<z.infer<typeof Access>>;

/** Whether two say the same to a person, word by word. */
export function isSameAccess(a: Access, b: Access): boolean {
  if (a.kind === "writable" || b.kind === "writable") return a.kind === b.kind;
  return a.reason === b.reason && a.remedy === b.remedy;
}
