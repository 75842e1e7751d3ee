import type { MarkId } from "../../annotations/model/id.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import { startOf } from "../../annotations/model/mark.ts";
import type { Source } from "../../annotations/model/source.ts";
import type { Stance } from "../../annotations/model/stance.ts";
import type { Tag } from "../../annotations/model/tag.ts";
import { passageIndex } from "../../annotations/search/passages.ts";
import { type SimilarPassage, similarPassages } from "../../annotations/search/similar.ts";
import { startPassages, tagPassages } from "../marks/passages.ts";
import { focusLastText, focusText } from "../reading/text-views.ts";
import { type Desk, desk, setDesk } from "../session/desk.ts";
import { markOf, marksIn } from "../session/selectors.ts";

/** Shows what the other texts say like a mark. */
export function findElsewhere(mark: Mark): void {
  setDesk({ view: "read", panel: { kind: "elsewhere", markId: mark.id }, cardOpen: false });
}

export function findElsewhereOf(markId: MarkId): void {
  const mark = markOf(desk(), markId);
  if (mark) findElsewhere(mark);
}

/** Goes back from what was found to the mark. */
export function closeElsewhere(mark: Mark | undefined): void {
  setDesk({ panel: null });
  if (mark) focusText(mark.sourceId, startOf(mark));
  else focusLastText();
}

/** The tag of a mark whose claim its likenesses get: the chosen one, else its first. */
export function askedTag({ activeTag }: Pick<Desk, "activeTag">, mark: Mark): Tag | undefined {
  return mark.tags.find(({ id }) => id === activeTag) ?? mark.tags[0];
}

/** Marks one passage with the claim of the mark that it is like; where that has none, it is asked for. */
export function tagLike({ source, range }: SimilarPassage, tag: Tag | undefined, stance: Stance): void {
  const passage = { sourceId: source.id, ranges: [range] };
  if (tag) tagPassages([passage], tag.claimId, stance);
  else startPassages([passage], stance);
}

/** The tag with this claim that a mark somewhere in the passage has already. */
export function tagThere(
  state: Pick<Desk, "project" | "analyst">,
  { source, range }: SimilarPassage,
  claimId: Tag["claimId"] | undefined,
): Tag | undefined {
  return marksIn(state, source.id)
    .filter(({ ranges }) => ranges.some(({ start, end }) => start < range.end && range.start < end))
    .flatMap(({ tags }) => tags)
    .find((tag) => tag.claimId === claimId);
}

/** How long the screen may stand still at once. */
const SLICE_MILLISECONDS = 12;

/** The passages like a mark. Texts that have not been read yet are read piece by piece, telling how many are done. */
export async function findLike(
  mark: Mark,
  sources: readonly Source[],
  signal: AbortSignal,
  progress: (done: number) => void,
): Promise<readonly SimilarPassage[] | null> {
  let began = performance.now();
  for (const [done, source] of sources.entries()) {
    passageIndex(source);
    if (performance.now() - began < SLICE_MILLISECONDS) continue;
    progress(done + 1);
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return null;
    began = performance.now();
  }
  return similarPassages(mark, sources);
}
