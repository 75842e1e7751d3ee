import type { History } from "../../annotations/commands/history.ts";
import type { Step } from "../../annotations/commands/step.ts";

/** A point of the history to go to: right after a step, or, without one, before all of them. */
export interface StepLine {
  readonly step: Step | null;
  /** Where the project stands now, what is done before that, or what was undone and can be done again. */
  readonly kind: "undone" | "now" | "done";
}

/** The points of a history, the latest first: those that were undone stand above where the project is now. */
export function stepLines({ done, undone }: History): readonly StepLine[] {
  const points = [null, ...done].reverse();
  return [
    ...undone.map((step): StepLine => ({ step, kind: "undone" })),
    ...points.map((step, i): StepLine => ({ step, kind: i === 0 ? "now" : "done" })),
  ];
}
