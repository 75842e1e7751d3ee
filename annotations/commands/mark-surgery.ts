import { MarkId, newId, TagId } from "../model/id.ts";
import type { Mark } from "../model/mark.ts";
import type { Source } from "../model/source.ts";
import { saysTheSame } from "../model/tag.ts";
import { united } from "../text/pieces.ts";
import { splitAt } from "../text/split.ts";
import type { SimpleCommand } from "./command.ts";

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
 * The commands that make one of two marks of a source: `kept` gets the places of both and those tags of `other` that say
 * something it does not say yet.
 */
export function mergeCommands(source: Source, kept: Mark, other: Mark, stamp: Stamp): readonly SimpleCommand[] {
  const added = other.tags.filter((tag) => !kept.tags.some((own) => own.note === tag.note && saysTheSame(own, tag)));
  const index = kept.tags.length;
  // A tag leaves one mark before the other gets it.
  return [
    { kind: "remove-mark", ...stamp, markId: other.id },
    { kind: "put-ranges", ...stamp, markId: kept.id, ranges: united(source, [...kept.ranges, ...other.ranges]) },
    ...added.map((tag, i) => ({ kind: "put-tag" as const, ...stamp, markId: kept.id, index: index + i, tag })),
  ];
}
