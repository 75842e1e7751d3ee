import { startOf } from "../../annotations/model/mark.ts";
import { alignedLevel } from "../aligning/align-texts.ts";
import { alignedClaim, passagesIn } from "../aligning/passages.ts";
import { heightOf, isOwnScroll, setTop } from "../reading/scrolling.ts";
import { type MountedText, visibleTexts } from "../reading/text-views.ts";
import { desk } from "../session/desk.ts";
import { linkedPosition, type Track } from "./linked-position.ts";

/** While scrolling is linked, has the other texts of the row follow the one that a person scrolls. */
export function followLinkedScrolling(row: HTMLElement): () => void {
  const follow = (event: Event) => {
    // What followed must not lead, or the texts would push each other.
    if (!(event.target instanceof HTMLElement) || isOwnScroll(event.target) || !desk().layout.linked) return;
    const leader = visibleTexts().find((text) => text.scroller === event.target);
    if (leader) lead(leader);
  };
  row.addEventListener("scroll", follow, { capture: true, passive: true });
  return () => row.removeEventListener("scroll", follow, { capture: true });
}

function lead(leader: MountedText): void {
  const from = trackOf(leader);
  // All is measured before anything is scrolled, so that the page is laid out once.
  const followers = visibleTexts()
    .filter((text) => text !== leader)
    .map((text) => ({ text, top: linkedPosition(from, trackOf(text), leader.scroller.scrollTop) }));
  for (const { text, top } of followers) setTop(text.scroller, top);
}

/** How far a text scrolls, and where the passages of an aligned claim stand at the height at which they were aligned. */
function trackOf(text: MountedText): Track {
  const { scroller } = text;
  const claim = alignedClaim(desk());
  const passages = claim === null ? [] : passagesIn(desk(), claim, text.sourceId);
  const stops = passages.flatMap((mark) => {
    const height = heightOf(text, startOf(mark));
    return height === null ? [] : [scroller.scrollTop + height - alignedLevel()];
  });
  return { end: Math.max(0, scroller.scrollHeight - scroller.clientHeight), stops };
}
