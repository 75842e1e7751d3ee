import { z } from "zod";
import { CLAIM_COLOURS } from "../../model/claim.ts";
import { Tag } from "../../model/tag.ts";
import { Verdict } from "../../model/verdict.ts";

/** The JSON-LD context of the Web Annotation Data Model (W3C Recommendation, 23 February 2017). */
export const STANDARD_CONTEXT = "http://www.w3.org/ns/anno.jsonld";

/** The namespace of the terms that the model has no word for. */
const VOCABULARY = "urn:x-parallax:";

/** Every term that the standard context does not define is one of Parallax. */
export const CONTEXT = [STANDARD_CONTEXT, { "@vocab": VOCABULARY }] as const;

/** Whether a `@context` is the one that Parallax writes. */
export function isOwnContext(context: unknown): boolean {
  return Array.isArray(context) && context.some((one) => OwnContext.safeParse(one).success);
}

const OwnContext = z.looseObject({ "@vocab": z.literal(VOCABULARY) });

const { stance, voice, speaker, attitude, certainty, confidence, value } = Tag.shape;

/** What a tag says, beside its claim and its note. */
const TagTerms = z.object({
  stance: stance.optional().catch(undefined),
  voice: voice.optional().catch(undefined),
  speaker: speaker.optional().catch(undefined),
  attitude: attitude.optional().catch(undefined),
  certainty: certainty.optional().catch(undefined),
  confidence: confidence.optional().catch(undefined),
  figure: value.catch(undefined),
});

const text = z.string().optional().catch(undefined);

/** The terms of an annotation of a tag, a mark or a cell. */
export const AnnotationTerms = z.object({
  /** The IRI of the tag's claim. */
  claim: text,
  tag: TagTerms.optional().catch(undefined),
  mark: z
    .object({ id: z.string(), note: text, toDiscuss: z.boolean().optional().catch(undefined) })
    .optional()
    .catch(undefined),
  /** What was found in a cell. */
  finding: z.enum(["not-mentioned", "not-applicable"]).optional().catch(undefined),
  /** What is noted about a cell. */
  cellNote: text,
});
export type AnnotationTerms = Readonly<z.infer<typeof AnnotationTerms>>;

/** An article that marks stand in, by the IRI that targets have for it. */
export const ArticleTerms = z.object({
  id: z.string(),
  article: text,
  url: text,
  sha256: text,
  originalName: text,
  title: text,
  author: text,
  outlet: text,
  date: text,
  language: text,
});

/** A claim with all that is said of it. */
export const ClaimTerms = z.object({
  id: z.string(),
  label: z.string(),
  text,
  note: text,
  include: text,
  exclude: text,
  aliases: z.array(z.string()).optional().catch(undefined),
  parent: text,
  colour: z.enum(CLAIM_COLOURS).optional().catch(undefined),
  order: z.number().optional().catch(undefined),
  verdict: Verdict.optional().catch(undefined),
});
