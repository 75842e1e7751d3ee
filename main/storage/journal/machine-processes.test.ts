import { spawn } from "node:child_process";
import { once } from "node:events";
import { hostname } from "node:os";
import { expect, it } from "vitest";
import { machineProcesses } from "./machine-processes.ts";
import { machineIdentity, processStart } from "./process-start.ts";

const { begin, end, stateOf } = machineProcesses;

it("says who an opening is, and gives each its own session", async () => {
  const [first, second] = [await begin(), await begin()];
  expect(first).toEqual({
    session: expect.stringMatching(/^[0-9a-f-]{36}$/),
    host: hostname(),
    machine: await machineIdentity(),
    pid: process.pid,
    started: await processStart(process.pid),
  });
  expect(second).toEqual({ ...first, session: second.session });
  expect(second.session).not.toBe(first.session);
  for (const holder of [first, second]) end(holder);
});

it("takes an opening of this process for alive until it is over", async () => {
  const [first, second] = [await begin(), await begin()];
  expect([await stateOf(first), await stateOf(second)]).toEqual(["alive-here", "alive-here"]);
  end(first);
  expect([await stateOf(first), await stateOf(second)]).toEqual(["gone", "alive-here"]);
  end(second);
});

it("takes a holder for gone once its process has ended, and at once", async () => {
  const child = spawn(process.execPath, ["-e", "process.stdin.resume(); console.log()"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  const pid = child.pid ?? 0;
  const mine = await begin();
  const theirs = { ...mine, session: "theirs", pid, started: (await processStart(pid)) ?? "" };
  expect(await stateOf(theirs)).toBe("alive-here");
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
  expect(await stateOf(theirs)).toBe("gone");
  end(mine);
});

it("does not take a later process with the same number for the holder", async () => {
  const mine = await begin();
  expect(await stateOf({ ...mine, session: "before", started: "another time" })).toBe("gone");
  end(mine);
});

it("takes a holder on another machine for alive, whatever runs here", async () => {
  const mine = await begin();
  expect(await stateOf({ ...mine, machine: "another" })).toBe("alive-elsewhere");
  expect(await stateOf({ ...mine, machine: "another", pid: 2 ** 22 + 1 })).toBe("alive-elsewhere");
  end(mine);
});
