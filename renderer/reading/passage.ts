import type { SourceId } from "../../annotations/model/id.ts";
import type { Range } from "../../annotations/model/range.ts";
import type { Source } from "../../annotations/model/source.ts";
import { rangesOfSelection } from "../../annotations/text/selection.ts";
import { wordRangesOfSelection } from "../../annotations/text/word-selection.ts";

/** What is selected in a text, in code points. */
export interface Selection {
  readonly from: number;
  readonly to: number;
}

/** The passage that a selection means: whole words, or, with `exact`, the characters that are selected. */
export function passageOf(source: Source, { from, to }: Selection, exact: boolean): readonly Range[] {
  return exact ? rangesOfSelection(source, from, to) : wordRangesOfSelection(source, from, to);
}

let exactly: (Selection & { readonly sourceId: SourceId }) | null = null;

/** Takes the selection of a text to its characters, until something else is selected. */
export function takeExactly(sourceId: SourceId, { from, to }: Selection): void {
  exactly = { sourceId, from, to };
}

/** Whether a selection was made with Alt held at its end. */
export function isTakenExactly(sourceId: SourceId, { from, to }: Selection): boolean {
  return exactly?.sourceId === sourceId && exactly.from === from && exactly.to === to;
}
