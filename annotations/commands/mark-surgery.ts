import { MarkId, newId, TagId } from "../model/id.ts";
import { MARK_NOTE_LENGTH, type Mark, remarksOf } from "../model/mark.ts";
import type { Range } from "../model/range.ts";
import type { Source } from "../model/source.ts";
import { codePointsOf } from "../text/code-points.ts";
import { united } from "../text/pieces.ts";
import { splitAt } from "../text/split.ts";
import type { SimpleCommand } from "./command.ts";
import { isDoubled } from "./doubled-tag.ts";

type Stamp = Pick<SimpleCommand, "analyst" | "at">;

/**
 * The commands that divide a mark at `offset` (code points), see `splitAt`: it keeps what stands before, and a new mark with
 * the same tags under ids of their own gets the rest. Null when there is nothing to divide there.
 */
export function splitCommands(
  source: Source,
  mark: Mark,
  offset: number,
  stamp: Stamp,
): readonly SimpleCommand[] | null {
  const halves = splitAt(source, mark.ranges, offset);
  if (!halves) return null;
  const tags = mark.tags.map((tag) => ({ ...tag, id: newId(TagId) }));
  return [
    { kind: "put-ranges", ...stamp, markId: mark.id, ranges: halves.before },
    {
      kind: "add-mark",
      ...stamp,
      mark: { ...mark, id: newId(MarkId), ranges: halves.after, tags, createdAt: stamp.at },
    },
  ];
}

/**
 * The commands that make one of two marks of a source: `kept` gets the places of both, those tags of `other` that say
 * something it does not say yet, and the flags and notes of both.
 */
export function mergeCommands(source: Source, kept: Mark, other: Mark, stamp: Stamp): readonly SimpleCommand[] {
  const added = other.tags.filter((tag) => !kept.tags.some((own) => isDoubled(own, tag)));
  const index = kept.tags.length;
  // A tag leaves one mark before the other gets it.
  return [
    { kind: "remove-mark", ...stamp, markId: other.id },
    { kind: "put-ranges", ...stamp, markId: kept.id, ranges: united(source, [...kept.ranges, ...other.ranges]) },
    ...added.map((tag, i) => ({ kind: "put-tag" as const, ...stamp, markId: kept.id, index: index + i, tag })),
    ...(other.toDiscuss || other.note ? [remarksOfBoth(kept, other, stamp)] : []),
  ];
}

function remarksOfBoth(kept: Mark, other: Mark, stamp: Stamp): SimpleCommand {
  const notes = [kept.note, other.note].filter((note) => note);
  return {
    ...{ kind: "revise-mark", ...stamp, markId: kept.id },
    ...remarksOf({
      toDiscuss: kept.toDiscuss || other.toDiscuss,
      note: notes.length === 0 ? undefined : [...new Set(notes)].join("\n").slice(0, MARK_NOTE_LENGTH),
    }),
  };
}

/**
 * The mark that a mark is merged with unless another one is chosen: of `marks` in reading order the next one that overlaps it
 * or has only blanks and punctuation between, else the last one before. Undefined where no mark is so near.
 */
export function neighbourOf(source: Source, marks: readonly Mark[], mark: Mark): Mark | undefined {
  const at = marks.findIndex(({ id }) => id === mark.id);
  const near = (other: Mark) => mark.ranges.some((a) => other.ranges.some((b) => adjoin(source, a, b)));
  return marks.slice(at + 1).find(near) ?? marks.slice(0, Math.max(at, 0)).findLast(near);
}

function adjoin(source: Source, a: Range, b: Range): boolean {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  if (second.start <= first.end) return true;
  const inOneBlock = source.blocks.some(({ start, end }) => start <= first.start && second.end <= end);
  return inOneBlock && /^[\s\p{P}]*$/u.test(codePointsOf(source).slice(first.end, second.start));
}
