import { spawn } from "node:child_process";
import { once } from "node:events";
import { WorkEvent, type WorkTask } from "./work-event.ts";

/** A process that works on a project. */
export interface Worker {
  readonly pid: number;
  readonly task: WorkTask;
  /** Kills it and returns when all that it said has been heard. */
  kill(): Promise<void>;
  /** Gives it an order: `rest`, `look` or `close`. */
  order(line: "rest" | "look" | "close"): void;
  /** Settled when it has ended and all that it said has been heard. */
  readonly ended: Promise<void>;
}

/** Starts the bundled `program`; `hear` is told of each event as it comes, and of an end that nobody asked for. */
export function startWorker(program: string, task: WorkTask, hear: (worker: Worker, event: WorkEvent) => void): Worker {
  const child = spawn(process.execPath, [program, JSON.stringify(task)], { stdio: ["pipe", "pipe", "pipe"] });
  let killed = false;
  let complaint = "";
  let line = "";
  // A process that is gone takes no orders.
  child.stdin.on("error", () => undefined);
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint += text;
  });
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    const lines = (line + text).split("\n");
    line = lines.pop() ?? "";
    for (const complete of lines) hear(worker, WorkEvent.parse(JSON.parse(complete)));
  });
  const ended = once(child, "close").then(([code]) => {
    if ((code === 0 || killed) && complaint === "") return;
    hear(worker, { kind: "fault", at: 0, message: `a process ended with ${code}: ${complaint}` });
  });
  const worker: Worker = {
    pid: child.pid ?? 0,
    task,
    kill: async () => {
      killed = true;
      child.kill("SIGKILL");
      await ended;
    },
    order: (order) => {
      child.stdin.write(`${order}\n`);
    },
    ended,
  };
  return worker;
}
