import { appendFile, readdir, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { Refusal } from "../../annotations/commands/refusal.ts";
import { nodeFiles } from "./files.ts";
import { openJournal } from "./journal.ts";
import { readJournal } from "./journal-reader.ts";
import { encodeLine } from "./journal-record.ts";
import { ANNA, claim, putClaim } from "./testing/example-project.ts";
import { faultyFiles } from "./testing/faulty-files.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

const ONE = putClaim(ANNA, claim("C1"));
const TWO = putClaim(ANNA, claim("C2", "Zwei — ein Satz mit 🌉."));
const THREE = putClaim(ANNA, claim("C3"));

const CURRENT = async () => true;

async function place() {
  return { path: join(await temporaryFolder(), "journal", ANNA.id), label: "bridge/journal/anna" };
}

/** A journal with these commands, one segment for each list. */
async function written(...segments: (readonly (typeof ONE)[])[]) {
  const where = await place();
  for (const commands of segments) {
    const journal = openJournal(nodeFiles, await readJournal(nodeFiles, where, 0), CURRENT);
    await journal.append(commands);
    await journal.close();
  }
  return { where, file: (name: string) => join(where.path, name) };
}

it("gives back after a restart what it acknowledged", async () => {
  const { where, file } = await written([ONE, TWO], [THREE]);
  const contents = await readJournal(nodeFiles, where, 0);
  expect(contents).toEqual({
    place: where,
    segments: [
      { name: "00000001.jsonl", size: expect.any(Number) },
      { name: "00000002.jsonl", size: (await readFile(file("00000002.jsonl"))).length },
    ],
    records: [
      { seq: 1, command: ONE },
      { seq: 2, command: TWO },
      { seq: 3, command: THREE },
    ],
    lastSeq: 3,
  });
});

it("leaves out what the snapshot contains already", async () => {
  const { where } = await written([ONE, TWO], [THREE]);
  expect((await readJournal(nodeFiles, where, 2)).records).toEqual([{ seq: 3, command: THREE }]);
  expect(await readJournal(nodeFiles, where, 3)).toMatchObject({ records: [], lastSeq: 3 });
});

it("begins a new segment at each opening and continues the numbers", async () => {
  const { where } = await written([ONE]);
  const journal = openJournal(nodeFiles, await readJournal(nodeFiles, where, 0), CURRENT);
  await journal.append([TWO]);
  await journal.close();
  expect(await readdir(where.path)).toEqual(["00000001.jsonl", "00000002.jsonl"]);
  expect((await readJournal(nodeFiles, where, 0)).records.map(({ seq }) => seq)).toEqual([1, 2]);
});

it("syncs several commands with one write and one fdatasync, after the new segment's folders", async () => {
  const files = faultyFiles();
  const where = await place();
  const journal = openJournal(files, await readJournal(files, where, 0), CURRENT);
  files.log.length = 0;
  await journal.append([ONE, TWO]);
  await journal.append([THREE]);
  const root = where.path.split("/").at(-3);
  expect(files.log.filter((call) => !call.startsWith("list"))).toEqual([
    ...[`ensureFolder ${ANNA.id}`, "create 00000001.jsonl"],
    ...[`syncFolder ${ANNA.id}`, "syncFolder journal", `syncFolder ${root}`],
    ...["write 00000001.jsonl", "syncData 00000001.jsonl"],
    ...["write 00000001.jsonl", "syncData 00000001.jsonl"],
  ]);
  await journal.close();
});

it("survives writes that take a few bytes at a time", async () => {
  const files = faultyFiles();
  files.writeLimit = 7;
  const where = await place();
  const journal = openJournal(files, await readJournal(files, where, 0), CURRENT);
  await journal.append([ONE, TWO]);
  await journal.close();
  expect((await readJournal(nodeFiles, where, 0)).records.map(({ command }) => command)).toEqual([ONE, TWO]);
});

it.each(["a half line", "a few bytes", "bytes that the disk gives back as NUL"])(
  "drops a torn tail of the last segment: %s",
  async (kind) => {
    const { where, file } = await written([ONE, TWO]);
    const bytes = await readFile(file("00000001.jsonl"));
    const line = Buffer.from(bytes.subarray(bytes.lastIndexOf("\n", bytes.length - 2) + 1));
    const tails = { "a half line": line.subarray(0, 60), "a few bytes": line.subarray(0, 3) };
    await appendFile(file("00000001.jsonl"), kind in tails ? tails[kind as keyof typeof tails] : line.fill(0, 20, 60));
    const contents = await readJournal(nodeFiles, where, 0);
    expect(contents.records.map(({ command }) => command)).toEqual([ONE, TWO]);
    const journal = openJournal(nodeFiles, contents, CURRENT);
    await journal.append([THREE]);
    await journal.close();
    expect((await readJournal(nodeFiles, where, 0)).records.map(({ command }) => command)).toEqual([ONE, TWO, THREE]);
  },
);

it("refuses damage in the middle, and names file and line", async () => {
  const { where, file } = await written([ONE, TWO, THREE]);
  const bytes = await readFile(file("00000001.jsonl"));
  bytes[bytes.indexOf("\n") + 40] = 0x21; // in the first record, behind the header
  await writeFile(file("00000001.jsonl"), bytes);
  await expect(readJournal(nodeFiles, where, 0)).rejects.toMatchObject({
    name: "Failure",
    message: expect.stringContaining("bridge/journal/anna/00000001.jsonl was damaged or changed: line 2"),
  });
  expect(await readFile(file("00000001.jsonl"))).toEqual(bytes);
});

it("refuses a last record that was written in full and damaged later", async () => {
  const { where, file } = await written([ONE, TWO]);
  const bytes = await readFile(file("00000001.jsonl"));
  bytes[bytes.length - 10] = 0x21;
  await writeFile(file("00000001.jsonl"), bytes);
  await expect(readJournal(nodeFiles, where, 0)).rejects.toThrow("line 3 does not fit its checksum");
});

it("refuses zeros that whole records follow", async () => {
  const { where, file } = await written([ONE, TWO, THREE]);
  const bytes = await readFile(file("00000001.jsonl"));
  await writeFile(file("00000001.jsonl"), bytes.fill(0, 20, 40));
  await expect(readJournal(nodeFiles, where, 0)).rejects.toThrow("line 1 does not fit its checksum");
});

it("refuses a torn segment that the next one does not continue", async () => {
  const { where, file } = await written([ONE, TWO], [THREE]);
  await truncate(file("00000001.jsonl"), 500);
  await expect(readJournal(nodeFiles, where, 0)).rejects.toThrow("00000001.jsonl was damaged or changed: line 3");
  await truncate(file("00000001.jsonl"), 0);
  await expect(readJournal(nodeFiles, where, 0)).rejects.toThrow(
    "00000002.jsonl was damaged or changed: changes 1 to 2",
  );
});

it("passes over what a displaced window wrote before it looked", async () => {
  const { where, file } = await written([ONE], [TWO]);
  await appendFile(file("00000001.jsonl"), encodeLine({ seq: 2, command: THREE }));
  await appendFile(file("00000001.jsonl"), "half a li");
  expect((await readJournal(nodeFiles, where, 0)).records.map(({ command }) => command)).toEqual([ONE, TWO]);
});

it("refuses a segment under the name of another", async () => {
  const { where, file } = await written([ONE], [TWO]);
  await writeFile(file("00000003.jsonl"), await readFile(file("00000001.jsonl")));
  await expect(readJournal(nodeFiles, where, 0)).rejects.toThrow("00000003.jsonl was damaged or changed: line 1");
});

it("refuses a missing segment", async () => {
  const { where, file } = await written([ONE], [TWO], [THREE]);
  await nodeFiles.remove(file("00000002.jsonl"));
  await expect(readJournal(nodeFiles, where, 0)).rejects.toThrow(
    "00000003.jsonl was damaged or changed: change 2 is missing",
  );
  expect((await readJournal(nodeFiles, where, 2)).records).toEqual([{ seq: 3, command: THREE }]);
});

it("refuses a number that is there twice", async () => {
  const { where, file } = await written([ONE], [TWO]);
  await appendFile(file("00000002.jsonl"), encodeLine({ seq: 2, command: TWO }));
  await expect(readJournal(nodeFiles, where, 0)).rejects.toThrow("change 2 is there twice");
});

it("takes a failed write back and goes on when there is room again", async () => {
  const { where, file } = await written([ONE]);
  const files = faultyFiles();
  const journal = openJournal(files, await readJournal(files, where, 0), CURRENT);
  await journal.append([TWO]);
  const before = await readFile(file("00000002.jsonl"));
  files.writeLimit = 50;
  let writes = 0;
  files.interfere = (call) => (call === "write" && ++writes === 2 ? "ENOSPC" : undefined);
  await expect(journal.append([THREE])).rejects.toMatchObject({
    code: "not-saved",
    message: expect.stringContaining("could not be saved: the disk is full. Nothing was changed."),
  });
  expect(await readFile(file("00000002.jsonl"))).toEqual(before);
  await journal.append([THREE]);
  await journal.close();
  expect((await readJournal(nodeFiles, where, 0)).records.map(({ command }) => command)).toEqual([ONE, TWO, THREE]);
});

it.each(["syncData", "syncFolder", "truncate"] as const)("takes nothing more after a failed %s", async (broken) => {
  const where = await place();
  const files = faultyFiles();
  const journal = openJournal(files, await readJournal(files, where, 0), CURRENT);
  files.interfere = (call) => (call === broken || (broken === "truncate" && call === "write") ? "EIO" : undefined);
  const refusal = { code: "not-saved", message: expect.stringContaining("saves nothing more there until") };
  await expect(journal.append([ONE])).rejects.toMatchObject(refusal);
  files.interfere = () => undefined;
  files.log.length = 0;
  await expect(journal.append([ONE])).rejects.toMatchObject(refusal);
  expect(files.log).toEqual([]);
  await journal.close();
  expect((await readJournal(nodeFiles, where, 0)).records).toEqual([]);
});

const ELSEWHERE = {
  code: "not-saved",
  message: expect.stringContaining("is being written by another window of Parallax"),
};

it("does not write into a segment that another window has begun", async () => {
  const { where, file } = await written([ONE]);
  const journal = openJournal(nodeFiles, await readJournal(nodeFiles, where, 0), CURRENT);
  await writeFile(file("00000002.jsonl"), "theirs");
  await expect(journal.append([TWO])).rejects.toMatchObject(ELSEWHERE);
  expect(await readFile(file("00000002.jsonl"), "utf8")).toBe("theirs");
});

it("does not acknowledge a record when another window has begun a segment meanwhile", async () => {
  const { where } = await written([ONE]);
  const first = openJournal(nodeFiles, await readJournal(nodeFiles, where, 0), CURRENT);
  await first.append([TWO]);
  const second = openJournal(nodeFiles, await readJournal(nodeFiles, where, 0), CURRENT);
  await second.append([THREE]);
  await expect(first.append([ONE])).rejects.toMatchObject(ELSEWHERE);
  await expect(first.append([ONE])).rejects.toMatchObject(ELSEWHERE);
  await expect(first.cut()).rejects.toMatchObject(ELSEWHERE);
  await second.append([ONE]);
  await Promise.all([first.close(), second.close()]);
  expect((await readJournal(nodeFiles, where, 0)).records.map(({ command }) => command)).toEqual([
    ONE,
    TWO,
    THREE,
    ONE,
  ]);
});

it("begins no segment after one that has grown or gone since it was read", async () => {
  const { where } = await written([ONE]);
  const first = openJournal(nodeFiles, await readJournal(nodeFiles, where, 0), CURRENT);
  await first.append([TWO]);
  const stale = await readJournal(nodeFiles, where, 0);
  await first.append([THREE]);
  await expect(openJournal(nodeFiles, stale, CURRENT).append([ONE])).rejects.toMatchObject(ELSEWHERE);
  await first.append([ONE]);
  await first.remove(await first.cut());
  await expect(openJournal(nodeFiles, stale, CURRENT).append([ONE])).rejects.toMatchObject(ELSEWHERE);
  await first.append([TWO]);
  expect(await readdir(where.path)).toEqual(["00000003.jsonl"]);
  await first.remove(await first.cut());
  await first.close();
  expect(await readdir(where.path)).toEqual([]);
  await expect(openJournal(nodeFiles, stale, CURRENT).append([ONE])).rejects.toMatchObject(ELSEWHERE);
  expect(await readdir(where.path)).toEqual([]);
});

it("begins no segment when the snapshot is not the one that was read", async () => {
  const where = await place();
  const journal = openJournal(nodeFiles, await readJournal(nodeFiles, where, 0), async () => false);
  await expect(journal.append([ONE])).rejects.toMatchObject(ELSEWHERE);
  expect(await readdir(where.path)).toEqual([]);
});

it("reads a torn tail that only an empty segment follows", async () => {
  const { where, file } = await written([ONE, TWO]);
  await appendFile(file("00000001.jsonl"), "0123");
  await writeFile(file("00000002.jsonl"), "");
  const journal = openJournal(nodeFiles, await readJournal(nodeFiles, where, 0), CURRENT);
  await journal.append([THREE]);
  await journal.close();
  expect((await readJournal(nodeFiles, where, 0)).records.map(({ seq }) => seq)).toEqual([1, 2, 3]);
});

it("refuses a record that could not be read again", async () => {
  const where = await place();
  const journal = openJournal(nodeFiles, await readJournal(nodeFiles, where, 0), CURRENT);
  let deep: unknown = [];
  for (let level = 0; level < 60; level++) deep = [deep];
  const poison = putClaim(ANNA, { ...claim("C9"), extra: deep });
  await expect(journal.append([ONE, poison])).rejects.toThrow(Refusal);
  expect(await readJournal(nodeFiles, where, 0)).toMatchObject({ segments: [], lastSeq: 0 });
});
