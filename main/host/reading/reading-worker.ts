import { parentPort, workerData } from "node:worker_threads";
import { Refusal } from "../../../annotations/commands/refusal.ts";
import type { ReadingAnswer } from "./read-apart.ts";
import { carryOutReading, type ReadingTask } from "./reading-task.ts";

/** The program of the thread in which files from outside are read: it answers once and ends. */
const task: ReadingTask = workerData;

const answer: ReadingAnswer = await carryOutReading(task).then(
  (result) => ({ kind: "read", result }),
  (error: unknown) => ({
    kind: error instanceof Refusal ? "refused" : "failed",
    message: error instanceof Error ? error.message : String(error),
  }),
);
parentPort?.postMessage(answer);
