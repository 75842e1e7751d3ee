import type { Feature } from "../feature.ts";
import type { ReadableFormat, WritableFormat } from "../format.ts";
import { prodigyReader } from "./prodigy-reader.ts";
import { prodigyText } from "./prodigy-text.ts";

const CARRIED: ReadonlySet<Feature> = new Set<Feature>([
  ...([
    "marks",
    "texts",
    "source-details",
    "analysts",
    "ids",
    "times",
    "pieces",
    "mark-notes",
    "flags",
    "tag-notes",
  ] as const),
  ...(["stance", "voice", "speaker", "attitude", "certainty", "confidence", "value"] as const),
]);

/** The JSON Lines of Prodigy and spaCy: one accepted task for each article and analyst, its spans counted in code points. */
export const prodigy: WritableFormat & ReadableFormat = {
  id: "prodigy",
  name: "Prodigy (JSONL)",
  description: "Spans for Prodigy and spaCy: one article and analyst a line, labels such as C1/supports.",
  shape: "file",
  extension: "jsonl",
  mediaType: "application/jsonl",
  carries: CARRIED,
  write: (request) => ({ files: [{ path: "", content: prodigyText(request) }], losses: [] }),
  reader: prodigyReader,
};
