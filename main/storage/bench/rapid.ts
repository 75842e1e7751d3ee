import type { SimpleCommand } from "../../../annotations/commands/command.ts";
import type { Project } from "../../../annotations/model/project.ts";
import { seeded } from "../testing/random.ts";
import { withStore } from "./bench-store.ts";
import { commandMix, setOfBench } from "./command-mix.ts";
import { timed } from "./stopwatch.ts";
import { addMark } from "./synthetic-project.ts";

/** Commands without waiting for each other, the same as one change, or one change that only adds marks. */
export type Way = "each" | "together" | "marks-together";

/** The time from the first call until all of `count` commands are acknowledged. */
export function rapid(folder: string, count: number, way: Way): Promise<number> {
  return withStore(folder, async ({ project, apply }) => {
    const commands = commandsFor(project, count, way);
    return timed(() => (way === "each" ? Promise.all(commands.map((command) => apply([command]))) : apply(commands)));
  });
}

function commandsFor(project: Project, count: number, way: Way): readonly SimpleCommand[] {
  const random = seeded(count);
  if (way !== "marks-together") return commandMix(project, count, random);
  const claims = setOfBench(project).claims.map(({ id }) => id);
  return Array.from({ length: count }, () => addMark(project.sources, claims, random));
}
