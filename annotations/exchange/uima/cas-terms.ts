import { z } from "zod";
import { Tag } from "../../model/tag.ts";
import { parseJson } from "../../text/json.ts";

const text = z.string().optional().catch(undefined);
const uuid = z.uuid().optional().catch(undefined);
const { stance, voice, speaker, attitude, certainty, confidence, note, value } = Tag.shape;

/** The features of an annotation of the layer that Parallax writes; what is not understood is not said. */
export const TagTerms = z.object({
  ...{ claim: text, claimId: uuid, markId: uuid, tagId: uuid },
  stance: stance.optional().catch(undefined),
  voice: voice.optional().catch(undefined),
  speaker: speaker.optional().catch(undefined),
  attitude: attitude.optional().catch(undefined),
  certainty: certainty.optional().catch(undefined),
  confidence: confidence.optional().catch(undefined),
  note: note.optional().catch(undefined),
  value: z.string().transform(figure).optional().catch(undefined),
  markNote: text,
  toDiscuss: z.boolean().optional().catch(undefined),
  piece: z.int().min(1).optional().catch(undefined),
  ...{ analyst: text, analystId: uuid, createdAt: text },
});
export type TagTerms = Readonly<z.infer<typeof TagTerms>>;

/** The features of a claim that a document names. */
export const ClaimTerms = z.object({ claim: z.string(), claimId: z.uuid(), text });

/** What a document says of itself, in any of the types for it. */
export const DocumentTerms = z.object({
  ...{ documentTitle: text, documentId: text, documentUri: text, language: text },
  ...{ sha256: text, originalName: text, author: text, outlet: text, date: text },
});
export type DocumentTerms = Readonly<z.infer<typeof DocumentTerms>>;

function figure(json: string) {
  const parsed = parseJson(json);
  return parsed.ok ? value.safeParse(parsed.value).data : undefined;
}

/** The fields that have a value. */
export function defined<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]: Exclude<Fields[Name], undefined> } {
  const said = Object.entries(fields).filter(([, one]) => one !== undefined);
  return Object.fromEntries(said) as { [Name in keyof Fields]: Exclude<Fields[Name], undefined> };
}
