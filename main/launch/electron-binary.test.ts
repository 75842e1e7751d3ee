import { chmod, mkdir, mkdtemp, readdir, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { electronBinary, installedElectron } from "./electron-binary.mjs";

const EXECUTABLE = process.platform === "win32" ? "electron.exe" : "electron";
const LIMITS = { silenceMs: 60_000, totalMs: 60_000 };

/** A repository whose Electron package has an installer of our own, which may use `fs`, `path` and `unpack()`. */
async function repository(installer: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "parallax-electron-"));
  const electron = join(folder, "node_modules", "electron");
  await mkdir(electron, { recursive: true });
  await writeFile(join(electron, "package.json"), JSON.stringify({ version: "45.0.0" }));
  await writeFile(
    join(electron, "install.js"),
    `const fs = require("node:fs"), path = require("node:path");
    function unpack() {
      fs.mkdirSync(path.join(__dirname, "dist"));
      fs.writeFileSync(path.join(__dirname, "dist", "version"), "45.0.0");
      fs.writeFileSync(path.join(__dirname, "dist", ${JSON.stringify(EXECUTABLE)}), "");
      fs.writeFileSync(path.join(__dirname, "path.txt"), ${JSON.stringify(EXECUTABLE)});
    }
    fs.appendFileSync(path.join(__dirname, "attempts"), "x");
    ${installer}`,
  );
  return folder;
}

const attempts = async (folder: string) =>
  (await readdir(join(folder, "node_modules", "electron"))).includes("attempts");
const unpacked = (folder: string) => join(folder, "node_modules", "electron", "dist", EXECUTABLE);
const failureNote = (folder: string) => join(folder, "node_modules", ".parallax", "electron-failed");
const get = (folder: string, again = false, limits = LIMITS) =>
  electronBinary(folder, { PATH: process.env.PATH }, { again, limits, tell: () => {} });

const EARLIER = {
  kind: "missing",
  reason: "Electron could not be downloaded earlier (npm start -- --desktop tries again)",
};

describe("electronBinary", () => {
  it("gives the executable that the installer unpacked", async () => {
    const folder = await repository("unpack();");
    expect(await get(folder)).toEqual({ kind: "found", path: unpacked(folder) });
  });

  it("ends an attempt in which nothing arrives", async () => {
    const folder = await repository("setInterval(() => {}, 1000);");
    expect(await get(folder, false, { ...LIMITS, silenceMs: 1_000 })).toEqual({
      kind: "missing",
      reason: "Electron could not be downloaded (nothing arrived for 1 s)",
    });
  });

  it("ends an attempt that takes too long", async () => {
    const folder = await repository("setInterval(() => {}, 1000);");
    expect(await get(folder, false, { silenceMs: 60_000, totalMs: 1_000 })).toEqual({
      kind: "missing",
      reason: "Electron could not be downloaded (it was not done after 1 s)",
    });
  });

  it("gives the reason of an attempt that failed, and does not repeat it for a day", async () => {
    const folder = await repository(`throw new TypeError("fetch failed");`);
    expect(await get(folder)).toEqual({
      kind: "missing",
      reason: "Electron could not be downloaded (fetch failed)",
    });
    await writeFile(join(folder, "node_modules", "electron", "install.js"), "throw new Error('asked again');");
    expect(await get(folder)).toEqual(EARLIER);
    const yesterday = Date.now() / 1_000 - 25 * 60 * 60;
    await utimes(failureNote(folder), yesterday, yesterday);
    expect(await get(folder)).toEqual({ kind: "missing", reason: "Electron could not be downloaded (asked again)" });
  });

  it("tries again when asked to", async () => {
    const folder = await repository(`throw new Error("offline");`);
    await get(folder);
    await writeFile(join(folder, "node_modules", "electron", "install.js"), "throw new Error('asked again');");
    expect(await get(folder, true)).toEqual({
      kind: "missing",
      reason: "Electron could not be downloaded (asked again)",
    });
  });

  it("tries again for another version of Electron", async () => {
    const folder = await repository(`throw new Error("offline");`);
    await get(folder);
    await writeFile(join(folder, "node_modules", "electron", "package.json"), JSON.stringify({ version: "46.0.0" }));
    expect(await get(folder)).not.toEqual(EARLIER);
  });

  it("downloads once when two ask at once", async () => {
    const folder = await repository("unpack();");
    const found = { kind: "found", path: unpacked(folder) };
    expect(await Promise.all([get(folder), get(folder)])).toEqual([found, found]);
  });

  it.each(["ELECTRON_SKIP_BINARY_DOWNLOAD", "ELECTRON_OVERRIDE_DIST_PATH"])(
    "downloads nothing with %s",
    async (name) => {
      const folder = await repository("unpack();");
      const missing = await electronBinary(folder, { [name]: "1" }, { again: true, limits: LIMITS, tell: () => {} });
      expect([missing.kind, await attempts(folder)]).toEqual(["missing", false]);
    },
  );
});

describe("installedElectron", () => {
  it("prefers the folder that ELECTRON_OVERRIDE_DIST_PATH names", async () => {
    const folder = await mkdtemp(join(tmpdir(), "parallax-electron-"));
    const executable =
      process.platform === "darwin"
        ? join(folder, "Electron.app", "Contents", "MacOS", "Electron")
        : join(folder, EXECUTABLE);
    await mkdir(join(executable, ".."), { recursive: true });
    await writeFile(executable, "");
    await chmod(executable, 0o755);
    expect(installedElectron(folder, { ELECTRON_OVERRIDE_DIST_PATH: folder })).toBe(executable);
  });

  it("does not take an Electron that was unpacked in part", async () => {
    const folder = await repository("");
    await mkdir(join(folder, "node_modules", "electron", "dist"));
    await writeFile(unpacked(folder), "");
    expect(installedElectron(folder, {})).toBe(null);
  });
});
