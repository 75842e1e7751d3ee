import { endOf, startOf } from "../../annotations/model/mark.ts";
import { type Anchor, textAnchor } from "../reading/text-anchor.ts";
import { desk, type Picking } from "../session/desk.ts";
import { markOf } from "../session/selectors.ts";

/** Where a picker opens: at the passage it is for. */
export function pickingAnchor(picking: Picking): Anchor | null {
  if (picking.kind === "draft") {
    const { sourceId, ranges } = picking.draft;
    return textAnchor(sourceId, ranges[0]?.start ?? 0, ranges.at(-1)?.end ?? 0);
  }
  if (picking.kind === "passages") return document.querySelector(".side-panel .tagging");
  const mark = markOf(desk(), picking.markId);
  return mark ? textAnchor(mark.sourceId, startOf(mark), endOf(mark)) : null;
}
