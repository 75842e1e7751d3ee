import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import type { Tasks } from "./tasks.ts";

/** The argument that makes the benchmark's program do one task. */
export const TASK_OPTION = "--task";

/** Does a task in a new process, so that no measurement meets the heap and the compiled code of the one before. */
export async function inFreshProcess<Name extends keyof Tasks>(
  name: Name,
  ...args: Parameters<Tasks[Name]>
): Promise<Awaited<ReturnType<Tasks[Name]>>> {
  const [, program = ""] = process.argv;
  const child = spawn(process.execPath, [program, TASK_OPTION, name, JSON.stringify(args)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [result] = await Promise.all([text(child.stdout), once(child, "close")]);
  if (result === "") throw new Error(`${name} ended without a result`);
  return JSON.parse(result);
}
