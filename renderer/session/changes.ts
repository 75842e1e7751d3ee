import { Failure } from "../../annotations/api/reply.ts";
import { Command } from "../../annotations/commands/command.ts";
import { EMPTY_HISTORY, type History, remember, stepBack, stepForward } from "../../annotations/commands/history.ts";
import { Refusal } from "../../annotations/commands/refusal.ts";
import { applyAll, type Step, stepFrom } from "../../annotations/commands/step.ts";
import type { ProjectId } from "../../annotations/model/id.ts";
import { now } from "../../annotations/model/timestamp.ts";
import { desk, setDesk } from "./desk.ts";
import { createSaver } from "./saver.ts";
import { client } from "./transport.ts";

/** Everything that changes the project goes through here: shown at once, remembered for undo, saved. */
export let saver = createSaver(() => Promise.resolve(), { report: () => {}, giveUp: () => {} });

/** From now on what is changed goes to this project. What a former one could not save is given up, and said to be. */
export function beginSaving(projectId: ProjectId): void {
  const former = saver;
  const isCurrent = () => saver === mine;
  const mine = createSaver((commands) => send(projectId, commands), {
    report: (saving) => isCurrent() && setDesk({ saving }),
    giveUp: (reason) => isCurrent() && void reopen(reason),
  });
  saver = mine;
  if (former.pending()) setDesk({ notice: "The last changes before this could not be saved." });
}

async function send(projectId: ProjectId, commands: readonly Command[]): Promise<void> {
  try {
    await client("project.apply", { projectId, commands: [...commands] });
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(
      "not-saved",
      "Parallax does not answer. Is it still running? Your changes are kept here meanwhile.",
    );
  }
}

/** The host refused what the screen had accepted: the host is right, so the screen shows its state and says so. */
async function reopen(reason: string): Promise<void> {
  const { project } = await client("session.open", {});
  setDesk({ project, history: EMPTY_HISTORY, notice: `The last change was not kept: ${reason}` });
}

/** Who makes a change, and when. */
export function stamp(): { analyst: Command["analyst"]; at: string } {
  return { analyst: desk().analyst.id, at: now() };
}

/** Carries out commands as one step that can be undone. `name` completes "Undo …". False when they were refused. */
export function perform(name: string, ...commands: readonly Command[]): boolean {
  const { project, history } = desk();
  return attempt(() => {
    const step = stepFrom(project, name, commands.map(checked));
    carryOut(step.done, remember(history, step));
  });
}

/** Makes a step of what the host has done already. `done` must leave the project as it is now. */
export function rememberStep(step: Step): void {
  setDesk({ history: remember(desk().history, step) });
}

export function undo(): void {
  const { history } = desk();
  const step = history.done.at(-1);
  if (step) attempt(() => carryOut(step.inverse, stepBack(history)));
}

export function redo(): void {
  const { history } = desk();
  const step = history.undone.at(-1);
  if (step) attempt(() => carryOut(step.done, stepForward(history)));
}

function carryOut(commands: readonly Command[], history: History): void {
  setDesk({ project: applyAll(desk().project, commands), history, notice: null });
  saver.push(commands);
}

/** What the host would not take, for example a text that is too long, is refused before it is shown. */
function checked(command: Command): Command {
  const parsed = Command.safeParse(command);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refusal(
    `This was not done. ${String(issue?.path.at(-1) ?? "It")}: ${issue?.message ?? "not of the expected form"}.`,
  );
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
