import { createHash } from "node:crypto";
import { readdir, readFile, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { nodeFiles } from "./files.ts";
import { checkProject } from "./project-check.ts";
import { openProjectStore } from "./project-store.ts";
import { ANNA, addMark, BRUNO, claim, exampleProject, MOMENT, putClaim } from "./testing/example-project.ts";
import { faultyFiles } from "./testing/faulty-files.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

/** A project in which Bruno's mark and cell state need a claim that Anna has made. */
async function sharedClaim(): Promise<string> {
  const folder = await exampleProject();
  const store = await openProjectStore(nodeFiles, folder);
  const [post, echo] = store.project.sources;
  if (!post || !echo) throw new Error("the example has two sources");
  const c1 = claim("C1");
  await store.workAs(ANNA);
  await store.apply([putClaim(ANNA, c1)]);
  await store.workAs(BRUNO);
  await store.apply([
    addMark(BRUNO, post, "the mayor", c1.id, "mentions"),
    { kind: "set-cell", analyst: BRUNO.id, at: MOMENT, claimId: c1.id, sourceId: echo.id, state: "not-mentioned" },
  ]);
  await store.close();
  return folder;
}

it.each(["sources", "annotations"])("says once that the folder %s cannot be listed, and goes on", async (name) => {
  const folder = await sharedClaim();
  await writeFile(join(folder, "sources", "a copy.json"), "{}");
  await writeFile(join(folder, "annotations", "a copy.json"), "{}");
  const files = faultyFiles((call, path) => (call === "list" && path === join(folder, name) ? "EACCES" : undefined));
  const other = { sources: "annotations", annotations: "sources" }[name];
  const problems = await checkProject(files, folder);
  expect(problems.filter(({ file }) => !file.startsWith(`bridge/annotations/${BRUNO.id}`))).toEqual([
    {
      file: `bridge/${name}`,
      problem: expect.stringMatching(/could not be read: this user account has no permission\. /),
    },
    { file: `bridge/${other}/a copy.json`, problem: "Its name is not an id, so it is not read." },
  ]);
});

it("misses no claim that may be in a set which cannot be read", async () => {
  const folder = await sharedClaim();
  const set = join(folder, "annotations", `${ANNA.id}.json`);
  expect(await checkProject(nodeFiles, folder)).toEqual([]);
  const sound = await readFile(set, "utf8");
  await writeFile(set, "{");
  const file = `bridge/annotations/${ANNA.id}.json`;
  const problem = expect.stringContaining("it is not valid JSON");
  expect(await checkProject(nodeFiles, folder)).toEqual([{ file, problem }]);
  await writeFile(set, JSON.stringify({ ...JSON.parse(sound), claims: [] }));
  expect((await checkProject(nodeFiles, folder)).length).toBe(2);
});

it("misses no source that cannot be read", async () => {
  const folder = await sharedClaim();
  const names = await readdir(join(folder, "sources"));
  const records = names.filter((name) => name.endsWith(".json"));
  const contents = await Promise.all(records.map((name) => readFile(join(folder, "sources", name), "utf8")));
  const echo = records[contents.findIndex((content) => content.includes("The Echo"))];
  await writeFile(join(folder, "sources", `${echo}`), "{");
  expect(await checkProject(nodeFiles, folder)).toEqual([
    { file: `bridge/sources/${echo}`, problem: expect.stringContaining("it is not valid JSON") },
  ]);
});

it("refuses in one sentence what can be no folder", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "file"), "");
  await symlink("loop", join(folder, "loop"));
  for (const [path, reason] of [
    [join(folder, "file"), "is not a folder, so it cannot be a project."],
    ["/dev/null", "is not a folder, so it cannot be a project."],
    [join(folder, "n".repeat(300)), "could not be read: its name is too long. Choose a shorter one."],
    [join(folder, "loop"), "could not be read: the links to it lead round in a circle."],
  ] as const) {
    await expect(checkProject(nodeFiles, path)).rejects.toThrow(`${path} ${reason}`);
  }
});

it("names a text that fits its hash and is not UTF-8, and a file too large to be read", async () => {
  const folder = await exampleProject();
  const records = (await readdir(join(folder, "sources"))).filter((name) => name.endsWith(".json"));
  const [first = "", second = ""] = records;
  const text = first.replace(".json", ".txt");
  const bytes = Buffer.from([0xe9]);
  const record = JSON.parse(await readFile(join(folder, "sources", first), "utf8"));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await writeFile(join(folder, "sources", first), JSON.stringify({ ...record, sha256 }));
  await writeFile(join(folder, "sources", text), bytes);
  await truncate(join(folder, "sources", second), 2 ** 31);
  expect(await checkProject(nodeFiles, folder)).toEqual([
    {
      file: `bridge/sources/${first}`,
      problem: expect.stringContaining(`bridge/sources/${text} was damaged or changed: it is not UTF-8 text.`),
    },
    { file: `bridge/sources/${second}`, problem: `bridge/sources/${second} is too large to be read.` },
  ]);
});
