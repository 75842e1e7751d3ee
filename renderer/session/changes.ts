import { Failure } from "../../annotations/api/reply.ts";
import { apply } from "../../annotations/commands/apply.ts";
import type { Command, SetCommand, SimpleCommand } from "../../annotations/commands/command.ts";
import { remember, type Step, stepBack, stepForward } from "../../annotations/commands/history.ts";
import { invert } from "../../annotations/commands/invert.ts";
import { Refusal } from "../../annotations/commands/refusal.ts";
import { now } from "../../annotations/model/timestamp.ts";
import { desk, setDesk } from "./desk.ts";
import { createSaver } from "./saver.ts";
import { client } from "./transport.ts";

/** Everything that changes the project goes through here: shown at once, remembered for undo, saved. */
export const saver = createSaver(
  async (commands) => {
    try {
      await client("project.apply", { commands: [...commands] });
    } catch (error) {
      if (error instanceof Failure) throw error;
      throw new Failure(
        "not-saved",
        "Parallax does not answer. Is it still running? Your changes are kept here meanwhile.",
      );
    }
  },
  (saving) => setDesk({ saving }),
);

/** Who makes a change, and when. */
export function stamp(): { analyst: Command["analyst"]; at: string } {
  return { analyst: desk().analyst.id, at: now() };
}

/** Carries out a command as one step that can be undone. `name` completes "Undo …". False when it was refused. */
export function perform(name: string, command: Command): boolean {
  const { project, history } = desk();
  return attempt(() => {
    const step: Step = { name, done: command, inverse: invert(project, command) };
    setDesk({ project: apply(project, command), history: remember(history, step), notice: null });
    saver.push(command);
  });
}

/** Several changes to the analyst's own set as one step. */
export function performAll(name: string, commands: readonly SimpleCommand[]): boolean {
  const [only] = commands;
  const command: SetCommand =
    commands.length === 1 && only ? only : { kind: "batch", ...stamp(), commands: [...commands] };
  return perform(name, command);
}

export function undo(): void {
  const { history, project } = desk();
  const step = history.done.at(-1);
  if (!step) return;
  attempt(() => {
    setDesk({ project: apply(project, step.inverse), history: stepBack(history), notice: null });
    saver.push(step.inverse);
  });
}

export function redo(): void {
  const { history, project } = desk();
  const step = history.undone.at(-1);
  if (!step) return;
  attempt(() => {
    setDesk({ project: apply(project, step.done), history: stepForward(history), notice: null });
    saver.push(step.done);
  });
}

function attempt(change: () => void): boolean {
  try {
    change();
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    setDesk({ notice: error.message });
    return false;
  }
}
