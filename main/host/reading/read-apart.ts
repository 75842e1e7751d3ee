import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { Failure } from "../../../annotations/api/reply.ts";
import { Refusal } from "../../../annotations/commands/refusal.ts";
import { READ_FORMATS } from "../../../annotations/exchange/formats.ts";
import { ReadAnnotations } from "../../../annotations/exchange/reading/read-annotations.ts";
import { carryOutReading, type ReadingResult, type ReadingTask } from "./reading-task.ts";

/** What the thread that reads says at its end. */
export type ReadingAnswer =
  | { readonly kind: "read"; readonly result: ReadingResult }
  | { readonly kind: "refused" | "failed"; readonly message: string };

/** What the thread may take, in MB; it is stopped beyond that. */
const MOST_MEMORY = 2_048;

/** How long it may take, in milliseconds. */
const LONGEST = 120_000;

/** The program of the thread, beside the host's own in a built application. */
const PROGRAM = join(import.meta.dirname, "reading.js");

/**
 * Reads annotations in a thread of its own, which is stopped when it takes too long or too much memory, or when `signal`
 * says so. Where the program was not built, as in unit tests, this thread reads. Throws a `Refusal` or a `Failure`.
 */
export async function readApart(task: ReadingTask, signal?: AbortSignal): Promise<ReadingResult> {
  if (!existsSync(PROGRAM)) return carryOutReading(task);
  const answer = await answerOf(task, signal);
  if (answer.kind === "refused") throw new Refusal(answer.message);
  if (answer.kind !== "read") throw new Error(answer.message);
  const format = READ_FORMATS.find(({ id }) => id === answer.result.format);
  if (!format) throw new Error(`unknown format ${answer.result.format}`);
  return { format: format.id, read: ReadAnnotations.parse(answer.result.read) };
}

async function answerOf(task: ReadingTask, signal: AbortSignal | undefined): Promise<ReadingAnswer> {
  const worker = new Worker(PROGRAM, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY } });
  const limit = AbortSignal.timeout(LONGEST);
  const stop = signal ? AbortSignal.any([limit, signal]) : limit;
  try {
    return await new Promise<ReadingAnswer>((resolve, reject) => {
      stop.addEventListener("abort", () => reject(new Failure("refused", limit.aborted ? TOO_LONG : STOPPED)));
      worker.once("message", resolve);
      worker.once("error", (error: NodeJS.ErrnoException) => {
        reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new Failure("refused", TOO_LARGE) : error);
      });
      worker.once("exit", () => reject(new Error("the thread that reads ended without an answer")));
    });
  } finally {
    await worker.terminate();
  }
}

const TOO_LONG = `The file takes longer to read than ${LONGEST / 1_000} seconds, so reading was stopped. Divide it and read the parts.`;
const TOO_LARGE = "The file takes more memory to read than there is for it. Divide it and read the parts.";
const STOPPED = "Reading was stopped; nothing was changed.";
