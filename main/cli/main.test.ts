import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, open, readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type BundledProgram, bundleProgram } from "../storage/testing/bundled-program.ts";
import { claim, exampleProject, putClaim } from "../storage/testing/example-project.ts";
import { temporaryFolder } from "../storage/testing/temporary-folder.ts";
import { servedClient } from "./testing/served-client.ts";

const repository = resolve(import.meta.dirname, "../..");

let built: BundledProgram;

beforeAll(async () => {
  built = await bundleProgram(join(import.meta.dirname, "main.ts"));
  await cp(join(repository, "package.json"), join(built.root, "package.json"));
  await cp(join(repository, "annotations", "sample"), join(built.root, "dist", "sample"), { recursive: true });
  await mkdir(join(built.root, "dist", "renderer"));
  await writeFile(join(built.root, "dist", "renderer", "index.html"), "<!doctype html><title>Parallax</title>");
}, 60_000);

afterAll(() => built.remove());

async function program(...args: readonly string[]) {
  const folder = await temporaryFolder();
  const env = { ...process.env, PARALLAX_HOME: join(folder, "home"), PARALLAX_CONFIG: join(folder, "config") };
  const child = spawn(process.execPath, [built.program, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  return { child, exit: once(child, "exit"), folder };
}

it("prints its result and ends with its code", async () => {
  const { child, exit } = await program("matrix", join(built.root, "dist", "sample"), "--json");
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect(JSON.parse(out).rows).toHaveLength(15);
  expect(err).toMatch(/^As .* sees it; --analyst chooses another: .*\n$/);
  expect(await exit).toEqual([0, null]);
  const wrong = await program("nonsense");
  expect(await text(wrong.child.stdout)).toBe("");
  expect(await wrong.exit).toEqual([2, null]);
});

it("reads its standard input", async () => {
  const child = spawn(process.execPath, [built.program, "agreement", "--table", "-"], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  const exit = once(child, "exit");
  child.stdin.end('{"name": "é", "level": "ordinal", "categories": [1, 2, 3], "values": [[1, 3], [1, 2]]}\n');
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect([JSON.parse(out).name, err]).toEqual(["é", ""]);
  expect(await exit).toEqual([0, null]);
});

it.runIf(process.platform === "linux")("says in one sentence that its output could not be written", async () => {
  const full = await open("/dev/full", "w");
  const child = spawn(process.execPath, [built.program, "--help"], { stdio: ["ignore", full.fd, "pipe"] });
  const exit = once(child, "exit");
  const err = child.stderr === null ? null : await text(child.stderr);
  await full.close();
  expect(err).toBe("The output could not be written: ENOSPC: no space left on device, write.\n");
  expect(await exit).toEqual([1, null]);
});

it.each(["SIGINT", "SIGTERM"] as const)("folds what is in the journal and ends well on %s", async (signal) => {
  const folder = await exampleProject();
  const { child, exit } = await program("serve", folder, "--no-open", "--json");
  const [line] = await once(child.stdout, "data");
  const client = servedClient(JSON.parse(String(line)).url);
  const { analyst, project } = await client("session.open", {});
  await client("project.apply", {
    projectId: project.file.id,
    screen: "test",
    commands: [putClaim(analyst, claim("C1"))],
  });
  child.kill(signal);
  expect(await exit).toEqual([0, null]);
  expect(await text(child.stderr)).toBe("");
  const set = JSON.parse(await readFile(join(folder, "annotations", `${analyst.id}.json`), "utf8"));
  expect(set).toMatchObject({ journalThrough: 1, claims: [{ label: "C1" }] });
});

it("starts with the shipped sample", async () => {
  const { child, exit, folder } = await program("start", "--no-open");
  const [line] = await once(child.stdout, "data");
  expect(String(line)).toMatch(/^Parallax is at http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}\n$/);
  child.kill("SIGTERM");
  expect(await exit).toEqual([0, null]);
  expect(await readdir(join(folder, "home", "Sample"))).toEqual([
    ...["annotations", "backups", "journal", "project.json", "sources"],
  ]);
});
