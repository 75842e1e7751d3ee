import type { Project } from "../model/project.ts";
import type { Command } from "./command.ts";
import type { History } from "./history.ts";
import { Refusal } from "./refusal.ts";
import { sameContent } from "./same-content.ts";
import { applyAll, type Step } from "./step.ts";

/** How many steps are kept over a restart, and how large they may be together, in UTF-16 units of their JSON. */
const KEPT: Limits = { steps: 200, size: 4_000_000 };

interface Limits {
  readonly steps: number;
  readonly size: number;
}

/** The history within these limits: what was done longest ago is forgotten first, then what would be redone last. */
export function bounded({ done, undone }: History, { steps, size } = KEPT): History {
  const keptDone = lastWithin(done, steps, size);
  const left = size - sizeOf(keptDone);
  const keptUndone = lastWithin(undone, steps, left);
  const isSame = keptDone.length === done.length && keptUndone.length === undone.length;
  return isSame ? { done, undone } : { done: keptDone, undone: keptUndone };
}

function lastWithin(steps: readonly Step[], most: number, size: number): readonly Step[] {
  let left = size;
  const recent = steps.slice(-most);
  const from = recent.findLastIndex((step) => {
    left -= sizeOf([step]);
    return left < 0;
  });
  return recent.slice(from + 1);
}

const sizes = new WeakMap<Step, number>();

function sizeOf(steps: readonly Step[]): number {
  return steps.reduce((sum, step) => sum + sizeOfOne(step), 0);
}

function sizeOfOne(step: Step): number {
  const known = sizes.get(step);
  if (known !== undefined) return known;
  const size = JSON.stringify(step).length;
  sizes.set(step, size);
  return size;
}

/**
 * As much of a history as was made for this project: each step, undone and done again, must lead to the very same
 * project. The first one that does not ends it, and so does what stands beyond it.
 */
export function fitting(project: Project, { done, undone }: History): History {
  return {
    done: fittingSteps(project, done, (step) => [step.inverse, step.done]),
    undone: fittingSteps(project, undone, (step) => [step.done, step.inverse]),
  };
}

type ThereAndBack = readonly [there: readonly Command[], back: readonly Command[]];

function fittingSteps(project: Project, steps: readonly Step[], wayOf: (step: Step) => ThereAndBack): readonly Step[] {
  let reached: Project = project;
  const misfit = steps.findLastIndex((step) => {
    const next = there(reached, wayOf(step));
    if (next !== null) reached = next;
    return next === null;
  });
  return steps.slice(misfit + 1);
}

/** Whether a step, undone (or done again) and taken back, leads to the very same project: nobody has built upon it since. */
export function comesBack(project: Project, way: readonly Command[], back: readonly Command[]): boolean {
  return there(project, [way, back]) !== null;
}

/** Where the way leads, if it comes back to where it began; else null. */
function there(project: Project, [way, back]: ThereAndBack): Project | null {
  try {
    const reached = applyAll(project, way);
    return sameContent(applyAll(reached, back), project) ? reached : null;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
