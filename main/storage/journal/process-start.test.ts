import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { machineIdentity, processStart } from "./process-start.ts";

/** A program that runs until it is told to end. */
async function child() {
  const process_ = spawn(process.execPath, ["-e", "process.stdin.resume(); console.log()"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  await once(process_.stdout, "data");
  const end = async () => {
    const exit = once(process_, "exit");
    process_.stdin.end();
    await exit;
  };
  if (process_.pid === undefined) throw new Error("no process was started");
  return { pid: process_.pid, end };
}

it("is the same whenever one asks, and another for each process", async () => {
  const mine = await processStart(process.pid);
  expect(mine).toMatch(/\d/);
  expect(await processStart(process.pid)).toBe(mine);
  const other = await child();
  const theirs = await processStart(other.pid);
  expect([typeof theirs, theirs === mine]).toEqual(["string", false]);
  await other.end();
  expect(await processStart(other.pid)).toBeNull();
});

it.runIf(process.platform === "linux")(
  "counts from the machine's start, so that no later process has the same",
  async () => {
    expect(await processStart(process.pid)).toMatch(/^[0-9a-f-]{36} \d+$/);
  },
);

it.runIf(process.platform === "linux")("asks the tools of other systems where there are such", async () => {
  // On this machine `ps` gives the time as macOS does; what Windows would be asked is not here.
  expect(await processStart(process.pid, "darwin")).toMatch(/\d\d:\d\d:\d\d \d{4}$|^unknown$/);
  expect(await processStart(process.pid, "win32")).toBe("unknown");
});

it("takes a process that it may not ask for alive", async () => {
  // The first process belongs to the system.
  expect(await processStart(1)).toMatch(/./);
});

it("tells machines apart without giving their ids away", async () => {
  const mine = await machineIdentity();
  expect(mine).toMatch(/^[0-9a-f]{32}$/);
  expect(await machineIdentity()).toBe(mine);
  expect(await machineIdentity("aix")).not.toBe(mine);
});
