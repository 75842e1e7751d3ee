import type { AnnotationSet } from "../../annotations/model/annotation-set.ts";
import type { BinnedMark, Mark } from "../../annotations/model/mark.ts";
import type { Project } from "../../annotations/model/project.ts";
import type { Range } from "../../annotations/model/range.ts";
import type { Tag } from "../../annotations/model/tag.ts";
import { type CodePoints, codePointsOf } from "../../annotations/text/code-points.ts";
import { CONTEXT_LENGTH } from "../../annotations/text/selector.ts";

/**
 * The same project in less memory, for one that was just parsed: what marks say alike is one string, and what they quote
 * is a part of their text and no copy of it. With 10,000 marks that saves a third of what they take.
 */
export function leanProject(project: Project): Project {
  const texts = new Map(project.sources.map((source) => [String(source.id), codePointsOf(source)]));
  const lean = { text: (id: string) => texts.get(id), shared: sharing() };
  return { ...project, sets: project.sets.map((set) => leanSet(set, lean)) };
}

interface Lean {
  text(sourceId: string): CodePoints | undefined;
  /** The first string that was equal. */
  shared<Text extends string>(text: Text): Text;
}

function sharing(): Lean["shared"] {
  const known = new Map<string, string>();
  return (text) => {
    const first = known.get(text);
    // Equal strings have one type.
    if (first !== undefined) return first as typeof text;
    known.set(text, text);
    return text;
  };
}

function leanSet(set: AnnotationSet, lean: Lean): AnnotationSet {
  const marks = set.marks.map((mark) => leanMark(mark, lean));
  return set.bin ? { ...set, marks, bin: set.bin.map((mark) => leanBinned(mark, lean)) } : { ...set, marks };
}

function leanBinned({ binnedAt, ...mark }: BinnedMark, lean: Lean): BinnedMark {
  return { ...leanMark(mark, lean), binnedAt };
}

// Each object is written out: what is filled field by field takes half as much again.

function leanMark({ id, sourceId, ranges, tags, createdAt, ...more }: Mark, lean: Lean): Mark {
  const points = lean.text(sourceId);
  return {
    id,
    sourceId: lean.shared(sourceId),
    ranges: points ? ranges.map((range) => leanRange(range, points)) : ranges,
    tags: tags.map((tag) => leanTag(tag, lean)),
    createdAt: lean.shared(createdAt),
    ...more,
  };
}

function leanTag(tag: Tag, { shared }: Lean): Tag {
  const { id, claimId, stance, voice, speaker, attitude, certainty, confidence, note, ...more } = tag;
  return {
    id,
    claimId: shared(claimId),
    stance,
    voice,
    speaker: shared(speaker),
    attitude,
    certainty,
    confidence,
    note,
    ...more,
  };
}

function leanRange({ start, end, quote, prefix, suffix, ...more }: Range, points: CodePoints): Range {
  const part = (from: number, to: number, text: string) => {
    const found = points.slice(Math.max(0, from), Math.min(to, points.length));
    return found === text ? found : text;
  };
  // A quote that is somewhere else by now stays as it was stored.
  if (end > points.length) return { start, end, quote, prefix, suffix, ...more };
  return {
    start,
    end,
    quote: part(start, end, quote),
    prefix: part(start - CONTEXT_LENGTH, start, prefix),
    suffix: part(end, end + CONTEXT_LENGTH, suffix),
    ...more,
  };
}
