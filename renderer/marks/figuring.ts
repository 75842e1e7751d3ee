import { unitsIn } from "../../annotations/figures/claim-figures.ts";
import {
  draftOfValue,
  type FigureContext,
  type FigureDraft,
  outcomeOf,
} from "../../annotations/figures/figure-draft.ts";
import { figuresIn, readingOf } from "../../annotations/figures/reading.ts";
import { valueWords } from "../../annotations/figures/value-words.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import { sourceById } from "../../annotations/model/project.ts";
import type { Tag } from "../../annotations/model/tag.ts";
import type { Value } from "../../annotations/model/value.ts";
import { mayChange } from "../session/changes.ts";
import { type Desk, desk, setDesk } from "../session/desk.ts";
import { matrixRow } from "../session/selectors.ts";
import { activeTag, changeTag } from "./marking.ts";

/** Why there is no tag that could have a figure; null when there is one. */
export function whyNoFigure(): string | null {
  return activeTag() ? null : "Give the mark a claim first: a figure is what the passage says of it.";
}

/** Opens the card of the mark with the figure of its active tag to be written. */
export function writeFigure(): void {
  const active = activeTag();
  if (!active || !mayChange()) return;
  setDesk({ cardOpen: true, cardFocus: false });
  beginFigure(active.mark, active.tag);
}

/** Has a tag's figure written: the one that it has, else one that its passage seems to state. */
export function beginFigure(mark: Mark, tag: Tag): void {
  const { figuring } = desk();
  // What was being written when the card went away is still there.
  if (figuring?.tagId === tag.id) return;
  const [proposed] = statedIn(desk(), mark, tag);
  const draft = tag.value ? draftOfValue(tag.value) : proposed ? proposalOf(proposed) : EMPTY;
  setDesk({ figuring: { tagId: tag.id, draft } });
}

const EMPTY: FigureDraft = { words: "", kind: null, unit: null, name: null };

/** A draft with what a passage states, which is no value until the analyst takes it. */
export function proposalOf({ words, kind }: Value): FigureDraft {
  // Standing alone, the same words may mean something else.
  return { ...EMPTY, words, kind: readingOf(words)?.kind === kind ? null : kind };
}

/** What the passage of a mark seems to state, those first that are like what other passages say of the claim. */
export function statedIn(state: Desk, mark: Mark, tag: Tag): readonly Value[] {
  const quote = mark.ranges.map((range) => range.quote).join(" … ");
  const found = figuresIn(quote, contextOf(state, mark, tag).written);
  const kinds = new Set(tagsOn(state, tag).flatMap(({ value }) => value?.kind ?? []));
  return [...found.filter(({ kind }) => kinds.has(kind)), ...found.filter(({ kind }) => !kinds.has(kind))];
}

/** What is known where the figure of a tag is written. */
export function contextOf(state: Desk, mark: Mark, tag: Tag): FigureContext {
  return {
    written: sourceById(state.project, mark.sourceId).date,
    units: unitsIn(tagsOn(state, tag).filter(({ id }) => id !== tag.id)),
  };
}

/** All tags on the claim of a tag. */
function tagsOn(state: Desk, { claimId }: Tag): readonly Tag[] {
  const stances = [...(matrixRow(state, claimId)?.stances.values() ?? [])];
  return stances.flatMap(({ evidence }) => evidence.map(({ tag }) => tag));
}

/** Changes what is being written. */
export function draftFigure(tag: Tag, draft: FigureDraft): void {
  setDesk({ figuring: { tagId: tag.id, draft } });
}

/** Gives the tag what was written, as one step; false where that is unclear. */
export function giveFigure(mark: Mark, tag: Tag, draft: FigureDraft): boolean {
  const outcome = outcomeOf(draft, contextOf(desk(), mark, tag));
  if (outcome.kind === "unclear" || !mayChange()) return false;
  changeTag(mark.id, tag.id, tag.value ? "changing a figure" : "giving a figure", { value: outcome.value });
  setDesk({ figuring: null, news: `Figure: ${valueWords(outcome.value)}.` });
  return true;
}

export function leaveFigure(): void {
  setDesk({ figuring: null });
}

export function takeFigureAway(mark: Mark, tag: Tag): void {
  changeTag(mark.id, tag.id, "taking a figure away", { value: undefined });
}
