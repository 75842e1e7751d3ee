import type { Step } from "./step.ts";

/** What has been done and what has been undone, over the whole project; the last step is the last entry. */
export interface History {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

export const EMPTY_HISTORY: History = { done: [], undone: [] };

/** A new step ends what could be redone. */
export function remember(history: History, step: Step): History {
  return { done: [...history.done, step], undone: [] };
}

/** Moves the last step to what can be redone; the same history when there is none. */
export function stepBack(history: History): History {
  const step = history.done.at(-1);
  return step ? { done: history.done.slice(0, -1), undone: [...history.undone, step] } : history;
}

/** Moves the last undone step back; the same history when there is none. */
export function stepForward(history: History): History {
  const step = history.undone.at(-1);
  return step ? { done: [...history.done, step], undone: history.undone.slice(0, -1) } : history;
}
