import type { ClaimId, SourceId } from "../../annotations/model/id.ts";
import type { PairOfSources } from "../../annotations/model/origin-verdict.ts";
import type { Selection } from "../reading/passage.ts";

/** The headings under which actions stand in the key sheet and in the palette, in this order. */
export const GROUPS = [
  "Marking",
  "At a mark",
  "In Read",
  "The article with the focus",
  "In the search, and in what was found elsewhere",
  "Everywhere",
  "In Review",
] as const;
export type Group = (typeof GROUPS)[number];

/**
 * Where the keys of an action count: in an article's text, in its pane, on a cell of the matrix or a card that stands for
 * one, on two articles that share passages, anywhere in Read, or everywhere. The inner ones come first.
 */
export type Context = "text" | "pane" | "cell" | "pair" | "read" | "everywhere";

/** Where the person is when an action is asked for. */
export interface Here {
  /** The text that has the focus, or had it last, and what is selected there. */
  readonly text: { readonly sourceId: SourceId; readonly selection: Selection } | null;
  /** The article whose pane has the focus. */
  readonly pane: SourceId | null;
  /** The cell of the matrix that has the focus, or whose card has it. */
  readonly cell: { readonly claimId: ClaimId; readonly sourceId: SourceId } | null;
  /** The two articles that have the focus in the list of those that share passages. */
  readonly pair: PairOfSources | null;
  /** The claim that is chosen, or whose entry in the list has the focus. */
  readonly claim: ClaimId | null;
  /** Whether the characters that are selected are meant rather than their whole words. */
  readonly exact: boolean;
}

/** Something that a person can do: by its key, from the palette, from a menu. */
export interface Action {
  /** Never changes: changed keys are remembered by it. */
  readonly id: string;
  readonly name: string;
  readonly group: Group;
  readonly context: Context;
  /** The keys that it has unless they were changed, for example `Mod+Shift+Z`; `Mod` is Ctrl, on a Mac Cmd. */
  readonly keys: readonly string[];
  /** Whether Alt held with its key means exactly the characters that are selected. */
  readonly exact?: boolean;
  /** Whether it changes the project, so that it cannot be done while that can only be read. */
  readonly changes?: boolean;
  /** Whether fields of text keep its key for themselves. */
  readonly leftToFields?: boolean;
  /** The name with what it will do now, where that is more. */
  nameNow?(): string;
  /** Why it cannot be done here and now, in a sentence; null when it can. */
  unavailable?(here: Here): string | null;
  run(here: Here): void;
}
