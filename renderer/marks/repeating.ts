import type { MarkId, SourceId } from "../../annotations/model/id.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import type { Range } from "../../annotations/model/range.ts";
import { STANCE_SIGNS } from "../../annotations/model/stance.ts";
import { repeatedTag, saysTheSame, type Tag } from "../../annotations/model/tag.ts";
import { focusText } from "../reading/text-views.ts";
import { perform, stamp } from "../session/changes.ts";
import { type Desk, desk, setDesk } from "../session/desk.ts";
import { claimOf, markOf } from "../session/selectors.ts";
import { activate, newMark } from "./marking.ts";
import { tagToRepeat } from "./tag-in-hand.ts";

/** The tag that repeating gives to a mark, or to a new one (null); null when there is none or its claim is gone. */
export function repeatable(state: Desk, markId: MarkId | null): Tag | null {
  const tag = tagToRepeat(state.tagInHand, markId);
  return tag && claimOf(state, tag.claimId) ? tag : null;
}

/** A tag as it is written beside a key, for example `C5+`. */
export function tagName(state: Desk, tag: Tag): string {
  return `${claimOf(state, tag.claimId)?.displayLabel ?? "?"}${STANCE_SIGNS[tag.stance]}`;
}

/** Marks a passage with the tag in hand, at once. */
export function repeatOnPassage(sourceId: SourceId, ranges: readonly Range[]): void {
  const tag = repeatable(desk(), null);
  if (!tag) setDesk({ notice: NOTHING_YET });
  if (!tag || ranges.length === 0) return;
  const mark = newMark(sourceId, ranges, [repeatedTag(tag)]);
  if (perform("repeating a tag", { kind: "add-mark", ...stamp(), mark })) activate(mark);
  focusText(sourceId, ranges.at(-1)?.end);
}

/** Adds the tag in hand to a mark, unless the mark says the same already. */
export function repeatOnMark(markId: MarkId): void {
  const tag = repeatable(desk(), markId);
  const mark = markOf(desk(), markId);
  const notice = tag ? `This mark has the tag ${tagName(desk(), tag)} already.` : NOTHING_YET;
  if (!tag || mark?.tags.some((own) => saysTheSame(own, tag))) setDesk({ notice });
  else if (mark) addTag(mark, tag);
}

function addTag({ id: markId, tags }: Mark, tag: Tag): void {
  const repeated = repeatedTag(tag);
  const command = { kind: "put-tag", ...stamp(), markId, index: tags.length, tag: repeated } as const;
  if (perform("repeating a tag", command)) setDesk({ activeTag: repeated.id, activeClaim: repeated.claimId });
}

const NOTHING_YET =
  "There is no tag to repeat yet. Give a passage its stance and claim, or choose a mark that has a tag; then . repeats it elsewhere.";
