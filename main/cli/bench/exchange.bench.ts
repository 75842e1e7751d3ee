import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { EXPORT_FORMATS, exportFormat } from "../../../annotations/exchange/formats.ts";
import { textTable } from "../text-table.ts";
import { type ExchangeFigures, type ExchangeTask, runExchangeTask } from "./exchange-task.ts";

const TASK_OPTION = "--task";

interface Row {
  readonly format: string;
  readonly write: ExchangeFigures;
  /** Null where the format is not read; the reason where what was written is refused. */
  readonly read: ExchangeFigures | string | null;
}

/**
 * How fast exports of 100,000 marks are written and read, and how much memory that takes, each in a process of its own:
 * `--marks N` takes another number, `--format F` one format only, `--json FILE` also writes the figures for programs.
 */
async function main(args: string[]): Promise<void> {
  const options = { marks: { type: "string" }, format: { type: "string" }, json: { type: "string" } } as const;
  const { values } = parseArgs({ args, options });
  const marks = Number(values.marks ?? 100_000);
  const formats = values.format === undefined ? EXPORT_FORMATS : [exportFormat(values.format) ?? []].flat();
  if (formats.length === 0 || !Number.isSafeInteger(marks) || marks < 1) {
    console.error(`--marks takes a number, --format one of ${EXPORT_FORMATS.map(({ id }) => id).join(", ")}.`);
    process.exitCode = 2;
    return;
  }
  const rows: Row[] = [];
  for (const format of formats) {
    console.error(format.id);
    rows.push(await measured(format.id, marks, format.reader !== undefined));
  }
  console.log(tableOf(rows));
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify({ marks, rows }, null, 2)}\n`);
}

async function measured(format: string, marks: number, isRead: boolean): Promise<Row> {
  const folder = await mkdtemp(join(dirname(process.argv[1] ?? "."), "exchange-"));
  try {
    const write = await inFreshProcess({ kind: "write", format, marks, folder });
    const read = isRead ? await inFreshProcess({ kind: "read", format, marks, folder }).catch(reasonOf) : null;
    return { format, write, read };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function inFreshProcess(task: ExchangeTask): Promise<ExchangeFigures> {
  const [, program = ""] = process.argv;
  const { stdout } = await promisify(execFile)(process.execPath, [program, TASK_OPTION, JSON.stringify(task)]);
  return JSON.parse(stdout);
}

/** The last line that a failed process has written. */
function reasonOf(error: unknown): string {
  const told = error instanceof Error && "stderr" in error ? String(error.stderr) : "";
  return /^Refusal: (.*)$/m.exec(told)?.[1] ?? "it failed";
}

function tableOf(rows: readonly Row[]): string {
  const header = ["format", "size", "written in", "peak memory", "read in", "peak memory", "marks", "problems"];
  const lines = rows.map(({ format, write, read }) => [
    ...[format, `${write.size?.toFixed(1)} MiB`, milliseconds(write), memory(write)],
    ...(read === null ? ["–"] : typeof read === "string" ? [read] : readCells(read)),
  ]);
  return textTable([header, ...lines]);
}

function readCells(read: ExchangeFigures): readonly string[] {
  return [milliseconds(read), memory(read), String(read.found), String(read.problems)];
}

function milliseconds({ milliseconds: time }: ExchangeFigures): string {
  return `${Math.round(time).toLocaleString("en")} ms`;
}

/** The most that was held, and how much of it came with the work. */
function memory({ peak, before }: ExchangeFigures): string {
  return `${Math.round(peak)} MiB (+${Math.round(peak - before)})`;
}

const [first, task = "{}"] = process.argv.slice(2);
if (first === TASK_OPTION) {
  // A refusal's first line goes to the parent with the rest of its trace.
  console.log(JSON.stringify(await runExchangeTask(JSON.parse(task))));
} else {
  await main(process.argv.slice(2));
}
