import type { Step } from "../../annotations/commands/step.ts";
import { amount } from "../controls/amount.ts";
import { redo, undo } from "../session/changes.ts";
import { desk, setDesk } from "../session/desk.ts";

/**
 * Undoes, or does again, one step after the other until `step` is the last that is done; null for the point before all of
 * them. Stops at the first that cannot be, and says so.
 */
export async function goToStep(step: Step | null): Promise<void> {
  const { done, undone } = desk().history;
  const back = done.length - 1 - (step ? done.indexOf(step) : -1);
  const isDone = step === null || done.includes(step);
  if (isDone) await takeSteps(back, undo, "undone");
  else if (undone.includes(step)) await takeSteps(undone.length - undone.indexOf(step), redo, "done again");
}

async function takeSteps(count: number, take: typeof undo, did: string): Promise<void> {
  for (let taken = 0; taken < count; taken++) {
    const outcome = take();
    // To wait for what is known already would draw the screen after every step.
    const isTaken = typeof outcome === "boolean" ? outcome : await outcome;
    if (!isTaken) return stopped(taken, count, did);
  }
  if (count > 1) setDesk({ news: `${amount(count, "step")} ${did}.` });
}

/** Why a step could not be taken is the notice already. */
function stopped(taken: number, count: number, did: string): void {
  if (count > 1) setDesk({ notice: `${taken} of ${amount(count, "step")} ${did}. ${desk().notice ?? ""}`.trim() });
}
