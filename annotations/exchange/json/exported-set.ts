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

/** Where an item of a part of the set stands, and whose it is. */
type Made = (part: string, i: number) => { readonly at: string; readonly analyst: string };

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
  const made: Made = (part, i) => ({ at: `${at}/${part}/${i}`, analyst: key });
  for (const [i, mark] of set.marks.entries()) {
    builder.mark(readMark(builder, mark, names, made("marks", i), moreOf(mark, Mark.shape)));
  }
  for (const [i, mark] of (set.bin ?? []).entries()) {
    const { binnedAt } = mark;
    builder.mark(readMark(builder, mark, names, made("bin", i), { binnedAt, ...moreOf(mark, BinnedMark.shape) }));
  }
  readCells(builder, set, made);
  readOrigins(builder, set, made);
  readProgress(builder, set, made);
}

type Lists = Pick<AnnotationSet, "cells" | "cellNotes" | "originVerdicts" | "done" | "reveals">;

function readCells(builder: ReadBuilder, { cells, cellNotes = [] }: Lists, made: Made): void {
  for (const [i, cell] of cells.entries()) {
    const { claimId: claim, sourceId: source, state, at: foundAt } = cell;
    builder.cell({ ...made("cells", i), claim, source, state, foundAt, ...moreOf(cell, CellState.shape) });
  }
  for (const [i, noted] of cellNotes.entries()) {
    const { claimId: claim, sourceId: source, text: note, at: foundAt } = noted;
    builder.cell({ ...made("cellNotes", i), claim, source, note, foundAt, ...moreOf(noted, CellNote.shape) });
  }
}

function readOrigins(builder: ReadBuilder, { originVerdicts = [] }: Lists, made: Made): void {
  for (const [i, found] of originVerdicts.entries()) {
    const { a, b, verdict, at: foundAt } = found;
    const more = moreOf(found, OriginVerdict.shape);
    builder.origin({ ...made("originVerdicts", i), sources: [a, b], verdict, foundAt, ...more });
  }
}

function readProgress(builder: ReadBuilder, { done = [], reveals = [] }: Lists, made: Made): void {
  for (const [i, completion] of done.entries()) {
    const { sourceId: source, at: reachedAt } = completion;
    builder.progress({ ...made("done", i), kind: "done", source, reachedAt, ...moreOf(completion, Completion.shape) });
  }
  for (const [i, reveal] of reveals.entries()) {
    const { sourceId: source, at: reachedAt } = reveal;
    builder.progress({ ...made("reveals", i), kind: "reveal", source, reachedAt, ...moreOf(reveal, Reveal.shape) });
  }
}

/** Written out field by field, since there may be a hundred thousand. */
function readMark(
  builder: ReadBuilder,
  { id, sourceId, ranges, tags, note, toDiscuss, createdAt }: Mark,
  names: ReadonlyMap<ClaimId, string>,
  { at, analyst }: Pick<ReadMark, "at" | "analyst">,
  more: Pick<ReadMark, "binnedAt" | "more">,
): ReadMark {
  return {
    at,
    id,
    source: sourceId,
    analyst,
    ranges: ranges.map(readRange),
    tags: tags.map((tag) => readTag(tag, builder.claimLabel(tag.claimId, names.get(tag.claimId) ?? tag.claimId))),
    createdAt,
    fitted: true,
    ...(note === undefined ? null : { note }),
    ...(toDiscuss === undefined ? null : { toDiscuss }),
    ...more,
  };
}

function readRange(range: Range): ReadRange {
  const { start, end, quote, prefix, suffix } = range;
  return { position: { start, end, unit: "code-point" }, quote, prefix, suffix, ...moreOf(range, Range.shape) };
}

function readTag(tag: Tag, label: string): ReadTag {
  const { id, stance, voice, speaker, attitude, certainty, confidence, note, value, at } = tag;
  return {
    id,
    label,
    stance,
    voice,
    speaker,
    attitude,
    certainty,
    confidence,
    note,
    ...(value === undefined ? null : { value }),
    ...(at === undefined ? null : { changedAt: at }),
    ...moreOf(tag, Tag.shape),
  };
}
