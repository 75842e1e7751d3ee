import type { Feature } from "../feature.ts";
import type { ReadableFormat, WritableFormat } from "../format.ts";
import { doccanoLosses } from "./doccano-losses.ts";
import { doccanoReader } from "./doccano-reader.ts";
import { doccanoText } from "./doccano-text.ts";

/** The JSON Lines of doccano's sequence labelling: one article a line, its spans counted in UTF-16 code units. */
export const doccano: WritableFormat & ReadableFormat = {
  id: "doccano",
  name: "doccano (JSONL)",
  description: "Spans for doccano: one article a line, labels such as C1/supports. UTF-16 offsets.",
  shape: "file",
  extension: "jsonl",
  mediaType: "application/jsonl",
  carries: new Set<Feature>(["marks", "texts", "source-details", "pieces", "stance"]),
  write: (request) => ({ files: [{ path: "", content: doccanoText(request) }], losses: doccanoLosses(request) }),
  reader: doccanoReader,
};
