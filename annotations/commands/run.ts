import type { SimpleCommand } from "./command.ts";

/** Commands of a batch that can be carried out in one go. */
export type Run = readonly SimpleCommand[];

/** Commands that follow each other and all add marks, or all remove marks, make a run; every other one stands alone. */
export function runsOf(commands: readonly SimpleCommand[]): readonly Run[] {
  const runs: SimpleCommand[][] = [];
  for (const command of commands) {
    const last = runs.at(-1);
    if (last?.[0]?.kind === command.kind && JOINED.has(command.kind)) last.push(command);
    else runs.push([command]);
  }
  return runs;
}

const JOINED: ReadonlySet<SimpleCommand["kind"]> = new Set(["add-mark", "remove-mark"] as const);
