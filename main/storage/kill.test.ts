import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, it } from "vitest";
import { nodeFiles } from "./files.ts";
import { readProject } from "./project-folder.ts";
import { type BundledProgram, bundleProgram } from "./testing/bundled-program.ts";
import { exampleProject } from "./testing/example-project.ts";

let built: BundledProgram;

beforeAll(async () => {
  built = await bundleProgram(join(import.meta.dirname, "testing", "writing-child.ts"));
}, 60_000);

afterAll(() => built.remove());

/** Lets the child make claims until `count` are acknowledged, kills it at once, and gives the acknowledged labels. */
async function killedAfter(count: number, folder: string): Promise<readonly string[]> {
  const child = spawn(process.execPath, [built.program, folder], { stdio: ["ignore", "pipe", "inherit"] });
  const exit = once(child, "exit");
  const acknowledged: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    acknowledged.push(line);
    if (acknowledged.length === count) child.kill("SIGKILL");
  }
  expect(await exit).toEqual([null, "SIGKILL"]);
  return acknowledged;
}

it("has on reopening all that was acknowledged before the process was killed", { timeout: 60_000 }, async () => {
  const folder = await exampleProject();
  const acknowledged: string[] = [];
  // The counts let the kill fall before, into and after the folding of the journal.
  for (const [round, count] of [1, 1, 3, 40, 199, 203, 7].entries()) {
    acknowledged.push(...(await killedAfter(count, folder)));
    const { project } = await readProject(nodeFiles, folder);
    const labels = new Set(project.sets[0]?.claims.map(({ label }) => label));
    expect(acknowledged.filter((label) => !labels.has(label))).toEqual([]);
    // In each round one command may have been under way, or on the disk and not yet printed.
    expect(labels.size).toBeLessThanOrEqual(acknowledged.length + round + 1);
  }
});
