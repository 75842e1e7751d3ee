import type { Feature } from "../feature.ts";
import type { ReadableFormat, WritableFormat } from "../format.ts";
import { doccanoLosses } from "./doccano-losses.ts";
import { doccanoReader } from "./doccano-reader.ts";
import { doccanoText } from "./doccano-text.ts";

/** The JSON Lines of doccano's sequence labelling: one article a line, with its spans. */
export const doccano: WritableFormat & ReadableFormat = {
  id: "doccano",
  name: "doccano (JSONL)",
  description: "Spans for doccano: one article a line, labels such as C1/supports.",
  shape: "file",
  extension: "jsonl",
  mediaType: "application/jsonl",
  carries: new Set<Feature>(["marks", "texts", "source-details", "pieces", "stance"]),
  options: [
    { id: "utf-16", description: "Count emoji as two characters, as doccano’s own window does, instead of one" },
  ],
  write: (request, options) => {
    const unit = options.has("utf-16") ? "utf-16" : "code-point";
    return { files: [{ path: "", content: doccanoText(request, unit) }], losses: doccanoLosses(request, unit) };
  },
  reader: doccanoReader,
};
