import { z } from "zod";
import type { Mark } from "../../model/mark.ts";
import { Tag } from "../../model/tag.ts";

/** What a span says of the mark that it is a piece of; Prodigy keeps what it does not know. */
export function markTerms({ id, createdAt, note, toDiscuss }: Mark) {
  return { id, createdAt, note, toDiscuss };
}

/** What a span says of its tag beside its claim and stance, which are its label. */
export function tagTerms({ id, voice, speaker, attitude, certainty, confidence, note, value }: Tag) {
  return { id, voice, speaker, attitude, certainty, confidence, note, value };
}

const { voice, speaker, attitude, certainty, confidence, note, value } = Tag.shape;

const text = z.string().optional().catch(undefined);

/** A stretch of the text of a task. */
export const Span = z.looseObject({
  start: z.int().min(0),
  end: z.int().min(0),
  label: z.string().optional().catch(undefined),
  mark: z
    .object({ id: z.uuid(), createdAt: text, note: text, toDiscuss: z.boolean().optional().catch(undefined) })
    .optional()
    .catch(undefined),
  tag: z
    .object({
      id: z.uuid(),
      voice: voice.optional().catch(undefined),
      speaker: speaker.optional().catch(undefined),
      attitude: attitude.optional().catch(undefined),
      certainty: certainty.optional().catch(undefined),
      confidence: confidence.optional().catch(undefined),
      note: note.optional().catch(undefined),
      value: value.catch(undefined),
    })
    .optional()
    .catch(undefined),
});
export type Span = z.infer<typeof Span>;
