import type { MarkId, SourceId } from "../../annotations/model/id.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import { activate, deactivate } from "../marks/marking.ts";
import { desk, setDesk } from "../session/desk.ts";
import { marksIn } from "../session/selectors.ts";

/** A click takes the innermost mark under the pointer; a further click at the same marks takes the next one out. */
export function openCardFor(sourceId: SourceId, ids: readonly MarkId[]): void {
  const marks = marksIn(desk(), sourceId);
  const here = ids.flatMap((id) => marks.find((mark) => mark.id === id) ?? []);
  const next = nextOf(here);
  if (next) openCard(next, here, false);
  else deactivate();
}

/** Opens the card of a mark, with a way to the others at the same place. */
export function openCard(mark: Mark, here: readonly Mark[], takesFocus: boolean): void {
  activate(mark, undefined, true);
  setDesk({ cardMarks: here.map(({ id }) => id), cardFocus: takesFocus });
}

/** The mark after the active one in a list, around the end; the first when none of them is active. */
export function nextOf(here: readonly Mark[]): Mark | undefined {
  const at = here.findIndex((mark) => mark.id === desk().activeMark);
  return here[at === -1 ? 0 : (at + 1) % here.length];
}

/** The marks over one place of a text, the shortest first. Touching an end counts. */
export function marksAt(sourceId: SourceId, offset: number): readonly Mark[] {
  return marksIn(desk(), sourceId)
    .filter((mark) => mark.ranges.some((range) => range.start <= offset && offset <= range.end))
    .sort((a, b) => extent(a) - extent(b));
}

function extent(mark: Mark): number {
  return mark.ranges.reduce((sum, range) => sum + range.end - range.start, 0);
}
