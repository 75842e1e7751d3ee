import type { MarkId } from "../../annotations/model/id.ts";
import type { Tag } from "../../annotations/model/tag.ts";

/** The tag that repeating gives again: the one made or changed last, or chosen at a mark since then. */
export interface TagInHand {
  readonly tag: Tag;
  /** The mark at which it was chosen, and what was in hand before: at that very mark, repeating means the latter. */
  readonly chosenAt: MarkId | null;
  readonly before: Tag | null;
}

/** The hand after a tag was made or changed. */
export function handAfterUse(tag: Tag): TagInHand {
  return { tag, chosenAt: null, before: null };
}

/** The hand after the card of a mark was opened at one of its tags. */
export function handAfterChoice(hand: TagInHand | null, tag: Tag, markId: MarkId): TagInHand {
  const before = hand && hand.chosenAt === markId ? hand.before : (hand?.tag ?? null);
  return { tag, chosenAt: markId, before };
}

/** The tag that is repeated on a new mark (null) or on one that exists; null when there is none yet. */
export function tagToRepeat(hand: TagInHand | null, markId: MarkId | null): Tag | null {
  if (!hand) return null;
  return hand.chosenAt !== null && hand.chosenAt === markId ? hand.before : hand.tag;
}
