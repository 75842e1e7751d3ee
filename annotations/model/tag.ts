import { z } from "zod";
import { ClaimId, newId, TagId } from "./id.ts";
import { Stance } from "./stance.ts";
import { Timestamp } from "./timestamp.ts";
import { Value } from "./value.ts";

export const VOICES = ["own", "quoted-direct", "quoted-indirect", "document", "unnamed"] as const;

/** Who says it: the article itself, somebody it quotes, a document, or an unnamed source. */
const Voice = z.enum(VOICES);

export const ATTITUDES = ["neutral", "endorses", "distances"] as const;

/** How the article stands to a voice that is not its own. */
const Attitude = z.enum(ATTITUDES);

export const CERTAINTIES = ["certain", "probable", "possible"] as const;

/** How sure the passage is of what it says, on the three degrees of FactBank (Saurí and Pustejovsky 2009). */
const Certainty = z.enum(CERTAINTIES);

export const CONFIDENCES = ["high", "medium", "low"] as const;

/** How sure the analyst is of the tag. */
const Confidence = z.enum(CONFIDENCES);

/** How many characters the texts of a tag may have at most. */
export const TAG_LENGTHS = { speaker: 500, note: 20_000 } as const;

/** One analyst's judgement that a mark speaks to a claim: stance, voice, certainty, confidence, note, and perhaps a value. */
export const Tag = z.looseObject({
  id: TagId,
  claimId: ClaimId,
  stance: Stance,
  voice: Voice,
  speaker: z.string().max(TAG_LENGTHS.speaker),
  attitude: Attitude,
  certainty: Certainty,
  confidence: Confidence,
  note: z.string().max(TAG_LENGTHS.note),
  /** How many, when or where, as the passage states it; absent where it states nothing of the kind. */
  value: Value.optional(),
  /** When the analyst last changed what it says; absent where that was when the mark was made, or is not known. */
  at: Timestamp.optional(),
});
export type Tag = Readonly<z.infer<typeof Tag>>;

/** What a tag says, without its id, its note and its value. */
function sayings({ claimId, stance, voice, speaker, attitude, certainty, confidence }: Tag) {
  return { claimId, stance, voice, speaker, attitude, certainty, confidence };
}

/** A new tag that says what another one says. A note and a value belong to their passage and are not repeated. */
export function repeatedTag(tag: Tag): Tag {
  return { ...sayings(tag), id: newId(TagId), note: "" };
}

/** Whether two tags say the same, whatever their ids, notes and values. */
export function saysTheSame(a: Tag, b: Tag): boolean {
  return Object.entries(sayings(a)).every(([field, value]) => b[field] === value);
}

/** A tag with the defaults that most passages need: the article's own voice, certain, high confidence. */
export function newTag(claimId: ClaimId, stance: Stance): Tag {
  return {
    id: newId(TagId),
    claimId,
    stance,
    voice: "own",
    speaker: "",
    attitude: "neutral",
    certainty: "certain",
    confidence: "high",
    note: "",
  };
}
