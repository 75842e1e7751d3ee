import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withLock } from "./lock.mjs";

const MODULE = new URL("./lock.mjs", import.meta.url).href;
const QUICK = { totalMs: 400, silenceMs: 60_000 };

const freshFolder = () => mkdtemp(join(tmpdir(), "parallax-lock-"));

function runScript(script: string, ...args: string[]) {
  return spawn(process.execPath, ["--input-type=module", "--eval", script, "--", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

async function deadProcess(): Promise<number> {
  const child = runScript("");
  await once(child, "exit");
  return child.pid ?? 0;
}

describe("withLock", () => {
  it("gives back what the work gives back, and lets the next one in", async () => {
    const folder = await freshFolder();
    expect(await withLock(folder, async () => 1)).toBe(1);
    expect(await withLock(folder, async () => 2)).toBe(2);
    expect(await readdir(folder)).toEqual(["2"]);
  });

  it("lets the next one in after work that failed", async () => {
    const folder = await freshFolder();
    await expect(withLock(folder, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await withLock(folder, async () => "in")).toBe("in");
  });

  it("never lets two processes work at once", async () => {
    const folder = await freshFolder();
    const log = join(folder, "log");
    const script = `
      import { appendFile } from "node:fs/promises";
      import { withLock } from ${JSON.stringify(MODULE)};
      for (let i = 0; i < 4; i++) await withLock(${JSON.stringify(folder)}, async () => {
        await appendFile(${JSON.stringify(log)}, "in ");
        await appendFile(${JSON.stringify(log)}, "out ");
      });`;
    const children = [1, 2, 3].map(() => runScript(script));
    const codes = await Promise.all(children.map(async (child) => (await once(child, "exit"))[0]));
    expect(codes).toEqual([0, 0, 0]);
    expect(await readFile(log, "utf8")).toBe("in out ".repeat(12));
  });

  it("takes over at once from a process that died", async () => {
    const folder = await freshFolder();
    await writeFile(join(folder, "7"), `${await deadProcess()} ${hostname()}`);
    expect(await withLock(folder, async () => "in", undefined, QUICK)).toBe("in");
    expect(await readdir(folder)).toEqual(["8"]);
  });

  it("takes over from a holder elsewhere that gives no sign of life", async () => {
    const folder = await freshFolder();
    await writeFile(join(folder, "1"), "1 another-machine");
    expect(await withLock(folder, async () => "in", undefined, { totalMs: 60_000, silenceMs: 300 })).toBe("in");
  });

  it("says once that it waits, and gives up in the end", async () => {
    const folder = await freshFolder();
    await writeFile(join(folder, "1"), `${process.pid} ${hostname()}`);
    const said: string[] = [];
    const attempt = withLock(
      folder,
      async () => "in",
      () => said.push("waiting"),
      QUICK,
    );
    await expect(attempt).rejects.toThrow(`another start has been busy in ${folder} for too long`);
    expect(said).toEqual(["waiting"]);
  });
});
