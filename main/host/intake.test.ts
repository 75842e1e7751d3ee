import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Input, Output } from "../../annotations/api/contract.ts";
import type { StagedFile } from "../../annotations/intake/staged-file.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import { readProject } from "../storage/project/project-folder.ts";
import { exampleProject, FIRST_TEXT } from "../storage/testing/example-project.ts";
import { temporaryFolder } from "../storage/testing/temporary-folder.ts";
import { createIntake } from "./intake.ts";

async function project() {
  return (await readProject(nodeFiles, await exampleProject())).project;
}

function upload(name: string, text: string): Input<"intake.stage"> {
  return { name, base64: Buffer.from(text).toString("base64") };
}

function only({ staged }: Output<"intake.stage">): StagedFile {
  const [file] = staged;
  if (!file || staged.length > 1) throw new Error(`${staged.length} files are staged`);
  return file;
}

function confirmation(...files: readonly StagedFile[]): Input<"intake.confirm"> {
  return {
    files: files.map(({ id, guess }) => ({
      id,
      metadata: guess.metadata,
      guessed: guess.guessed,
      boilerplate: guess.blocks.filter((block) => block.boilerplate).map((block) => block.start),
    })),
  };
}

it("stages an uploaded file under an id of its own", async () => {
  const intake = createIntake(nodeFiles);
  const staged = only(intake.stage(await project(), upload("a.txt", "First\r\n\r\nSecond\r\n")));
  expect(staged).toMatchObject({ name: "a.txt", size: 17, text: "First\n\nSecond\n", duplicateOf: null });
  expect(staged.guess.blocks).toHaveLength(2);
});

it("names the source that has the same text", async () => {
  const value = await project();
  const intake = createIntake(nodeFiles);
  expect(only(intake.stage(value, upload("a.txt", FIRST_TEXT))).duplicateOf).toBe("The bridge opens");
  const removed = { ...value, sources: value.sources.map((source) => ({ ...source, removed: true })) };
  expect(only(intake.stage(removed, upload("a.txt", FIRST_TEXT))).duplicateOf).toBeNull();
});

it("says why a file is refused, without the way to it", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "a.txt"), "First");
  await writeFile(join(folder, "b.txt"), "");
  const intake = createIntake(nodeFiles);
  const value = await project();
  expect(intake.stage(value, upload("a\u202e.pdf", "x"))).toEqual({
    staged: [],
    refused: [
      { name: "a\\u{202e}.pdf", reason: "a\\u{202e}.pdf is a .pdf file. Parallax opens plain text: .txt or .text." },
    ],
  });
  const { staged, refused } = await intake.stageFiles(value, [join(folder, "a.txt"), join(folder, "b.txt")]);
  expect(staged.map(({ name }) => name)).toEqual(["a.txt"]);
  expect(refused).toEqual([{ name: "b.txt", reason: "b.txt is empty." }]);
});

it("makes sources of staged files as the analyst left them", async () => {
  const value = await project();
  const intake = createIntake(nodeFiles);
  const first = only(intake.stage(value, upload("a.txt", "First\n\nSecond\n")));
  const second = only(intake.stage(value, upload("b.txt", "Third\n")));
  const { files } = confirmation(second, first);
  const metadata = { title: "My title", author: "", outlet: "The Post", date: "2026-11", url: "", language: "en" };
  const corrected = files.map((file, i) => (i === 1 ? { ...file, metadata, guessed: [], boilerplate: [7, 99] } : file));
  const sources = intake.sourcesOf(value, { files: corrected });
  expect(sources.map(({ source }) => [source.originalName, source.order])).toEqual([
    ["b.txt", 2],
    ["a.txt", 3],
  ]);
  expect(sources[1]).toMatchObject({
    source: { ...metadata, guessed: [], blocks: [{ boilerplate: false }, { boilerplate: true }], removed: false },
    original: Buffer.from("First\n\nSecond\n"),
  });
});

it("adds no file twice, and none that does not wait any more", async () => {
  const value = await project();
  const intake = createIntake(nodeFiles, { files: 2, bytes: 100 });
  const stage = (text: string) => only(intake.stage(value, upload("a.txt", text)));
  const first = stage("one");
  expect(() => intake.sourcesOf(value, confirmation(first, first))).toThrow("added twice");
  const second = stage("two");
  const third = stage("three");
  expect(() => intake.sourcesOf(value, confirmation(first))).toThrow("does not wait any more. Choose the files again.");
  expect(intake.sourcesOf(value, confirmation(second, third))).toHaveLength(2);
  const large = stage("x".repeat(99));
  expect(() => intake.sourcesOf(value, confirmation(third))).toThrow("does not wait any more");
  expect(intake.sourcesOf(value, confirmation(large))).toHaveLength(1);
  intake.forget(confirmation(large));
  expect(() => intake.sourcesOf(value, confirmation(large))).toThrow("does not wait any more");
});
