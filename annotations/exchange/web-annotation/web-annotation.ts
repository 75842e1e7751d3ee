import { FEATURES, type Feature } from "../feature.ts";
import type { ReadableFormat, WritableFormat } from "../format.ts";
import { collectionText } from "./collection-text.ts";
import { webAnnotationReader } from "./web-annotation-reader.ts";

const LOST: ReadonlySet<Feature> = new Set<Feature>([
  ...(["texts", "source-notes", "boilerplate", "speakers", "origin-verdicts", "bin"] as const),
]);

/** The Web Annotation Data Model of the W3C: annotations that stand apart from the texts, which stay behind. */
export const webAnnotation: WritableFormat & ReadableFormat = {
  id: "web-annotation",
  name: "Web Annotation (JSON-LD)",
  description: "The W3C’s standard: one annotation per tag, found by position and quote. The texts stay with you.",
  shape: "file",
  extension: "jsonld",
  mediaType: "application/ld+json",
  carries: new Set(FEATURES.filter((feature) => !LOST.has(feature))),
  write: (request) => ({ files: [{ path: "", content: collectionText(request) }], losses: [] }),
  reader: webAnnotationReader,
};
