import { Analyst } from "../../model/analyst.ts";
import { type AnnotationSet, AnnotationSetFile } from "../../model/annotation-set.ts";
import { CellNote } from "../../model/cell-note.ts";
import { CellState } from "../../model/cell-state.ts";
import { Completion } from "../../model/completion.ts";
import type { ClaimId } from "../../model/id.ts";
import { BinnedMark, Mark } from "../../model/mark.ts";
import { OriginVerdict } from "../../model/origin-verdict.ts";
import { Range } from "../../model/range.ts";
import { Reveal } from "../../model/reveal.ts";
import { Tag } from "../../model/tag.ts";
import type { ReadMark, ReadRange, ReadTag } from "../reading/read-annotations.ts";
import type { ReadBuilder } from "../reading/read-builder.ts";
import { moreOf } from "./more-of.ts";

/** Reads an analyst's set, which stands at `at` of the export, but for its claims, which have these names. */
export function readSet(
  builder: ReadBuilder,
  { analyst, createdAt, ...set }: AnnotationSet,
  names: ReadonlyMap<ClaimId, string>,
  at: string,
): void {
  const { id, name } = analyst;
  const begun = { createdAt, ...moreOf(set, AnnotationSetFile.shape) };
  const key = builder.analyst({ key: id, id, name, ...moreOf(analyst, Analyst.shape), set: begun });
  const made = (part: string, i: number) => ({ at: `${at}/${part}/${i}`, analyst: key });
  for (const [i, mark] of set.marks.entries()) {
    builder.mark({ ...made("marks", i), ...readMark(builder, mark, names), ...moreOf(mark, Mark.shape) });
  }
  for (const [i, mark] of (set.bin ?? []).entries()) {
    const { binnedAt } = mark;
    builder.mark({
      ...made("bin", i),
      ...readMark(builder, mark, names),
      ...{ binnedAt, ...moreOf(mark, BinnedMark.shape) },
    });
  }
  for (const [i, cell] of set.cells.entries()) {
    const { claimId: claim, sourceId: source, state, at: foundAt } = cell;
    builder.cell({ ...made("cells", i), claim, source, state, foundAt, ...moreOf(cell, CellState.shape) });
  }
  for (const [i, noted] of (set.cellNotes ?? []).entries()) {
    const { claimId: claim, sourceId: source, text: note, at: foundAt } = noted;
    builder.cell({ ...made("cellNotes", i), claim, source, note, foundAt, ...moreOf(noted, CellNote.shape) });
  }
  for (const [i, found] of (set.originVerdicts ?? []).entries()) {
    const { a, b, verdict, at: foundAt } = found;
    builder.origin({
      ...made("originVerdicts", i),
      ...{ sources: [a, b], verdict, foundAt, ...moreOf(found, OriginVerdict.shape) },
    });
  }
  for (const [i, completion] of (set.done ?? []).entries()) {
    const { sourceId: source, at: reachedAt } = completion;
    builder.progress({ ...made("done", i), kind: "done", source, reachedAt, ...moreOf(completion, Completion.shape) });
  }
  for (const [i, reveal] of (set.reveals ?? []).entries()) {
    const { sourceId: source, at: reachedAt } = reveal;
    builder.progress({ ...made("reveals", i), kind: "reveal", source, reachedAt, ...moreOf(reveal, Reveal.shape) });
  }
}

function readMark(
  builder: ReadBuilder,
  { id, sourceId, ranges, tags, note, toDiscuss, createdAt }: Mark,
  names: ReadonlyMap<ClaimId, string>,
): Omit<ReadMark, "at"> {
  return {
    ...{ id, source: sourceId, createdAt, fitted: true },
    ranges: ranges.map(readRange),
    tags: tags.map((tag) => readTag(tag, builder.claimLabel(tag.claimId, names.get(tag.claimId) ?? tag.claimId))),
    ...(note === undefined ? {} : { note }),
    ...(toDiscuss === undefined ? {} : { toDiscuss }),
  };
}

function readRange(range: Range): ReadRange {
  const { start, end, quote, prefix, suffix } = range;
  return { position: { start, end, unit: "code-point" }, quote, prefix, suffix, ...moreOf(range, Range.shape) };
}

function readTag(tag: Tag, label: string): ReadTag {
  const { id, stance, voice, speaker, attitude, certainty, confidence, note, value, at } = tag;
  return {
    ...{ id, label, stance, voice, speaker, attitude, certainty, confidence, note },
    ...(value === undefined ? {} : { value }),
    ...(at === undefined ? {} : { changedAt: at }),
    ...moreOf(tag, Tag.shape),
  };
}
