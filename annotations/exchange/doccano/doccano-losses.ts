import type { Mark } from "../../model/mark.ts";
import { openSources } from "../../model/project.ts";
import type { Source } from "../../model/source.ts";
import { amount } from "../../text/amount.ts";
import { codePointsOf } from "../../text/code-points.ts";
import type { ExportRequest } from "../format.ts";
import { grouped } from "../grouped.ts";
import type { OffsetUnit } from "./offset-unit.ts";

/** What doccano does not take as it is written, in plain sentences. */
export function doccanoLosses({ project, sets }: ExportRequest, unit: OffsetUnit): readonly string[] {
  const bySource = grouped(
    sets.flatMap(({ marks }) => marks),
    ({ sourceId }) => sourceId,
  );
  const sum = (count: (source: Source, marks: readonly Mark[]) => number) =>
    openSources(project).reduce((all, source) => all + count(source, bySource.get(source.id) ?? []), 0);
  const crossing = sum((_, marks) => overlapping(marks));
  const shifted = unit === "utf-16" ? 0 : sum(shiftedInWindow);
  return [...(crossing === 0 ? [] : [overlapSentence(crossing)]), ...(shifted === 0 ? [] : [shiftSentence(shifted)])];
}

function overlapSentence(number: number): string {
  const spans = amount(number, "span overlaps another", "spans overlap others");
  return `${spans}: doccano leaves ${number === 1 ? "it" : "them"} out unless its project allows overlapping spans.`;
}

function shiftSentence(number: number): string {
  const spans = amount(number, "span stands", "spans stand");
  return `${spans} behind an emoji or the like, which doccano’s own window counts as two characters: for that window take UTF-16 offsets.`;
}

/** How many spans stand elsewhere in a window that counts UTF-16 code units. */
function shiftedInWindow(source: Source, marks: readonly Mark[]): number {
  const points = codePointsOf(source);
  const spans = marks.flatMap(({ ranges, tags }) => tags.flatMap(() => ranges));
  return spans.filter(({ end }) => points.toUtf16(end) !== end).length;
}

/** How many spans begin before one that doccano has taken is over. It takes them by where they begin. */
function overlapping(marks: readonly Mark[]): number {
  const spans = marks.flatMap(({ ranges, tags }) => tags.flatMap(() => ranges));
  let [number, over] = [0, 0];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start < over) number++;
    else over = end;
  }
  return number;
}
