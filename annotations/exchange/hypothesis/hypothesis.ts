import type { Feature } from "../feature.ts";
import type { ReadableFormat, WritableFormat } from "../format.ts";
import { hypothesisReader } from "./hypothesis-reader.ts";
import { hypothesisExport } from "./hypothesis-text.ts";

/** What the sidebar of Hypothesis exports and imports; what its API answers is read too. */
export const hypothesis: WritableFormat & ReadableFormat = {
  id: "hypothesis",
  name: "Hypothesis (JSON)",
  description:
    "For the Hypothesis sidebar: one annotation per mark, with tags such as C1/supports. Imported as “Only me”.",
  shape: "file",
  extension: "json",
  mediaType: "application/json",
  carries: new Set<Feature>(["marks", "analysts", "times", "pieces", "untagged-marks", "stance", "mark-notes"]),
  write: hypothesisExport,
  reader: hypothesisReader,
};
