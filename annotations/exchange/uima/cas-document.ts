import { z } from "zod";

/** A feature structure as it stands in a file; features are looked at by their names. */
export const CasStructure = z.looseObject({
  "%ID": z.union([z.number(), z.string()]).optional(),
  "%TYPE": z.string(),
  "@sofa": z.union([z.number(), z.string()]).optional().catch(undefined),
});
export type CasStructure = Readonly<z.infer<typeof CasStructure>>;

const SuperType = z.looseObject({ "%SUPER_TYPE": z.string() });

const PARTS = ["%TYPES", "%FEATURE_STRUCTURES", "%VIEWS"];

/** A UIMA JSON CAS: feature structures as a list, or by their ids. One in which nothing is may have types or views alone. */
export const CasDocument = z
  .looseObject({
    "%TYPES": z.record(z.string(), z.unknown()).optional().catch(undefined),
    "%FEATURE_STRUCTURES": z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]).optional(),
  })
  .refine((document) => PARTS.some((part) => Object.hasOwn(document, part)));

export type CasDocument = Readonly<z.infer<typeof CasDocument>>;

/** The feature structures with their ids. */
export function structuresOf(document: CasDocument): readonly (readonly [id: string, structure: unknown])[] {
  const { "%FEATURE_STRUCTURES": structures = [] } = document;
  if (!Array.isArray(structures)) return Object.entries(structures);
  return structures.map((structure) => [String(CasStructure.safeParse(structure).data?.["%ID"] ?? ""), structure]);
}

/** Whether a type is what covers a whole document, or one made of it. */
export function isDocumentType(document: CasDocument, name: string): boolean {
  const met = new Set<string>();
  for (let type: string | undefined = name; type !== undefined && !met.has(type); ) {
    if (type === "uima.tcas.DocumentAnnotation") return true;
    met.add(type);
    const types: Readonly<Record<string, unknown>> = document["%TYPES"] ?? {};
    type = Object.hasOwn(types, type) ? SuperType.safeParse(types[type]).data?.["%SUPER_TYPE"] : undefined;
  }
  return /(?:^|\.)DocumentMetaData$/.test(name);
}
