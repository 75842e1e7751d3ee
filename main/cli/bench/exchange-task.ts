import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { exportFormat, readFormat } from "../../../annotations/exchange/formats.ts";
import { filesAt } from "../../host/reading/input-files.ts";
import { exchangedProject } from "./exchanged-project.ts";

/** One format's writing or reading, to be measured in a process of its own. */
export interface ExchangeTask {
  readonly kind: "write" | "read";
  readonly format: string;
  readonly marks: number;
  /** Where the export is. */
  readonly folder: string;
}

/** What it took. */
export interface ExchangeFigures {
  readonly milliseconds: number;
  /** The most memory that the process ever held, and what it held before, in MiB. */
  readonly peak: number;
  readonly before: number;
  /** The size of the export in MiB, where it was written. */
  readonly size?: number;
  /** How many marks were found, and how many problems reported, where it was read. */
  readonly found?: number;
  readonly problems?: number;
}

/** Does a task. Throws where the format does not have it. */
export async function runExchangeTask(task: ExchangeTask): Promise<ExchangeFigures> {
  return task.kind === "write" ? written(task) : read(task);
}

function written({ format: id, marks, folder }: ExchangeTask): ExchangeFigures {
  const format = exportFormat(id);
  if (!format) throw new Error(`${id} is not written`);
  const project = exchangedProject(marks);
  const before = held();
  const start = performance.now();
  let bytes = 0;
  for (const { path, content } of format.write({ project, sets: project.sets }, new Set()).files) {
    const place = join(folder, path || `export.${format.extension}`);
    mkdirSync(dirname(place), { recursive: true });
    bytes += writeParts(place, content);
  }
  return { milliseconds: performance.now() - start, peak: held(), before, size: bytes / 1024 / 1024 };
}

/** Writes the parts of a text some at a time; gives back how many bytes they are. */
function writeParts(place: string, content: Iterable<string>): number {
  const file = openSync(place, "w");
  let [bytes, part] = [0, ""];
  const flush = () => {
    bytes += writeSync(file, part);
    part = "";
  };
  try {
    for (const text of content) {
      part += text;
      if (part.length > 65_536) flush();
    }
    flush();
  } finally {
    closeSync(file);
  }
  return bytes;
}

async function read({ format: id, folder }: ExchangeTask): Promise<ExchangeFigures> {
  const format = readFormat(id);
  if (!format) throw new Error(`${id} is not read`);
  const before = held();
  const start = performance.now();
  const { marks, problems } = format.reader.read(await filesAt(folder));
  const milliseconds = performance.now() - start;
  return { milliseconds, peak: held(), before, found: marks.length, problems: problems.length };
}

/** The most memory that this process has held, in MiB. */
function held(): number {
  return process.resourceUsage().maxRSS / 1024;
}
