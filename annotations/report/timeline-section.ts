import { type Timeline, type TimelineEntry, timelines } from "../review/timeline.ts";
import { given, joined, type Line, paragraph, type Section, section } from "./document.ts";
import type { Material } from "./material.ts";
import { cellSign } from "./signs.ts";

/** Who says what of each claim, by the date of publication. */
export function timelineSection(material: Material): Section {
  const lines = timelines({ rows: material.spoken, sources: material.matrix.sources });
  if (lines.length === 0) return section("timeline", "Timeline", [paragraph("No source speaks to a claim.")]);
  return section("timeline", "Timeline", [
    paragraph(
      "By date of publication, not of the event. First: no other source that speaks to the claim may be older. Changed: the same outlet said something else before.",
    ),
    {
      kind: "table",
      table: {
        caption: "Claims by date of publication",
        columns: [{ title: ["Claim"] }, { title: ["Said by, the earliest first"] }, { title: ["Without a date"] }],
        rows: lines.map((line) => lineRow(material, line)),
      },
    },
  ]);
}

function lineRow(material: Material, line: Timeline): readonly Line[] {
  const entries = (list: readonly TimelineEntry[]): Line =>
    list.length === 0
      ? ["–"]
      : joined(
          list.map((entry) => entryLine(material, line, entry)),
          "; ",
        );
  return [[material.claimRef(line.claim.id)], entries(line.dated), entries(line.undated)];
}

function entryLine({ letterOf }: Material, { first }: Timeline, { source, cell, changed }: TimelineEntry): Line {
  const isFirst = first.includes(source);
  const remarks = [isFirst ? (first.length === 1 ? "first" : "may be first") : "", changed ? "changed" : ""];
  const words = remarks.filter(Boolean).join(", ");
  const date: Line = source.date === "" ? [] : [given(source.date), " "];
  return [...date, `${letterOf(source.id)} `, cellSign(cell), words === "" ? "" : ` (${words})`];
}
