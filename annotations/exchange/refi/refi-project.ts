import type { ReadableFormat, WritableFormat } from "../format.ts";
import { refiProjectReader } from "./project-reader.ts";
import { writtenProject } from "./project-writer.ts";

/**
 * A project of REFI-QDA 1.0 (www.qdasoftware.org): claims as codes with a code below for each stance, marks as selections in
 * code points, one for each piece, which their descriptions tie together.
 */
export const refiProject: WritableFormat & ReadableFormat = {
  id: "refi-project",
  name: "REFI-QDA project (QDPX)",
  description:
    "Texts, codes and codings for NVivo, ATLAS.ti, MAXQDA, QualCoder and other programs for qualitative analysis.",
  shape: "archive",
  extension: "qdpx",
  mediaType: "application/zip",
  carries: new Set([
    ...([
      "marks",
      "texts",
      "source-details",
      "analysts",
      "ids",
      "times",
      "claim-texts",
      "claim-details",
      "pieces",
    ] as const),
    ...(["untagged-marks", "stance", "voice", "speaker", "attitude", "certainty", "confidence", "value"] as const),
    ...(["tag-notes", "mark-notes", "flags"] as const),
  ]),
  options: [{ id: "crlf", description: "End lines with CR and LF, as programs that count both expect" }],
  write: writtenProject,
  reader: refiProjectReader,
};
