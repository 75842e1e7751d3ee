import { readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { hostPaths } from "../host/paths.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import { sealedJson } from "../storage/disk/seal.ts";
import { openProjectStore } from "../storage/project/project-store.ts";
import { ANNA, addMark, claim, exampleProject, MOMENT, putClaim } from "../storage/testing/example-project.ts";
import { folderContents } from "../storage/testing/folder-contents.ts";
import { parallax } from "./testing/captured-run.ts";

interface Damage {
  readonly folder: string;
  /** Changes the text of Anna's set, and seals it as Parallax would. */
  inSet(from: string, to: string): Promise<void>;
  /** Changes the content of Anna's set in that way. */
  changeSet(change: (content: SetContent) => SetContent): Promise<void>;
}

interface SetContent extends Readonly<Record<string, unknown>> {
  readonly marks: readonly unknown[];
  readonly claims: readonly unknown[];
}

const SET = `bridge/annotations/${ANNA.id}.json`;

/** What `validate` says of a sound project after some damage; checks that it finds none before, and changes nothing. */
async function problemsAfter(damage: (project: Damage) => Promise<void>): Promise<readonly string[]> {
  const folder = await exampleProject();
  const store = await openProjectStore(nodeFiles, folder);
  const [source] = store.project.sources;
  if (!source) throw new Error("no source");
  await store.workAs(ANNA);
  const c1 = claim("C1");
  const stamp = { analyst: ANNA.id, at: MOMENT };
  await store.apply([
    ...[putClaim(ANNA, c1), addMark(ANNA, source, "bridge", c1.id, "supports"), addMark(ANNA, source, "the mayor")],
    { kind: "set-cell", ...stamp, claimId: c1.id, sourceId: source.id, state: "not-mentioned" },
  ]);
  await store.close();
  expect(await parallax("validate", folder)).toEqual({ code: 0, out: "No problems.\n", err: "" });
  const set = join(folder, "annotations", `${ANNA.id}.json`);
  const changeSet = async (change: (content: SetContent) => SetContent) => {
    const { sha256: _, ...content } = JSON.parse(await readFile(set, "utf8"));
    await writeFile(set, Buffer.concat([...sealedJson(change(content))]));
    // The journal would tell that Parallax has not written this.
    await rm(join(folder, "journal"), { recursive: true, force: true });
  };
  const inSet = async (from: string, to: string) => {
    const text = await readFile(set, "utf8");
    expect(text).toContain(from);
    await changeSet((content) =>
      JSON.parse(JSON.stringify(content).replace(from.replace(": ", ":"), to.replace(": ", ":"))),
    );
  };
  await damage({ folder, inSet, changeSet });
  const before = await folderContents(folder);
  const { code, out, err } = await parallax("validate", folder, "--json");
  expect(await folderContents(folder)).toEqual(before);
  expect([code, err]).toEqual([1, ""]);
  const { valid, problems } = JSON.parse(out);
  expect(valid).toBe(false);
  return problems.map(({ file, problem }: { file: string; problem: string }) => `${file}: ${problem}`);
}

it("finds nothing wrong with the sample", async () => {
  expect(await parallax("validate", hostPaths().sample)).toEqual({ code: 0, out: "No problems.\n", err: "" });
});

it("finds marks that do not stand where they say", async () => {
  const id = "[0-9a-f-]{36}";
  const matching = (text: string) => [expect.stringMatching(new RegExp(`^${SET}: ${text}$`))];
  expect(await problemsAfter(({ inSet }) => inSet('"start": 49', '"start": 48'))).toEqual(
    matching(`Mark ${id} does not stand where it says, but its quote stands elsewhere in the text.`),
  );
  expect(await problemsAfter(({ inSet }) => inSet('"quote": "the mayor"', '"quote": "the major"'))).toEqual(
    matching(`Mark ${id} quotes words that are not in the text.`),
  );
});

it("finds claims that are not there, of tags and of cells", async () => {
  const problems = await problemsAfter(({ changeSet }) => changeSet((content) => ({ ...content, claims: [] })));
  expect(problems).toEqual([
    expect.stringMatching(/: The claim .{36} of tag .{36} is not in the project\.$/),
    expect.stringMatching(/: A cell's claim .{36} is not in the project\.$/),
  ]);
});

it("finds ids that are there twice", async () => {
  const problems = await problemsAfter(({ changeSet }) =>
    changeSet((set) => ({ ...set, marks: [...set.marks, set.marks[0]], claims: [...set.claims, ...set.claims] })),
  );
  expect(problems.map((problem) => problem.replace(/.*: |[0-9a-f-]{36} /g, ""))).toEqual([
    "The mark is there twice.",
    "The tag is there twice.",
    "The claim is there twice.",
  ]);
});

it("finds work done and reveals that are there twice, or of sources that are not there", async () => {
  const moment = { sourceId: "00000000-0000-4000-8000-000000000009", at: MOMENT };
  const problems = await problemsAfter(({ changeSet }) =>
    changeSet((set) => ({ ...set, done: [moment], reveals: [moment, moment] })),
  );
  expect(problems.map((problem) => problem.replace(/.*json: /, "").replace(/[0-9a-f-]{36}/g, "ID"))).toEqual([
    "The source ID that is said to be done is not in the project.",
    "The reveal of source ID is there twice.",
    "The source ID of a reveal is not in the project.",
    "The source ID of a reveal is not in the project.",
  ]);
});

it("lists damage in several files at once, and files that are not read", async () => {
  const problems = await problemsAfter(async ({ folder }) => {
    const sources = join(folder, "sources");
    const texts = (await readdir(sources)).filter((name) => /^.{36}\.txt$/.test(name));
    for (const name of texts) await writeFile(join(sources, name), "other");
    await writeFile(join(folder, "annotations", "anna (conflict).json"), "{}");
  });
  expect(problems.map((problem) => problem.replace(/[0-9a-f-]{36}/g, "ID"))).toEqual([
    ...Array.from({ length: 2 }, () => expect.stringContaining("sources/ID.txt: It cannot be used")),
    expect.stringContaining("bridge/annotations/anna (conflict).json: "),
  ]);
});

it("finds a broken project.json, and a journal that is damaged or has lost its set", async () => {
  expect(await problemsAfter(({ folder }) => writeFile(join(folder, "project.json"), "{"))).toEqual([
    expect.stringContaining("bridge/project.json: It cannot be used (it is not valid JSON"),
  ]);
  const journal = ({ folder }: Damage) => join(folder, "journal", ANNA.id, "00000001.jsonl");
  expect(await problemsAfter((project) => writeFile(journal(project), "00000000 {}\n"))).toEqual([
    expect.stringMatching(/00000001\.jsonl: .*its first line is damaged/),
  ]);
  const lost = async (project: Damage) => {
    await rm(join(project.folder, "annotations", `${ANNA.id}.json`));
  };
  expect(await problemsAfter(lost)).toEqual([
    expect.stringContaining(`${SET}: It was missing, and was put together again from the journal. Nothing is missing.`),
  ]);
});

it("says that another program has changed a set, and looks at the version that counts", async () => {
  const problems = await problemsAfter(async ({ folder }) => {
    const set = join(folder, "annotations", `${ANNA.id}.json`);
    await writeFile(set, (await readFile(set, "utf8")).replace('"the mayor"', '"the major"'));
  });
  expect(problems).toEqual([expect.stringContaining(`${SET}: Another program changed it.`)]);
});

it("says that a folder leads out of the project", async () => {
  const folder = await exampleProject();
  const outside = await exampleProject();
  await rm(join(folder, "annotations"), { recursive: true });
  await symlink(join(outside, "annotations"), join(folder, "annotations"));
  const { code, out } = await parallax("validate", folder);
  expect([code, out]).toEqual([1, expect.stringContaining("is a link that leads out of the project")]);
});
