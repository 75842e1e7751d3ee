import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { revisionOf } from "../../annotations/commands/apply.ts";
import type { SetCommand } from "../../annotations/commands/command.ts";
import { AnnotationSetExport } from "../../annotations/exchange/json/annotation-set-export.ts";
import type { AnnotationSet } from "../../annotations/model/annotation-set.ts";
import { newId, SpeakerId } from "../../annotations/model/id.ts";
import { pairOf } from "../../annotations/model/origin-verdict.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import { openProjectStore } from "../storage/project/project-store.ts";
import {
  ANNA,
  addMark,
  BRUNO,
  claim,
  exampleProject,
  FIRST_TEXT,
  MOMENT,
  putClaim,
  SECOND_TEXT,
} from "../storage/testing/example-project.ts";
import { temporaryFolder } from "../storage/testing/temporary-folder.ts";
import { parallax } from "./testing/captured-run.ts";

const C1 = claim("C1", "The bridge opened on Monday.");
const C2 = claim("C2", "Three people were hurt.");
const LATER = "2026-11-22T09:10:11.000Z";

/** A project in which two analysts have said something of everything that there is. */
async function busyProject(): Promise<string> {
  const folder = await exampleProject();
  const store = await openProjectStore(nodeFiles, folder);
  const [post, echo] = store.project.sources;
  if (!post || !echo) throw new Error("the example has two sources");
  const made = { analyst: ANNA.id, at: MOMENT };
  const { mark: deleted } = addMark(ANNA, echo, "Three people", C2.id, "mentions");
  const opened = addMark(ANNA, post, "opened on Monday 🌉", C1.id, "supports");
  const tags = opened.mark.tags.map((tag) => ({ ...tag, at: LATER, rank: 1 }));
  const noted = { claimId: C2.id, sourceId: post.id, at: LATER };
  const speaker = { id: newId(SpeakerId), name: "the mayor", aliases: ["le maire", "العمدة"] };
  await store.workAs(ANNA);
  await store.apply([
    putClaim(ANNA, C1),
    putClaim(ANNA, C2),
    { ...opened, mark: { ...opened.mark, tags, toDiscuss: true, note: "e\u0301", colour: "blue" } },
    { kind: "put-binned", ...made, mark: { ...deleted, binnedAt: LATER } },
    { kind: "set-cell", ...made, claimId: C2.id, sourceId: post.id, state: "not-mentioned", more: { sure: true } },
    { kind: "put-cell-note", ...made, note: { ...noted, text: "Read twice 🛶." } },
    {
      kind: "put-origin-verdict",
      ...made,
      verdict: { ...pairOf(post.id, echo.id), verdict: "independent", at: LATER },
    },
    { kind: "put-done", ...made, done: { sourceId: post.id, at: LATER } },
    { kind: "add-reveal", ...made, reveal: { sourceId: post.id, at: LATER, how: "asked" } },
    { kind: "put-speaker", ...made, index: 0, speaker },
    {
      ...revisionOf(store.project, { ...made, sourceId: echo.id }),
      note: "A wire report.",
      agency: "AFP",
      boilerplate: [0],
    },
    { kind: "revise-project", ...made, title: "The bridge", corroboratedBy: 3, adjudicator: BRUNO.id },
  ]);
  await store.workAs(BRUNO);
  const refutes: SetCommand = addMark(BRUNO, echo, "did not open before Tuesday", C1.id, "refutes");
  await store.apply([
    putClaim(BRUNO, { ...C1, text: "The bridge was opened on a Monday.", revisedAt: LATER }),
    refutes,
  ]);
  await store.close();
  return folder;
}

/** An export with fields of a later version in what no command can change. */
async function exported(folder: string): Promise<string> {
  const file = join(await temporaryFolder(), "all.json");
  expect(await parallax("export", folder, "--format", "json", "--out", file)).toMatchObject({ code: 0, err: "" });
  return file;
}

async function contentOf(file: string): Promise<AnnotationSetExport> {
  return AnnotationSetExport.parse(JSON.parse(await readFile(file, "utf8")));
}

/** What an export says, but for what is by nature its own project's. */
function content({
  project: { id: _id, title: _title, createdAt: _made, ...file },
  sets,
  ...rest
}: AnnotationSetExport) {
  return { ...rest, file, sets: sets.map(({ projectId: _of, journalThrough: _through, ...set }) => set) };
}

async function newProject(...texts: readonly string[]): Promise<string> {
  const folder = join(await temporaryFolder(), "fresh");
  expect(await parallax("new", folder, "--title", "Another one")).toMatchObject({ code: 0 });
  for (const [i, text] of texts.entries()) {
    const file = join(await temporaryFolder(), `imported-${i}.txt`);
    await writeFile(file, text);
    expect(await parallax("import", folder, file)).toMatchObject({ code: 0 });
  }
  return folder;
}

it("brings all of an export into a new project, which exports the same then", async () => {
  const file = await exported(await busyProject());
  const all = await contentOf(file);
  const later = {
    ...all,
    project: { ...all.project, folder: "west", settings: { ...all.project.settings, theme: { dark: true } } },
    sources: all.sources.map((source, i) => ({
      ...source,
      rank: i,
      blocks: source.blocks.map((block) => ({ ...block, level: 1 })),
    })),
    sets: all.sets.map((set) => ({ ...set, phase: "pilot", analyst: { ...set.analyst, team: ["A", null] } })),
  };
  await writeFile(file, JSON.stringify(later));
  const fresh = await newProject();
  const { out, err } = await parallax("read", fresh, file, "--add-articles");
  expect(err).toBe("");
  expect(out).toContain(
    "Anna (a new set): 1 new mark. 1 deleted mark for the bin. 2 new findings on silent articles and notes on cells. 1 new finding on common origins. 1 article is done. 1 article of which others’ marks were shown.\nBruno (a new set): 1 new mark.\n1 new speaker.\nThe settings of the project as in the file.\n",
  );
  expect(out).not.toContain("stays");
  expect(content(await contentOf(await exported(fresh)))).toEqual(content(AnnotationSetExport.parse(later)));
  expect(await parallax("validate", fresh)).toMatchObject({ code: 0 });
  expect((await parallax("read", fresh, file, "--json")).out).toContain('"stays": []');
});

it("brings it into a project that has imported the same articles", async () => {
  const file = await exported(await busyProject());
  const fresh = await newProject(FIRST_TEXT, SECOND_TEXT);
  const { out } = await parallax("read", fresh, file);
  expect(out).toContain(
    "The details of 2 articles as in the file.\n1 new speaker.\nThe settings of the project as in the file.\n",
  );
  const [there, here] = [await contentOf(file), await contentOf(await exported(fresh))];
  const told = here.sources.map(({ id: _id, originalName: _name, importedAt: _at, ...source }) => source);
  expect(told).toEqual(there.sources.map(({ id: _id, originalName: _name, importedAt: _at, ...source }) => source));
  const ids = new Map(there.sources.map(({ id }, i) => [id as string, here.sources[i]?.id]));
  const sets: readonly Omit<AnnotationSet, "projectId" | "journalThrough">[] = JSON.parse(
    JSON.stringify(content(there).sets),
    (_, value) => ids.get(value) ?? value,
  );
  expect(content(here).sets.map(withPairsInOrder)).toEqual(sets.map(withPairsInOrder));
});

/** The articles of a pair stand in the order of their ids, and those are others here. */
function withPairsInOrder({ originVerdicts = [], ...set }: Pick<AnnotationSet, "originVerdicts">) {
  return { ...set, originVerdicts: originVerdicts.map(({ a, b, ...found }) => ({ ...found, ...pairOf(a, b) })) };
}
