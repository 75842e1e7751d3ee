import type { CodePoints } from "../../text/code-points.ts";
import { quotedRange } from "../quoted-range.ts";
import type { ReadMark, ReadRange, ReadTag } from "../reading/read-annotations.ts";
import type { Span } from "./span-terms.ts";

/** A mark that spans of a task make up. */
export interface TaskMark {
  readonly ranges: readonly ReadRange[];
  readonly tags: readonly TaskTag[];
  readonly said: Pick<ReadMark, "id" | "note" | "toDiscuss" | "createdAt">;
}

interface TaskTag {
  readonly label: string;
  readonly said: Omit<ReadTag, "label">;
}

/** The spans of one tag are its pieces, and tags of one mark with the same pieces are that mark; any other span is a mark. */
export function taskMarks(spans: readonly Span[], points: CodePoints): readonly TaskMark[] {
  const byTag = new Map<string, Span[]>();
  for (const [i, span] of spans.entries()) {
    const key = span.mark && span.tag ? `${span.mark.id} ${span.tag.id} ${span.label}` : String(i);
    const pieces = byTag.get(key);
    if (pieces) pieces.push(span);
    else byTag.set(key, [span]);
  }
  const marks = new Map<string, { ranges: readonly ReadRange[]; tags: TaskTag[]; said: TaskMark["said"] }>();
  const met = new Set<string>();
  for (const pieces of byTag.values()) {
    const [first] = pieces;
    if (!first) continue;
    const ranges = pieces.map(({ start, end }) => quotedRange(points, start, end));
    const key = `${first.mark?.id ?? marks.size} ${pieces.map(({ start, end }) => `${start}-${end}`).join(" ")}`;
    const known = marks.get(key);
    if (known) known.tags.push(...tagsOf(first));
    else marks.set(key, { ranges, tags: [...tagsOf(first)], said: saidOfMark(first, met) });
  }
  return [...marks.values()];
}

function tagsOf({ label, tag }: Span): readonly TaskTag[] {
  return label === undefined || label.trim() === "" ? [] : [{ label, said: defined(tag ?? {}) }];
}

/** A mark whose id another one has already, with other pieces, is a mark of its own. */
function saidOfMark({ mark }: Span, met: Set<string>): TaskMark["said"] {
  if (!mark) return {};
  const { id, ...rest } = mark;
  const isFirst = !met.has(id);
  met.add(id);
  return { ...defined(rest), ...(isFirst && { id }) };
}

/** The fields that have a value. */
function defined<Fields extends object>(fields: Fields): { [Name in keyof Fields]: Exclude<Fields[Name], undefined> } {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as { [Name in keyof Fields]: Exclude<Fields[Name], undefined> };
}
