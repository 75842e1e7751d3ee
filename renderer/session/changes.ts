import { Command } from "../../annotations/commands/command.ts";
import { dated } from "../../annotations/commands/dated-tags.ts";
import { EMPTY_HISTORY, type History, remember, stepBack, stepForward } from "../../annotations/commands/history.ts";
import { Refusal } from "../../annotations/commands/refusal.ts";
import { applyAll, type Step, stepFrom } from "../../annotations/commands/step.ts";
import type { StepNote } from "../../annotations/commands/step-note.ts";
import type { ProjectId } from "../../annotations/model/id.ts";
import { now } from "../../annotations/model/timestamp.ts";
import { desk, setDesk } from "./desk.ts";
import { painted } from "./painted.ts";
import { createSaver, type Note } from "./saver.ts";
import { sentenceOf } from "./sentence.ts";
import { client } from "./transport.ts";

/** What this page calls itself before the host. */
export const SCREEN: string = crypto.randomUUID();

/** Everything that changes the project goes through here: shown at once, remembered for undo, saved. */
export let saver = createSaver(() => Promise.resolve(), { report: () => {}, giveUp: () => {} });

let changes = 0;

/** How often this page has changed the project or begun with another one. */
export function changeCount(): number {
  return changes;
}

interface SavingEvents {
  /** Everything is on the disk. */
  saved(): void;
  /** The host refused what the screen had accepted: the host is right, and the screen must show its state. */
  refused(): void;
}

/** From now on what is changed goes to this project. What a former one could not save is given up, and said to be. */
export function beginSaving(projectId: ProjectId, { saved, refused }: SavingEvents): void {
  const former = saver;
  const isCurrent = () => saver === mine;
  const mine = createSaver((commands, steps) => send(projectId, commands, steps), {
    report: (saving) => {
      if (!isCurrent()) return;
      setDesk({ saving });
      if (saving.kind === "saved") saved();
    },
    giveUp: (reason) => {
      if (!isCurrent()) return;
      setDesk({ history: EMPTY_HISTORY, notice: `The last change was not kept: ${reason}` });
      refused();
    },
  });
  saver = mine;
  changes++;
  if (former.pending()) setDesk({ notice: "The last changes before this could not be saved." });
}

async function send(projectId: ProjectId, commands: readonly Command[], steps: readonly StepNote[]): Promise<void> {
  // What is changed is shown first: writing it down for the host takes its time.
  await painted();
  await client("project.apply", { projectId, screen: SCREEN, commands: [...commands], steps: [...steps] });
}

/** What the host could not be told of because it did not answer is sent again, now that it does. */
export function hostAnswers(): void {
  const { saving } = desk();
  if (saving.kind === "failed" && !saving.answered) saver.retry();
}

/** Why nothing may be changed at present; null when it may. */
export function whyReadOnly(): string | null {
  const { access } = desk();
  return access.kind === "read-only" ? `Nothing was changed. ${access.reason}` : null;
}

/** Whether the project may be changed; where not, the analyst is told why. */
export function mayChange(): boolean {
  const reason = whyReadOnly();
  if (reason !== null) setDesk({ notice: reason });
  return reason === null;
}

/** Who makes a change, and when. */
export function stamp(): { analyst: Command["analyst"]; at: string } {
  return { analyst: desk().analyst.id, at: now() };
}

/** Carries out commands as one step that can be undone. `name` completes "Undo …". False when they were refused. */
export function perform(name: string, ...commands: readonly Command[]): boolean {
  const { project, history } = desk();
  return change(() => {
    const step = stepFrom(project, name, dated(project, commands).map(checked));
    carryOut(step.done, remember(history, step), { kind: "do", name, inverse: step.inverse });
    setDesk({ news: "" });
  });
}

/** Carries out commands that cannot be undone: the steps before them can be all the same. False when they were refused. */
export function performForGood(...commands: readonly Command[]): boolean {
  return change(() => {
    carryOut(commands.map(checked), desk().history, { kind: "lasting" });
    setDesk({ news: "" });
  });
}

/** Makes a step of what the host has done already. `done` must leave the project as it is now. */
export function rememberStep(step: Step): void {
  changes++;
  setDesk({ history: remember(desk().history, step) });
}

/** Takes the last step back; whether that was done. Only of a merge that is known later. */
export function undo(): boolean | Promise<boolean> {
  const { history } = desk();
  const step = history.done.at(-1);
  if (!step) return false;
  if (step.merge !== undefined) return takeMerge(step, step.merge, "undo");
  // A step that somebody else has built upon stands in the way of those before it no longer.
  const misfit = { done: history.done.slice(0, -1), undone: history.undone };
  const undone = change(() => carryOut(step.inverse, stepBack(history), { kind: "undo" }), misfit);
  if (undone) setDesk({ news: `Undone: ${step.name}.` });
  return undone;
}

/** Does the step again that was taken back last, as `undo` takes it back. */
export function redo(): boolean | Promise<boolean> {
  const { history } = desk();
  const step = history.undone.at(-1);
  if (!step) return false;
  if (step.merge !== undefined) return takeMerge(step, step.merge, "redo");
  const misfit = { done: history.done, undone: history.undone.slice(0, -1) };
  const redone = change(() => carryOut(step.done, stepForward(history), { kind: "redo" }), misfit);
  if (redone) setDesk({ news: `Redone: ${step.name}.` });
  return redone;
}

let takingMerge = false;

/** The host undoes a merge, and does it again: it changes the sets of others too. */
async function takeMerge(step: Step, merge: string, what: "undo" | "redo"): Promise<boolean> {
  if (takingMerge || !mayChange()) return false;
  takingMerge = true;
  try {
    await saver.settled();
    const { misfit } = await client(`merge.${what}`, { projectId: desk().project.file.id, merge });
    changes++;
    const { history } = desk();
    if (misfit === null) {
      const moved = what === "undo" ? movedBack(history, step) : movedOn(history, step);
      setDesk({ history: moved, notice: null, news: `${what === "undo" ? "Undone" : "Redone"}: ${step.name}.` });
    } else setDesk({ history: without(history, step), notice: misfit });
    return misfit === null;
  } catch (error) {
    setDesk({ notice: sentenceOf(error) });
    return false;
  } finally {
    takingMerge = false;
  }
}

function without({ done, undone }: History, step: Step): History {
  return { done: done.filter((other) => other !== step), undone: undone.filter((other) => other !== step) };
}

/** What was done while the host was at it ends what could be redone, as ever. */
function movedBack(history: History, step: Step): History {
  return history.done.at(-1) === step ? stepBack(history) : without(history, step);
}

function movedOn(history: History, step: Step): History {
  return history.undone.at(-1) === step ? stepForward(history) : without(history, step);
}

function carryOut(commands: readonly Command[], history: History, note: Note): void {
  changes++;
  setDesk({ project: applyAll(desk().project, commands), history, notice: null });
  saver.push(commands, note);
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

/** Makes a change if it may be made and fits the project; says why when not. `historyWithout` is the history if it does not fit. */
function change(make: () => void, historyWithout: History = desk().history): boolean {
  if (!mayChange()) return false;
  try {
    make();
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    setDesk({ notice: error.message, history: historyWithout });
    return false;
  }
}
