import { z } from "zod";
import { MarkId, SourceId } from "./id.ts";
import { compareText } from "./order.ts";
import { Range } from "./range.ts";
import { Tag } from "./tag.ts";
import { Timestamp } from "./timestamp.ts";

/** How many characters the note on a mark may have at most. */
export const MARK_NOTE_LENGTH = 20_000;

/** One or more ranges of one source's text, made by one analyst, with the tags that say what they mean. */
export const Mark = z.looseObject({
  id: MarkId,
  sourceId: SourceId,
  ranges: z.array(Range).min(1).readonly(),
  tags: z.array(Tag).readonly(),
  createdAt: Timestamp,
  /** Whether the analyst wants to talk about it; absent is no. */
  toDiscuss: z.boolean().optional(),
  /** What the analyst notes about the passage, whatever it is tagged with; absent is nothing. */
  note: z.string().max(MARK_NOTE_LENGTH).optional(),
});
export type Mark = Readonly<z.infer<typeof Mark>>;

type Remarks = Pick<Mark, "toDiscuss" | "note">;

/** The flag and the note of a mark, as far as it has them. */
export function remarksOf({ toDiscuss, note }: Remarks): Remarks {
  return { ...(toDiscuss === undefined ? {} : { toDiscuss }), ...(note === undefined ? {} : { note }) };
}

/** A mark that was deleted and can be brought back. */
export const BinnedMark = Mark.extend({ binnedAt: Timestamp });
export type BinnedMark = Readonly<z.infer<typeof BinnedMark>>;

/** Reading order inside a source, the longer of two marks at one place first; the id settles the rest. */
export function compareMarks(a: Mark, b: Mark): number {
  return (
    compareText(a.sourceId, b.sourceId) || startOf(a) - startOf(b) || endOf(b) - endOf(a) || compareText(a.id, b.id)
  );
}

/** Where the first piece of a mark begins, in code points. */
export function startOf(mark: Mark): number {
  return mark.ranges[0]?.start ?? 0;
}

/** Where the last piece of a mark ends, in code points. */
export function endOf(mark: Mark): number {
  return mark.ranges.at(-1)?.end ?? 0;
}
