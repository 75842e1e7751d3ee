import { z } from "zod";

/**
 * What the Web Annotation Data Model (W3C Recommendation, 23 February 2017) says that an annotation MUST have, in the parts
 * that text annotations use; numbers name its sections.
 */
const Iri = z.string().regex(/^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/u);

function oneOrMore<Kind extends z.ZodType>(kind: Kind) {
  return z.union([kind, z.array(kind).min(1)]);
}

/** 3.3.1: an xsd:dateTime in UTC, expressed as Z. */
const Time = z.string().regex(/^-?\d{4,}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/);

const Offset = z.number().int().nonnegative();

/** 4.2.4 and 4.2.5, and selectors of other types. */
const Selector = z.union([
  Iri,
  z.looseObject({
    type: z.literal("TextQuoteSelector"),
    exact: z.string(),
    prefix: z.string().optional(),
    suffix: z.string().optional(),
  }),
  z.looseObject({ type: z.literal("TextPositionSelector"), start: Offset, end: Offset }),
  z.looseObject({
    type: z.string().refine((type) => type !== "TextQuoteSelector" && type !== "TextPositionSelector"),
  }),
]);

/** 3.2.1 and 4: a resource elsewhere has its IRI, a specific resource the IRI of its source, a set its items. */
const Resource = z.union([
  Iri,
  z.looseObject({
    source: z.union([Iri, z.looseObject({ id: Iri })]),
    selector: oneOrMore(Selector).optional(),
  }),
  z.looseObject({ id: Iri, source: z.undefined().optional(), selector: z.undefined().optional() }),
  z.looseObject({ type: z.enum(["Choice", "Composite", "List", "Independents"]), items: z.array(z.unknown()).min(1) }),
]);

/** 3.2.4: an embedded text has one value. */
const Body = z.union([
  Resource,
  z.looseObject({ value: z.string(), format: z.string().optional(), language: z.string().optional() }),
]);

/** 3.3.2: an agent is known by an IRI or described. */
const Agent = z.union([Iri, z.looseObject({ id: Iri.optional() })]);

const Item = z.looseObject({
  id: Iri,
  type: z.union([z.literal("Annotation"), z.array(z.string()).refine((types) => types.includes("Annotation"))]),
  target: oneOrMore(Resource),
  body: oneOrMore(Body).optional(),
  bodyValue: z.string().optional(),
  motivation: oneOrMore(z.string()).optional(),
  created: Time.optional(),
  modified: Time.optional(),
  creator: oneOrMore(Agent).optional(),
});

/** 3.1: the model's own context is there, alone or among others. */
const Context = oneOrMore(z.unknown()).refine((context) =>
  [context].flat().includes("http://www.w3.org/ns/anno.jsonld"),
);

/** 3.1 and 3.2.5. */
export const RequiredAnnotation = Item.extend({ "@context": Context }).refine(
  ({ body, bodyValue }) => body === undefined || bodyValue === undefined,
);

/** 5.2; a page within a collection has the context of that. */
const Page = z.looseObject({
  id: Iri,
  type: z.literal("AnnotationPage"),
  startIndex: Offset.optional(),
  items: z.array(Item),
});

/** 5.1, with its first page in it. */
export const RequiredCollection = z.looseObject({
  "@context": Context,
  id: Iri,
  type: z.literal("AnnotationCollection"),
  label: z.string().optional(),
  total: Offset,
  first: Page,
});
