import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Refusal } from "./running.ts";

/** How long a host may take to start. */
export const START_LIMIT_MS = 30_000;
/** How long a host may take to end. */
export const END_LIMIT_MS = 15_000;

/** Starts a program and gives back how it ended by itself. */
export async function runToRefusal(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<Refusal> {
  const child = spawn(command, args, { ...options, stdio: ["ignore", "ignore", "pipe"] });
  const printed = collect(child.stderr);
  const timer = setTimeout(() => child.kill("SIGKILL"), START_LIMIT_MS);
  const [code] = await once(child, "close");
  clearTimeout(timer);
  return { code, message: printed().trim() };
}

/** Everything that a stream has carried so far. */
export function collect(stream: NodeJS.ReadableStream | null): () => string {
  let text = "";
  stream?.setEncoding("utf8").on("data", (chunk) => {
    text += chunk;
  });
  return () => text;
}

/** Waits until `find` finds something in what a program prints; an error when the program ends or takes too long. */
export function waitForOutput(child: ChildProcess, find: RegExp): Promise<string> {
  const [output, errors] = [collect(child.stdout), collect(child.stderr)];
  return new Promise((resolve, reject) => {
    const fail = () => {
      clearTimeout(timer);
      child.kill("SIGKILL");
      reject(new Error(`The host did not start (exit code ${child.exitCode}): ${output()}${errors()}`));
    };
    const timer = setTimeout(fail, START_LIMIT_MS);
    child.once("close", fail);
    child.stdout?.on("data", () => {
      const found = find.exec(output())?.[0];
      if (found === undefined) return;
      clearTimeout(timer);
      child.off("close", fail);
      resolve(found);
    });
  });
}

/** Sends a signal and waits for the end; an error when the process lives on. */
export async function end(child: ChildProcess, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit").then(() => true);
  child.kill(signal);
  if (await Promise.race([ended, pause(END_LIMIT_MS).then(() => false)])) return;
  child.kill("SIGKILL");
  throw new Error(`The host did not end within ${END_LIMIT_MS / 1000} s of ${signal}.`);
}

/** Waits without keeping the process alive. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
