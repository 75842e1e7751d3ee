import { cp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Command } from "../../annotations/commands/command.ts";
import type { Analyst } from "../../annotations/model/analyst.ts";
import type { AnnotationSet } from "../../annotations/model/annotation-set.ts";
import { newId, SpeakerId } from "../../annotations/model/id.ts";
import { type Project, sourceById } from "../../annotations/model/project.ts";
import type { Source } from "../../annotations/model/source.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import { sealedJson } from "../storage/disk/seal.ts";
import { readProject } from "../storage/project/project-folder.ts";
import { openProjectStore } from "../storage/project/project-store.ts";
import { textHash } from "../storage/project/source-files.ts";
import {
  ANNA,
  addMark,
  article,
  BRUNO,
  claim,
  exampleProject,
  FIRST_TEXT,
  MOMENT,
  putClaim,
} from "../storage/testing/example-project.ts";
import { folderContents } from "../storage/testing/folder-contents.ts";
import { temporaryFolder } from "../storage/testing/temporary-folder.ts";
import { parallax } from "./testing/captured-run.ts";

const C1 = claim("C1", "The bridge opened on Monday.");

async function work(
  folder: string,
  analyst: Analyst,
  commands: (post: Source, echo: Source, project: Project) => readonly Command[],
): Promise<void> {
  const store = await openProjectStore(nodeFiles, folder, { idleTime: 60_000 });
  const [post, echo] = store.project.sources;
  if (!post || !echo) throw new Error("the example has two sources");
  await store.workAs(analyst);
  await store.apply(commands(post, echo, store.project));
  await store.close();
}

/** A project in which Anna has made a claim and a mark, and a colleague's copy of it. */
async function twoCopies(): Promise<{ readonly here: string; readonly there: string }> {
  const here = await exampleProject();
  await work(here, ANNA, (post) => [putClaim(ANNA, C1), addMark(ANNA, post, "opened on Monday", C1.id, "supports")]);
  const there = join(await temporaryFolder(), "colleague");
  await cp(here, there, { recursive: true });
  return { here, there };
}

async function projectIn(folder: string): Promise<Project> {
  return (await readProject(nodeFiles, folder)).project;
}

/** An analyst's set, whatever its number of changes is in its own folder. */
function setOf({ sets }: Project, { id }: Analyst): AnnotationSet | undefined {
  const set = sets.find(({ analyst }) => analyst.id === id);
  return set && { ...set, journalThrough: 0 };
}

/** Bruno marks something for Anna's claim, in the copy. */
async function brunoMarks(there: string): Promise<void> {
  await work(there, BRUNO, (_post, echo) => [
    addMark(BRUNO, echo, "did not open before Tuesday", C1.id, "refutes"),
    putClaim(BRUNO, claim("C2")),
  ]);
}

it("adds a colleague's set as it is there; the same again changes nothing", async () => {
  const { here, there } = await twoCopies();
  await brunoMarks(there);
  const run = await parallax("merge", here, there);
  expect(run).toEqual({
    code: 0,
    out: "Anna: 1 mark the same; 1 claim the same.\nBruno, who is new here: 1 mark added; 1 claim added.\nMerged.\n",
    err: "",
  });
  expect(setOf(await projectIn(here), BRUNO)).toEqual(setOf(await projectIn(there), BRUNO));
  expect(await parallax("validate", here)).toEqual({ code: 0, out: "No problems.\n", err: "" });
  const before = await folderContents(here);
  expect((await parallax("merge", here, there)).out).toMatch(/Bruno: .*\nAll of it is here already\.\n$/);
  expect(await folderContents(here)).toEqual(before);
});

it("goes on with the merged set where its analyst works, as with any other", async () => {
  const { here, there } = await twoCopies();
  await brunoMarks(there);
  await parallax("merge", here, there);
  await work(here, BRUNO, (post) => [addMark(BRUNO, post, "Nobody was hurt")]);
  expect(setOf(await projectIn(here), BRUNO)?.marks).toHaveLength(2);
  expect(await parallax("validate", here)).toEqual({ code: 0, out: "No problems.\n", err: "" });
});

it("only says what it would do with --dry-run", async () => {
  const { here, there } = await twoCopies();
  await brunoMarks(there);
  const before = await folderContents(here);
  const { code, out } = await parallax("merge", here, there, "--dry-run", "--json");
  const { sets, written, changes } = JSON.parse(out);
  expect([code, written, changes]).toEqual([0, false, true]);
  expect(sets.map(({ isNew, counts }: { isNew: boolean; counts: object }) => [isNew, counts])).toEqual([
    [false, expect.objectContaining({ marks: { added: 0, same: 1, revised: 0, earlier: 0, conflicts: 0 } })],
    [true, expect.objectContaining({ marks: { added: 1, same: 0, revised: 0, earlier: 0, conflicts: 0 } })],
  ]);
  expect((await parallax("merge", here, there, "--dry-run")).out).toMatch(
    /\nThis is a preview: nothing was changed\.\n$/,
  );
  expect(await folderContents(here)).toEqual(before);
});

/** Anna has gone on in both copies, and given one mark different notes. */
async function conflictingCopies() {
  const { here, there } = await twoCopies();
  for (const [folder, note, quote] of [
    [here, "Mine", "Nobody was hurt"],
    [there, "Theirs", "The bridge opens"],
  ] as const) {
    await work(folder, ANNA, (post, _echo, { sets }) => {
      const [mark] = sets.flatMap(({ marks }) => marks);
      if (!mark) throw new Error("Anna has a mark");
      return [{ kind: "revise-mark", analyst: ANNA.id, at: MOMENT, markId: mark.id, note }, addMark(ANNA, post, quote)];
    });
  }
  return { here, there };
}

it("lists what is in conflict and keeps ours; restore takes the merge back in one step", async () => {
  const { here, there } = await conflictingCopies();
  const before = setOf(await projectIn(here), ANNA);
  expect(await parallax("merge", here, there)).toEqual({
    code: 0,
    out: [
      "Anna: 1 mark added, 1 in conflict; 1 claim the same.",
      "In conflict; what is here counts:",
      "- Anna: The mark “opened on Monday” in The Post, for C1: other note there.",
      "Merged. What was there before is kept as a backup; “parallax versions” lists it, “parallax restore” goes back to it.\n",
    ].join("\n"),
    err: "",
  });
  const after = setOf(await projectIn(here), ANNA);
  expect(after?.marks.map(({ note }) => note)).toEqual([undefined, "Mine", undefined]);
  expect(await parallax("validate", here)).toEqual({ code: 0, out: "No problems.\n", err: "" });
  const { versions } = JSON.parse((await parallax("versions", here, "--json")).out);
  expect((await parallax("restore", here, versions[0].id)).out).toMatch(/^1 mark went\./);
  expect(setOf(await projectIn(here), ANNA)).toEqual(before);
});

it("takes theirs where that is asked for", async () => {
  const { here, there } = await conflictingCopies();
  expect((await parallax("merge", here, there, "--take", "theirs")).out).toContain(
    "what comes from the other copy counts",
  );
  expect(setOf(await projectIn(here), ANNA)?.marks.map(({ note }) => note)).toEqual([undefined, "Theirs", undefined]);
  expect(await parallax("merge", here, there, "--take", "mine")).toMatchObject({
    code: 2,
    err: expect.stringContaining("--take must be ours or theirs."),
  });
});

it("merges the sets of several analysts who use each other's new claims", async () => {
  const { here, there } = await twoCopies();
  await brunoMarks(here);
  await rm(there, { recursive: true });
  await cp(here, there, { recursive: true });
  const [c3, c4] = [claim("C3"), claim("C4")];
  await work(there, BRUNO, () => [putClaim(BRUNO, c4)]);
  await work(there, ANNA, (post) => [putClaim(ANNA, c3), addMark(ANNA, post, "Nobody", c4.id, "supports")]);
  await work(there, BRUNO, (post) => [addMark(BRUNO, post, "hurt", c3.id, "supports")]);
  const former = await projectIn(here);
  expect((await parallax("merge", here, there)).code).toBe(0);
  const [merged, other] = [await projectIn(here), await projectIn(there)];
  for (const analyst of [ANNA, BRUNO]) expect(setOf(merged, analyst)).toEqual(setOf(other, analyst));
  const { versions } = JSON.parse((await parallax("versions", here, "--analyst", "Anna", "--json")).out);
  await parallax("restore", here, versions[0].id, "--analyst", "Anna");
  expect(setOf(await projectIn(here), ANNA)?.marks).toEqual(setOf(former, ANNA)?.marks);
});

it("copies a missing source with its text and its imported file", async () => {
  const { here, there } = await twoCopies();
  const text = "The ferry sank.\n\nAt noon.\n";
  const added = {
    ...article(text, { outlet: "The Ferryman", order: 2 }),
    original: Buffer.from(text.replaceAll("\n", "\r\n")),
  };
  const store = await openProjectStore(nodeFiles, there);
  await store.addSources([added]);
  await store.close();
  await work(there, BRUNO, (_post, _echo, project) => [addMark(BRUNO, sourceById(project, added.source.id), "sank")]);
  const run = await parallax("merge", here, there);
  expect([run.code, run.out]).toEqual([0, expect.stringMatching(/^The Ferryman is added with its text\.\n/)]);
  const [ours, theirs] = [await folderContents(join(here, "sources")), await folderContents(join(there, "sources"))];
  expect(ours).toEqual(theirs);
  expect(await parallax("validate", here)).toEqual({ code: 0, out: "No problems.\n", err: "" });
});

it("says that an article which comes along has the text of one that is here", async () => {
  const { here, there } = await twoCopies();
  const store = await openProjectStore(nodeFiles, there);
  await store.addSources([article(FIRST_TEXT, { outlet: "The Mirror", order: 2 })]);
  await store.close();
  expect((await parallax("merge", here, there, "--dry-run")).out).toMatch(
    /^The Mirror is added with its text, which is the same as that of The bridge opens\.\n/,
  );
});

it("brings what the copy says of speakers, once, and says what stays as it is", async () => {
  const { here, there } = await twoCopies();
  const mayor = { id: newId(SpeakerId), name: "The mayor", aliases: ["Ms Bell"] };
  const stamp = { analyst: ANNA.id, at: MOMENT };
  await work(there, ANNA, () => [
    { kind: "put-speaker", ...stamp, index: 0, speaker: mayor },
    { kind: "revise-project", ...stamp, title: "The two bridges" },
  ]);
  const { code, out } = await parallax("merge", here, there);
  expect([code, out]).toEqual([0, expect.stringMatching(/^The mayor is added to the speakers\.\n/)]);
  expect(out).toContain("The other copy differs in the title; that stays as it is here.\n");
  expect((await projectIn(here)).file).toMatchObject({ title: "The bridge", speakers: [mayor] });
  const before = await folderContents(here);
  expect((await parallax("merge", here, there)).out).toMatch(/\nAll of it is here already\.\n$/);
  expect(await folderContents(here)).toEqual(before);
  const other = { ...mayor, aliases: [] };
  await work(here, ANNA, () => [{ kind: "put-speaker", ...stamp, index: 0, speaker: other }]);
  expect((await parallax("merge", here, there, "--json")).out).toContain("the names of The mayor");
});

it("takes an annotation set alone, and an export, which brings texts and claims along", async () => {
  const { here, there } = await twoCopies();
  await brunoMarks(there);
  const set = join(there, "annotations", `${BRUNO.id}.json`);
  const fresh = await exampleProject();
  expect(await parallax("merge", here, set)).toMatchObject({
    code: 0,
    out: expect.stringContaining("Bruno, who is new"),
  });
  expect(setOf(await projectIn(here), BRUNO)).toEqual(setOf(await projectIn(there), BRUNO));
  expect((await parallax("merge", fresh, set)).err).toMatch(/^This is not a copy of the same project/);

  const bare = join(await temporaryFolder(), "bare");
  await cp(there, bare, { recursive: true });
  for (const folder of ["annotations", "journal", "backups", "sources"])
    await rm(join(bare, folder), { recursive: true, force: true });
  const before = await folderContents(bare);
  expect(await parallax("merge", bare, set)).toEqual({
    code: 1,
    out: "",
    err: expect.stringMatching(
      /^1 entry of Bruno .* an article that is not in this project .*: merge the project folder/,
    ),
  });
  expect(await folderContents(bare)).toEqual(before);
  const file = join(await temporaryFolder(), "bruno.json");
  await parallax("export", there, "--format", "json", "--analyst", "Bruno", "--out", file);
  expect((await parallax("merge", bare, file)).out).toContain("Bruno, who is new here: 1 mark added; 2 claims added.");
  expect(await parallax("validate", bare)).toEqual({ code: 0, out: "No problems.\n", err: "" });
});

it("refuses a copy whose text is another one, and names it", async () => {
  const { here, there } = await twoCopies();
  await brunoMarks(there);
  const { project, layout } = await readProject(nodeFiles, there);
  const [post] = project.sources;
  if (!post) throw new Error("no source");
  const text = post.text.replace("Monday", "Friday");
  await writeFile(layout.sourceText(post.id).path, text);
  const { text: _, ...record } = { ...post, sha256: textHash(text) };
  await writeFile(layout.source(post.id).path, JSON.stringify(record));
  await rm(join(there, "annotations", `${ANNA.id}.json`));
  await rm(join(there, "journal"), { recursive: true });
  const before = await folderContents(here);
  expect(await parallax("merge", here, there)).toEqual({
    code: 1,
    out: "",
    err: expect.stringMatching(/^The text of “The Post” is not the same in both copies .*\n$/),
  });
  expect(await folderContents(here)).toEqual(before);
});

it("merges nothing while the set is open elsewhere, be it new or not", async () => {
  const { here, there } = await conflictingCopies();
  await brunoMarks(there);
  for (const analyst of [ANNA, BRUNO]) {
    const store = await openProjectStore(nodeFiles, here, { idleTime: 60_000 });
    await store.workAs(analyst);
    const before = await folderContents(here);
    expect(await parallax("merge", here, there)).toEqual({
      code: 1,
      out: "",
      err: expect.stringMatching(
        new RegExp(`^(The marks of )?${analyst.name} .*open in .*Parallax.* Close it there, then`),
      ),
    });
    expect(await folderContents(here)).toEqual(before);
    await store.close();
  }
  expect((await parallax("merge", here, there)).code).toBe(0);
});

it("adds a colleague's set while somebody else has the project open, where it arrives", async () => {
  const { here, there } = await twoCopies();
  await brunoMarks(there);
  const store = await openProjectStore(nodeFiles, here, { idleTime: 60_000 });
  await store.workAs(ANNA);
  expect((await parallax("merge", here, there)).code).toBe(0);
  expect([await store.lookAround(), setOf(store.project, BRUNO)]).toEqual([true, setOf(await projectIn(there), BRUNO)]);
  await store.close();
});

it("refuses what it cannot read, in a sentence, and changes nothing", async () => {
  const { here, there } = await twoCopies();
  await brunoMarks(there);
  const before = await folderContents(here);
  const set = JSON.parse(await readFile(join(there, "annotations", `${BRUNO.id}.json`), "utf8"));
  const { sha256: _, ...content } = set;
  const file = join(await temporaryFolder(), "other.json");
  const refusals: readonly (readonly [content: string | Uint8Array, reason: RegExp])[] = [
    ["{", /it is not valid JSON/],
    ["[]", /does not have the form of a Parallax file/],
    ["", /it is empty/],
    [Buffer.from([0xff, 0xfe]), /it is not UTF-8 text/],
    [JSON.stringify({ ...content, schemaVersion: 99 }), /written by a newer version of Parallax/],
    [JSON.stringify(content).replace('"createdAt"', '"__proto__": {}, "createdAt"'), /the forbidden key "__proto__"/],
    [JSON.stringify({ format: "other", schemaVersion: 2 }), /does not have the form of a Parallax file \(format/],
    [
      Buffer.concat([
        ...sealedJson({
          ...content,
          marks: content.marks.map((mark: object) => ({
            ...mark,
            ranges: [{ start: 0, end: 3, quote: "But", prefix: "", suffix: "" }],
          })),
        }),
      ]),
      /does not stand where it says: “But”/,
    ],
  ];
  for (const [bytes, reason] of refusals) {
    await writeFile(file, bytes);
    expect(await parallax("merge", here, file)).toEqual({ code: 1, out: "", err: expect.stringMatching(reason) });
  }
  for (const [other, reason] of [
    [await temporaryFolder(), /is not a Parallax project: it holds no project\.json/],
    [join(there, "nothing"), /^There is no file or folder/],
    [await exampleProject(), /^This is not a copy of the same project/],
  ] as const) {
    expect(await parallax("merge", here, other)).toEqual({ code: 1, out: "", err: expect.stringMatching(reason) });
  }
  const linked = join(await temporaryFolder(), "linked");
  await cp(there, linked, { recursive: true });
  await rm(join(linked, "sources"), { recursive: true });
  await symlink(join(there, "sources"), join(linked, "sources"));
  expect((await parallax("merge", here, linked)).err).toMatch(/is a link that leads out of the project/);
  await writeFile(join(there, "annotations", `${BRUNO.id}.json`), "{");
  await rm(join(there, "journal"), { recursive: true });
  expect(await parallax("merge", here, there)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/parallax validate/),
  });
  expect(await folderContents(here)).toEqual(before);
});
