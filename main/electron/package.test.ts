import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build, Platform } from "electron-builder";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { installedElectron } from "../launch/electron-binary.mjs";

const repository = join(import.meta.dirname, "../..");
const executable = process.platform === "linux" ? installedElectron(repository, process.env) : null;

/** What stands before the fuses in an Electron executable; then come a version, their number, and one byte for each. */
const SENTINEL = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";

const FUSES = [
  "runAsNode",
  "enableCookieEncryption",
  "enableNodeOptionsEnvironmentVariable",
  "enableNodeCliInspectArguments",
  "enableEmbeddedAsarIntegrityValidation",
  "onlyLoadAppFromAsar",
  "loadBrowserProcessSpecificV8Snapshot",
  "grantFileProtocolExtraPrivileges",
] as const;

async function readFuses(path: string): Promise<Readonly<Record<string, boolean>>> {
  const bytes = await readFile(path);
  const wire = bytes.indexOf(SENTINEL) + SENTINEL.length;
  return Object.fromEntries(FUSES.map((name, i) => [name, String.fromCharCode(bytes[wire + 2 + i] ?? 0) === "1"]));
}

/** The names at the top of an asar archive, from the JSON header that it starts with. */
async function topLevel(archive: string): Promise<readonly string[]> {
  const bytes = await readFile(archive);
  const header: unknown = JSON.parse(bytes.toString("utf8", 16, 16 + bytes.readUInt32LE(12)));
  const { files } = z.object({ files: z.record(z.string(), z.unknown()) }).parse(header);
  return Object.keys(files).toSorted();
}

/** Packages an application with this project's configuration and next to nothing inside. */
async function packageStub(electron: string, folder: string): Promise<string> {
  await mkdir(join(folder, "dist/main"), { recursive: true });
  for (const file of ["package.json", "electron-builder.yml"]) await cp(join(repository, file), join(folder, file));
  await writeFile(join(folder, "dist/main/electron.js"), "process.exit(0);\n");
  await writeFile(join(folder, "secret.txt"), "not to be packaged");
  const electronDist = dirname(electron);
  const electronVersion = (await readFile(join(electronDist, "version"), "utf8")).trim().replace(/^v/, "");
  const config = { electronDist, electronVersion };
  await build({ projectDir: folder, targets: Platform.LINUX.createTarget("dir"), config, publish: "never" });
  return join(folder, "release/linux-unpacked");
}

describe.skipIf(executable === null)("the packaged application", () => {
  let folder: string;
  let packaged: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "parallax-package-"));
    packaged = await packageStub(String(executable), folder);
  }, 120_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("has its fuses set so that nothing but its own code runs in it", async () => {
    expect(await readFuses(join(packaged, "parallax"))).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it("holds what was built and nothing else of the folder", async () => {
    expect(await topLevel(join(packaged, "resources/app.asar"))).toEqual(["dist", "package.json"]);
  });
});
