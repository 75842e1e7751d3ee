import type { Project } from "../model/project.ts";
import { apply } from "./apply.ts";
import type { Command } from "./command.ts";
import { invert } from "./invert.ts";

/** One step that can be undone: what was done, what takes it back, and how it reads after "Undo" in a menu. */
export interface Step {
  readonly name: string;
  readonly done: readonly Command[];
  readonly inverse: readonly Command[];
  /** The id of the merge that it was: only the host undoes that, since it changes the sets of others too. */
  readonly merge?: string | undefined;
}

/** Commands as one step from `project`: each is undone from the state that it met, the last one first. Throws a `Refusal` when one does not fit. */
export function stepFrom(project: Project, name: string, commands: readonly Command[]): Step {
  const inverse: Command[] = [];
  let reached = project;
  for (const command of commands) {
    inverse.push(invert(reached, command));
    reached = apply(reached, command);
  }
  return { name, done: commands, inverse: inverse.reverse() };
}

/** The project after several commands in order. Throws a `Refusal` when one does not fit. */
export function applyAll(project: Project, commands: readonly Command[]): Project {
  return commands.reduce(apply, project);
}
