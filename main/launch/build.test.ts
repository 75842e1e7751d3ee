import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { fingerprint, isBuilt } from "./build.mjs";

const SOURCES = {
  "annotations/model/mark.ts": "mark",
  "main/cli/main.ts": "main",
  "renderer/index.html": "page",
  "package.json": "{}",
  "package-lock.json": "{}",
  "tsconfig.base.json": "{}",
};

async function repository(extra: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "parallax-build-"));
  for (const [path, content] of Object.entries({ ...SOURCES, ...extra })) await write(folder, path, content);
  return folder;
}

async function write(folder: string, path: string, content: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

describe("fingerprint", () => {
  it("is the same for the same files, whenever they were written", async () => {
    const [one, other] = [await repository(), await repository()];
    await utimes(join(other, "package.json"), 0, 0);
    expect(fingerprint(one)).toBe(fingerprint(other));
  });

  it.each<[string, Record<string, string>]>([
    ["another content", { "annotations/model/mark.ts": "Mark" }],
    ["a new file", { "renderer/style.css": "" }],
    ["another package", { "package-lock.json": "{ }" }],
    ["a content that moved between files", { "annotations/model/mark.ts": "", "annotations/model/marl.ts": "mark" }],
  ])("differs for %s", async (_, extra) => {
    expect(fingerprint(await repository(extra))).not.toBe(fingerprint(await repository()));
  });

  it.each<[string, string]>([
    ["tests", "annotations/model/mark.test.ts"],
    ["the launcher", "main/launch/start.mjs"],
    ["files of editors", "renderer/.index.html.swp"],
    ["what a build makes", "dist/main/parallax.js"],
  ])("leaves out %s", async (_, path) => {
    expect(fingerprint(await repository({ [path]: "x" }))).toBe(fingerprint(await repository()));
  });
});

describe("isBuilt", () => {
  const results = Object.fromEntries(
    ["renderer/index.html", "main/electron.js", "main/preload.cjs", "main/parallax.js"].map((path) => [
      `dist/${path}`,
      "built",
    ]),
  );

  async function built(): Promise<string> {
    const folder = await repository(results);
    await write(folder, "dist/.built", fingerprint(folder));
    return folder;
  }

  it("is true after a build of these sources", async () => {
    expect(isBuilt(await built())).toBe(true);
  });

  it("is false when a source has changed since", async () => {
    const folder = await built();
    await write(folder, "main/cli/main.ts", "changed");
    expect(isBuilt(folder)).toBe(false);
  });

  it.each(["dist/.built", "dist/main/preload.cjs"])("is false without %s", async (path) => {
    const folder = await built();
    await rm(join(folder, path));
    expect(isBuilt(folder)).toBe(false);
  });
});
