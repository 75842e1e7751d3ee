import { mkdtemp, realpath, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openWindow } from "./window.mjs";

/** Opens a program of Node in the place of Electron and its application. */
async function open(program: string, ...opening: string[]) {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "parallax-window-")));
  const application = join(folder, "application.mjs");
  await writeFile(application, program);
  return openWindow(process.execPath, application, opening, folder);
}

const READY = `await new Promise((sent) => process.send("ready", sent));`;

describe("openWindow", () => {
  it("gives back the exit code of a window that was shown", async () => {
    expect(await open(`${READY} process.exit(3);`)).toEqual({ kind: "ended", code: 3 });
  });

  it("takes a quiet end for a window that another process shows", async () => {
    expect(await open("")).toEqual({ kind: "ended", code: 0 });
  });

  it("takes an end with a sentence of ours for a refused input", async () => {
    expect(await open(`console.error("Parallax: a.txt is empty."); process.exit(1);`)).toEqual({
      kind: "ended",
      code: 1,
    });
  });

  it("fails with the last complaint, which is not Chromium's log", async () => {
    const program = `console.error("libgtk-3.so.0 is missing\\n[12:0101/101010.5:ERROR:gpu.cc(1)] lost"); process.exit(127);`;
    expect(await open(program)).toEqual({
      kind: "failed",
      reason: "The window did not open (libgtk-3.so.0 is missing)",
    });
  });

  it("fails with the exit code where nothing was said", async () => {
    expect(await open("process.exit(1);")).toEqual({
      kind: "failed",
      reason: "The window did not open (it ended with exit code 1)",
    });
  });

  it("fails when there is no such program", async () => {
    const missing = join(tmpdir(), "parallax-no-such-program");
    expect((await openWindow(missing, ".", [], tmpdir())).kind).toBe("failed");
  });

  it("starts in the folder of the caller and hands on what to open", async () => {
    const program = `
      import { realpathSync } from "node:fs";
      const same = realpathSync(process.cwd()) === realpathSync(import.meta.dirname);
      process.exit(same && process.argv.slice(2).join() === "--title=T,a.txt" ? 0 : 1);`;
    expect(await open(program, "--title=T", "a.txt")).toEqual({ kind: "ended", code: 0 });
  });
});
