import { claimList } from "../../model/claim-list.ts";
import { openSources } from "../../model/project.ts";
import { amount } from "../../text/amount.ts";
import type { Feature } from "../feature.ts";
import type { ExportRequest } from "../format.ts";

/** What a CAS with types of our own has room for. */
export const CARRIED_BY_CAS: ReadonlySet<Feature> = new Set<Feature>([
  ...(["marks", "texts", "source-details", "analysts", "ids", "times", "claim-texts", "pieces"] as const),
  ...(["untagged-marks", "stance", "voice", "speaker", "attitude", "certainty", "confidence", "value"] as const),
  ...(["tag-notes", "mark-notes", "flags"] as const),
]);

/** What changes on the way into a CAS of any notation, in plain sentences. */
export function uimaLosses({ project, sets }: ExportRequest): readonly string[] {
  const open = new Set(openSources(project).map(({ id }) => id));
  const marks = sets.flatMap((set) => set.marks.filter(({ sourceId }) => open.has(sourceId)));
  const pieces = marks.filter(({ ranges }) => ranges.length > 1).length;
  const named = new Set(marks.flatMap(({ tags }) => tags.map(({ claimId }) => claimId)));
  const unnamed = claimList(project).filter(({ id }) => !named.has(id)).length;
  return [
    ...(pieces === 0
      ? []
      : [`${amount(pieces, "mark of several pieces is", "marks of several pieces are")} several annotations in UIMA.`]),
    ...(unnamed === 0
      ? []
      : [`${amount(unnamed, "claim", "claims")} without a mark stay${unnamed === 1 ? "s" : ""} behind.`]),
  ];
}
