import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Low } from "lowdb";
import { expect, it } from "vitest";
import { z } from "zod";
import { faultyFiles } from "../testing/faulty-files.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { nodeFiles } from "./files.ts";
import { jsonFile, openJson } from "./json-file.ts";

const Content = z.looseObject({ schemaVersion: z.literal(2), title: z.string(), list: z.array(z.int()) });

async function place() {
  return { path: join(await temporaryFolder(), "project.json"), label: "mali/project.json" };
}

it("writes indented JSON with a final newline", async () => {
  const file = await place();
  const db = new Low(jsonFile(nodeFiles, file, "project", Content), {
    schemaVersion: 2 as const,
    title: "é",
    list: [],
  });
  await db.write();
  expect(await readFile(file.path, "utf8")).toBe('{\n  "schemaVersion": 2,\n  "title": "é",\n  "list": []\n}\n');
});

it("keeps unknown fields through a read and a write", async () => {
  const file = await place();
  await writeFile(file.path, '{"schemaVersion":2,"title":"a","list":[],"later":{"deep":[1]}}');
  const db = await openJson(jsonFile(nodeFiles, file, "project", Content), file.label);
  await db.update((data) => {
    data.title = "b";
  });
  expect(JSON.parse(await readFile(file.path, "utf8"))).toEqual({
    schemaVersion: 2,
    title: "b",
    list: [],
    later: { deep: [1] },
  });
});

it.each([
  ["not UTF-8", Buffer.from([0x7b, 0xff, 0x7d]), "cannot be read: it is not UTF-8 text"],
  ["empty", Buffer.from(""), "cannot be read: it is empty"],
  ["blank", Buffer.from(" \n\t"), "cannot be read: it is empty"],
  ["broken", Buffer.from('{"schemaVersion": 2,'), "cannot be read: it is not valid JSON (line 1, column 21)"],
  ["of the wrong shape", Buffer.from('{"schemaVersion":2,"title":"a","list":[1,"2"]}'), "of a Parallax file (list.1: "],
  ["no object", Buffer.from("[]"), "of a Parallax file (the whole file: "],
  ["without a version", Buffer.from('{"title":"a","list":[]}'), "of a Parallax file (schemaVersion: "],
  ["poisonous", Buffer.from('{"__proto__":{}}'), 'cannot be read: it uses the forbidden key "__proto__"'],
  [
    "newer",
    Buffer.from('{"schemaVersion":99}'),
    "was written by a newer version of Parallax; open it with that version",
  ],
])("refuses a file that is %s with one sentence, and does not touch it", async (_, bytes, reason) => {
  const file = await place();
  await writeFile(file.path, bytes);
  const files = faultyFiles();
  const error: unknown = await jsonFile(files, file, "project", Content)
    .read()
    .catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: "Failure", code: "refused" });
  expect(String(error)).toContain(`mali/project.json`);
  expect(String(error)).toContain(reason);
  expect(String(error)).toMatch(/Nothing was changed\.$/);
  expect(await readFile(file.path)).toEqual(bytes);
  expect(files.log).toEqual(["facts project.json", "read project.json"]);
});

it("takes a file that an editor saved with a byte order mark", async () => {
  const file = await place();
  await writeFile(file.path, '\uFEFF{"schemaVersion":2,"title":"a","list":[]}');
  const data = await jsonFile(nodeFiles, file, "project", Content).read();
  expect(data).toEqual({ schemaVersion: 2, title: "a", list: [] });
});

it("does not overwrite a file that somebody else has changed since it was read", async () => {
  const file = await place();
  await writeFile(file.path, '{"schemaVersion":2,"title":"a","list":[]}');
  const db = await openJson(jsonFile(nodeFiles, file, "project", Content), file.label);
  const theirs = '{"schemaVersion":2,"title":"theirs","list":[]}';
  await writeFile(file.path, theirs);
  await expect(db.write()).rejects.toMatchObject({
    code: "refused",
    message:
      "mali/project.json was changed by another program since Parallax read it, and was left as it is. There it says title “theirs”, here “a”. Make the change again if it should hold.",
  });
  expect(await readFile(file.path, "utf8")).toBe(theirs);
});

it("does not overwrite a file that it never read", async () => {
  const file = await place();
  await writeFile(file.path, "theirs");
  const db = new Low(jsonFile(nodeFiles, file, "project", Content), { schemaVersion: 2 as const, title: "", list: [] });
  await expect(db.write()).rejects.toMatchObject({ code: "refused" });
  expect(await readFile(file.path, "utf8")).toBe("theirs");
});

it.each(["write", "syncFolder"] as const)("can write again after %s has failed once", async (broken) => {
  const file = await place();
  const files = faultyFiles();
  const db = new Low(jsonFile(files, file, "project", Content), { schemaVersion: 2 as const, title: "a", list: [] });
  await db.write();
  files.interfere = (call) => (call === broken ? "EIO" : undefined);
  db.data = { ...db.data, title: "b" };
  await expect(db.write()).rejects.toMatchObject({
    code: "not-saved",
    message: expect.stringContaining("mali/project.json could not be saved: the disk reports a fault."),
  });
  files.interfere = () => undefined;
  db.data = { ...db.data, title: "c" };
  await db.write();
  expect(JSON.parse(await readFile(file.path, "utf8"))).toMatchObject({ title: "c" });
});
