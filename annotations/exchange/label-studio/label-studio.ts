import { claimList } from "../../model/claim-list.ts";
import type { ClaimId } from "../../model/id.ts";
import { openSources } from "../../model/project.ts";
import { amount } from "../../text/amount.ts";
import type { Feature } from "../feature.ts";
import type { ExportRequest, ReadableFormat, WritableFormat, WrittenExport } from "../format.ts";
import { readLabelStudio, recognisesLabelStudio } from "./label-studio-reader.ts";
import { configLabel, labellingConfig } from "./labelling-config.ts";
import { tasksText } from "./task-text.ts";

const CARRIED: ReadonlySet<Feature> = new Set<Feature>([
  ...(["marks", "texts", "source-details", "analysts", "ids", "times", "claim-texts", "pieces"] as const),
  ...(["untagged-marks", "stance", "voice", "speaker", "attitude", "certainty", "confidence", "value"] as const),
  ...(["tag-notes", "mark-notes", "flags"] as const),
]);

/**
 * Tasks for Label Studio with what was marked as annotations, and the labelling interface that they need. Who marked stands
 * beside each region and not in `completed_by`, where Label Studio takes only users whom it knows.
 */
export const labelStudio: WritableFormat & ReadableFormat = {
  id: "label-studio",
  name: "Label Studio",
  description:
    "Tasks with annotations (tasks.json) and the labelling interface (config.xml). Offsets count code points.",
  shape: "folder",
  extension: "zip",
  mediaType: "application/zip",
  carries: CARRIED,
  write,
  reader: { recognises: recognisesLabelStudio, read: readLabelStudio },
};

function write({ project, sets }: ExportRequest): WrittenExport {
  const claims = claimList(project);
  const labelOf = new Map(claims.map(({ id, displayLabel }) => [id, configLabel(displayLabel)]));
  const untagged = untaggedLabel(new Set(labelOf.values()));
  const labels = { of: (claim: ClaimId) => labelOf.get(claim) ?? untagged, untagged };
  const pieces = sets.flatMap(({ marks }) => marks).filter(({ ranges }) => ranges.length > 1).length;
  return {
    files: [
      { path: "tasks.json", content: tasksText(openSources(project), sets, labels) },
      { path: "config.xml", content: [labellingConfig(claims, untagged)] },
    ],
    losses:
      pieces === 0
        ? []
        : [
            `${amount(pieces, "mark", "marks")} of several pieces ${pieces === 1 ? "is" : "are"} several regions in Label Studio.`,
          ],
  };
}

function untaggedLabel(taken: ReadonlySet<string>): string {
  let label = "Untagged";
  while (taken.has(label)) label += "_";
  return label;
}
