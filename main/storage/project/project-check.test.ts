import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { SCHEMA_VERSION } from "../../../annotations/model/schema-version.ts";
import { nodeFiles } from "../disk/files.ts";
import { sealedJson } from "../disk/seal.ts";
import { ANNA, addMark, BRUNO, claim, exampleProject, MOMENT, putClaim } from "../testing/example-project.ts";
import { faultyFiles } from "../testing/faulty-files.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { checkProject } from "./project-check.ts";
import { openProjectStore } from "./project-store.ts";

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
  expect(problems.filter(({ file }) => !file.endsWith(BRUNO.id) && !file.endsWith(`${BRUNO.id}.json`))).toEqual([
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
  await rm(join(folder, "journal", ANNA.id), { recursive: true });
  expect(await checkProject(nodeFiles, folder)).toEqual([]);
  const sound = await readFile(set, "utf8");
  await writeFile(set, "{");
  const file = `bridge/annotations/${ANNA.id}.json`;
  const problem = expect.stringContaining("it is not valid JSON");
  expect(await checkProject(nodeFiles, folder)).toEqual([{ file, problem }]);
  const { sha256: _, ...content } = JSON.parse(sound);
  await writeFile(set, Buffer.concat([...sealedJson({ ...content, claims: [] })]));
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

/** A project of three days: with backups, several segments, and copies of the shared files. */
async function threeDays() {
  const folder = await exampleProject();
  for (const label of ["C1", "C2", "C3"]) {
    const store = await openProjectStore(nodeFiles, folder, { backupEvery: 0 });
    await store.workAs(ANNA);
    await store.apply([putClaim(ANNA, claim(label))]);
    await store.close();
  }
  expect(await checkProject(nodeFiles, folder)).toEqual([]);
  const namesIn = async (...way: string[]) => (await readdir(join(folder, ...way))).map((name) => join(...way, name));
  const [original = ""] = (await namesIn("sources")).filter((name) => name.endsWith(".original.txt"));
  const [backup = ""] = await namesIn("backups", "annotations", ANNA.id);
  const segments = await namesIn("journal", ANNA.id);
  return { folder, original, backup, segments };
}

it("names a part of the journal that is damaged, though the set contains what was in it", async () => {
  const { folder, segments } = await threeDays();
  const [first = "", , third = ""] = segments;
  const content = await readFile(join(folder, first), "utf8");
  await writeFile(join(folder, first), content.replace("statement", "Statement"));
  const what =
    "The set contains all that was in it, so nothing is missing; only a backup from before can no longer be brought up to date.";
  const problems = await checkProject(nodeFiles, folder);
  expect(problems).toEqual(
    [
      [first, "line 3 does not fit its checksum"],
      [third, "change 2 is missing"],
    ].map(([name, reason]) => ({
      file: `bridge/${name}`,
      problem: `This part of the journal is damaged: ${reason}. ${what}`,
    })),
  );
});

it("names a backup that cannot be read, and one that another program has changed", async () => {
  const { folder, backup } = await threeDays();
  const content = await readFile(join(folder, backup), "utf8");
  const problems = async (changed: string) => {
    await writeFile(join(folder, backup), changed);
    return checkProject(nodeFiles, folder);
  };
  const what = "The set itself and the other backups are not touched by that.";
  expect(await problems(content.slice(0, 100))).toEqual([
    {
      file: `bridge/${backup}`,
      problem: expect.stringMatching(/^This backup cannot be read: it is not valid JSON.*\. The set itself/),
    },
  ]);
  expect(await problems(content.replace("The statement", "Another statement"))).toEqual([
    {
      file: `bridge/${backup}`,
      problem: `Another program changed this backup: its checksum does not fit it, so it is not relied on. ${what}`,
    },
  ]);
});

it("names an imported file that is not what the article was taken from", async () => {
  const { folder, original } = await threeDays();
  const path = join(folder, original);
  const sound = await readFile(path);
  const problems = async (changed: Uint8Array) => {
    await writeFile(path, changed);
    return checkProject(nodeFiles, folder);
  };
  const what = "The article's text itself is sound, and marks stand in that.";
  const file = `bridge/${original}`;
  expect(await problems(Buffer.concat([sound, Buffer.from("More.\n")]))).toEqual([
    { file, problem: `It is not the imported file any more: it says something else than the article. ${what}` },
  ]);
  expect(await problems(Buffer.from([0x41, 0]))).toEqual([
    { file, problem: `It is not the imported file any more: it is not a text file: byte 2 is NUL. ${what}` },
  ]);
  // The article's text has neither a byte order mark nor line ends of that kind.
  const asItMayCome = `\ufeff${sound.toString("utf8").replaceAll("\n", "\r\n")}`;
  expect(await problems(Buffer.from(asItMayCome))).toEqual([]);
  await rm(path);
  expect(await checkProject(nodeFiles, folder)).toEqual([{ file, problem: `The imported file is missing. ${what}` }]);
});

it("tells what lies in quarantine, and what may become of it", async () => {
  const { folder } = await threeDays();
  await mkdir(join(folder, "quarantine", "annotations"), { recursive: true });
  const names = [
    "annotations/a.damaged.json",
    "annotations/a.decided.json",
    "annotations/a.edited.json",
    "project.json",
  ];
  for (const name of names) await writeFile(join(folder, "quarantine", name), "{");
  const done = "If nothing is missing in the project, you may delete it.";
  const unreadable = `It is kept aside because it could not be read. ${done}`;
  expect(await checkProject(nodeFiles, folder)).toEqual([
    { file: `bridge/quarantine/${names[0]}`, problem: unreadable },
    {
      file: `bridge/quarantine/${names[1]}`,
      problem: "It is kept aside because somebody decided about it. You may delete it.",
    },
    {
      file: `bridge/quarantine/${names[2]}`,
      problem: `It is kept aside because it was not what Parallax had written there. Compare it with what the project shows. ${done}`,
    },
    { file: `bridge/quarantine/${names[3]}`, problem: unreadable },
  ]);
});

it.each([
  ["project (1).json", "project.json"],
  ["project (Anna's conflicted copy 2026-11-21).json", "project.json"],
  [join("annotations", `${ANNA.id}.sync-conflict-20261121-101500-ABCDEFG.json`), `${ANNA.id}.json`],
  [join("sources", "00000000-0000-4000-8000-000000000000 (1).txt"), "00000000-0000-4000-8000-000000000000.txt"],
  [join("journal", ANNA.id, "00000001 (Case Conflict).jsonl"), "00000001.jsonl"],
])("recognises a copy that a file-sync service has made: %s", async (copy, former) => {
  const { folder } = await threeDays();
  await writeFile(join(folder, copy), "{}");
  expect(await checkProject(nodeFiles, folder)).toEqual([
    {
      file: `bridge/${copy}`,
      problem: expect.stringContaining(
        `It looks like a copy that a file-sync service made of ${former}, and is not read. `,
      ),
    },
  ]);
});

it("names what a newer version has written, which can only be read here", async () => {
  const folder = await sharedClaim();
  const [record = ""] = (await readdir(join(folder, "sources"))).filter((name) => name.endsWith(".json"));
  const written = ["project.json", `sources/${record}`, `annotations/${ANNA.id}.json`];
  for (const name of written) {
    const text = await readFile(join(folder, name), "utf8");
    await writeFile(join(folder, name), text.replace(/("schemaVersion": ?)\d+/, `$1${SCHEMA_VERSION + 1}`));
  }
  const problem = "It was written by a newer version of Parallax; this one only reads it.";
  expect(await checkProject(nodeFiles, folder)).toEqual(written.map((name) => ({ file: `bridge/${name}`, problem })));
});

it("says what opening the project will put back, and takes nothing else for lost", async () => {
  const { folder } = await threeDays();
  const [text = ""] = (await readdir(join(folder, "sources"))).filter((name) => /^[^.]+\.txt$/.test(name));
  await truncate(join(folder, "sources", text), 5);
  await rm(join(folder, "project.json"));
  const advice = "Opening the project puts it back from the copy that Parallax keeps; nothing is missing then.";
  expect(await checkProject(nodeFiles, folder)).toEqual([
    { file: "bridge/project.json", problem: `It cannot be used (it is missing). ${advice}` },
    {
      file: `bridge/sources/${text}`,
      problem: `It cannot be used (it was not the text that had been imported). ${advice}`,
    },
  ]);
});
