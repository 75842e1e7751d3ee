import { z } from "zod";
import { Value } from "../../model/value.ts";
import { parseJson } from "../../text/json.ts";

/** What brat has no lines of its own for; stands as JSON in a comment of the type `Parallax`. */
const MarkDetails = z.object({
  /** The mark's id: text-bound annotations with the same one are one mark with several tags. */
  mark: z.string(),
  tag: z.string().optional(),
  createdAt: z.string(),
  value: Value.optional(),
  /** The pieces as they were, where line ends inside them made more of them. */
  pieces: z.array(z.tuple([z.int(), z.int()]).readonly()).optional(),
});
export type MarkDetails = Readonly<z.infer<typeof MarkDetails>>;

/** The details that a comment holds; null where they cannot be understood. */
export function markDetailsOf(text: string): MarkDetails | null {
  const parsed = parseJson(text);
  return parsed.ok ? (MarkDetails.safeParse(parsed.value).data ?? null) : null;
}
