import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isInstalled, npmsReasons, refuseOldNode } from "./install.mjs";

const LEFT_PAD = { version: "1.3.0", integrity: "sha512-a" };
const FOR_WINDOWS = { version: "2.0.0", integrity: "sha512-b", optional: true };

async function repository(wanted: object, installed?: object): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "parallax-install-"));
  await writeFile(join(folder, "package-lock.json"), JSON.stringify({ packages: { "": { name: "x" }, ...wanted } }));
  await mkdir(join(folder, "node_modules"));
  if (installed !== undefined)
    await writeFile(join(folder, "node_modules", ".package-lock.json"), JSON.stringify({ packages: installed }));
  return folder;
}

const stamp = (folder: string) => join(folder, "node_modules", ".parallax", "installed");

describe("isInstalled", () => {
  it.each<[string, object, object | undefined, boolean]>([
    ["wants packages where there are none", { "node_modules/left-pad": LEFT_PAD }, undefined, false],
    ["accepts what npm installed", { "node_modules/left-pad": LEFT_PAD }, { "node_modules/left-pad": LEFT_PAD }, true],
    [
      "does without packages for other machines",
      { "node_modules/left-pad": LEFT_PAD, "node_modules/w": FOR_WINDOWS },
      { "node_modules/left-pad": LEFT_PAD },
      true,
    ],
    ["misses a package", { "node_modules/left-pad": LEFT_PAD }, {}, false],
    [
      "notices another version",
      { "node_modules/left-pad": LEFT_PAD },
      { "node_modules/left-pad": { ...LEFT_PAD, version: "1.2.0" } },
      false,
    ],
    ["notices a package too many", {}, { "node_modules/left-pad": LEFT_PAD }, false],
  ])("%s", async (_, wanted, installed, expected) => {
    expect(isInstalled(await repository(wanted, installed))).toBe(expected);
  });

  it("remembers, until the lockfile changes", async () => {
    const folder = await repository({ "node_modules/left-pad": LEFT_PAD }, { "node_modules/left-pad": LEFT_PAD });
    isInstalled(folder);
    await writeFile(join(folder, "node_modules", ".package-lock.json"), JSON.stringify({ packages: {} }));
    expect(isInstalled(folder)).toBe(true);
    await writeFile(join(folder, "package-lock.json"), JSON.stringify({ packages: { "node_modules/b": LEFT_PAD } }));
    expect(isInstalled(folder)).toBe(false);
  });

  it("does not take over packages that were installed for another kind of machine", async () => {
    const folder = await repository({}, {});
    expect(isInstalled(folder)).toBe(true);
    await writeFile(stamp(folder), (await readFile(stamp(folder), "utf8")).replace(process.platform, "plan9"));
    expect(isInstalled(folder)).toBe(false);
  });
});

describe("refuseOldNode", () => {
  it.each(["20.19.0", "20.20.2", "22.0.0", "24.1.0"])("takes Node %s", (version) => {
    expect(() => refuseOldNode(version)).not.toThrow();
  });

  it.each(["20.18.3", "18.20.0", "16.0.0"])("refuses Node %s in one sentence", (version) => {
    expect(() => refuseOldNode(version)).toThrow(`this is Node ${version}, and Parallax needs 20.19 or newer.`);
  });
});

describe("npmsReasons", () => {
  it.each(["npm error", "npm ERR!"])("gives what %s says before the usage", (prefix) => {
    const output = [
      "npm warn deprecated left-pad@1.3.0",
      `${prefix} code EUSAGE`,
      `${prefix}`,
      `${prefix} Missing: left-pad@1.3.0 from lock file`,
      `${prefix} `,
      `${prefix} Clean install a project`,
      `${prefix} Usage:`,
      `${prefix} npm ci`,
      `${prefix} [--install-strategy <hoisted|nested>]`,
    ].join("\r\n");
    expect(npmsReasons(output)).toBe(`${prefix} code EUSAGE\n${prefix} Missing: left-pad@1.3.0 from lock file`);
  });

  it("gives the first thirty of many lines", () => {
    const lines = Array.from({ length: 40 }, (_, n) => `npm error line ${n}`);
    expect(npmsReasons(lines.join("\n"))).toBe(lines.slice(0, 30).join("\n"));
  });

  it("gives the end of an output in which npm gives no reason", () => {
    expect(npmsReasons("sh: npm: not found\n")).toBe("sh: npm: not found");
  });
});
