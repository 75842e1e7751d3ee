import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { Handlers } from "../../annotations/api/handlers.ts";
import { exampleProject } from "../storage/testing/example-project.ts";
import { folderContents } from "../storage/testing/folder-contents.ts";
import { temporaryFolder } from "../storage/testing/temporary-folder.ts";
import { type HostDialogs, startHost } from "./host.ts";

/** Handlers over a project, whose dialog for annotations gives these paths. */
async function started(
  paths: readonly string[] = [],
): Promise<{ readonly handlers: Handlers; readonly folder: string }> {
  const folder = await exampleProject();
  const config = await temporaryFolder();
  const dialogs: HostDialogs = {
    openArticles: async () => [],
    openAnnotations: async () => paths,
    chooseCopy: async () => null,
    saveExport: async () => null,
    chooseFolder: async () => null,
  };
  const places = { config, sample: join(folder, "none"), home: config };
  const host = await startHost({ kind: "electron", version: "1.2.3", dialogs, folder, paths: places });
  onTestFinished(() => host.close());
  return { handlers: host.handlers, folder };
}

const base64 = (text: string) => Buffer.from(text).toString("base64");

const LINE = `${JSON.stringify({ text: "A new article says so.", label: [[2, 13, "C1/supports"]] })}\n`;

it("reads what the screen hands over, and adds its articles where that is wished", async () => {
  const { handlers, folder } = await started();
  const before = await folderContents(folder);
  const { staged, refused } = await handlers["annotations.stage"]({
    files: [{ name: "a.jsonl", base64: base64(LINE) }],
    readAs: null,
  });
  expect(refused).toBe(null);
  expect(staged).toMatchObject({ format: "doccano", names: ["a.jsonl"], read: { problems: [] } });
  expect(staged?.read.marks).toHaveLength(1);
  expect(await folderContents(folder)).toEqual(before);
  const [addition] = staged?.additions ?? [];
  const wish = { id: staged?.id ?? "", keys: [addition?.key ?? ""] };
  const { sources } = await handlers["annotations.addArticles"](wish);
  expect(sources).toEqual([{ ...addition?.source, order: 2 }]);
  expect(await readFile(join(folder, "sources", `${sources[0]?.id}.txt`), "utf8")).toBe("A new article says so.");
});

it("reads what the dialog gives, and nothing when it was cancelled", async () => {
  const file = join(await temporaryFolder(), "b.jsonl");
  await writeFile(file, LINE);
  const { handlers } = await started([file]);
  expect(await handlers["annotations.choose"]({ readAs: null })).toMatchObject({
    staged: { names: ["b.jsonl"], format: "doccano" },
  });
  const cancelled = await started();
  expect(await cancelled.handlers["annotations.choose"]({ readAs: null })).toEqual({ staged: null, refused: null });
});

it("says in a sentence why files cannot be read", async () => {
  const { handlers } = await started();
  const refusal = async (text: string, readAs: string | null = null) => {
    const files = [{ name: "c.json", base64: base64(text) }];
    return (await handlers["annotations.stage"]({ files, readAs })).refused;
  };
  expect(await refusal("nothing")).toMatch(/^“c\.json” does not look like any format that Parallax reads/);
  expect(await refusal("{", "json")).toBe("“c.json” cannot be read: it is not valid JSON (line 1, column 2).");
});

it("adds no article that does not wait any more", async () => {
  const { handlers } = await started();
  await expect(handlers["annotations.addArticles"]({ id: "gone", keys: ["a"] })).rejects.toThrow(
    "do not wait any more",
  );
  await expect(handlers["annotations.stop"]({})).resolves.toEqual({});
});
