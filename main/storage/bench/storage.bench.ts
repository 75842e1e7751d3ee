import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { TASK_OPTION } from "./fresh-process.ts";
import { measureAll } from "./measurements.ts";
import { tablesOf } from "./tables.ts";
import { runTask } from "./tasks.ts";

/**
 * How fast the storage is: `--json FILE` also writes the figures for programs, `--folder DIR` measures on the disk of
 * that folder instead of this program's. Gives figures; passes or fails on none of them.
 */
async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { json: { type: "string" }, folder: { type: "string" } } });
  const folder = await mkdtemp(join(resolve(values.folder ?? dirname(process.argv[1] ?? ".")), "parallax-bench-"));
  try {
    const measurements = await measureAll(folder, (line) => console.error(line));
    console.log(tablesOf(measurements));
    if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(measurements, null, 2)}\n`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const [first, name = "", taskArgs = "[]"] = process.argv.slice(2);
if (first === TASK_OPTION) await runTask(name, taskArgs);
else await main(process.argv.slice(2));
