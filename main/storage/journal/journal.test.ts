import { appendFile, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { Refusal } from "../../../annotations/commands/refusal.ts";
import { SCHEMA_VERSION } from "../../../annotations/model/schema-version.ts";
import { nodeFiles } from "../disk/files.ts";
import type { Place } from "../disk/place.ts";
import { heldJournal, journalOwner, journalPlace, writtenJournal } from "../testing/example-journal.ts";
import { ANNA, claim, putClaim } from "../testing/example-project.ts";
import { faultyFiles } from "../testing/faulty-files.ts";
import { syncLeftovers } from "./journal.ts";
import { readJournal } from "./journal-reader.ts";
import { encodeLine, type JournalLine } from "./journal-record.ts";

const ONE = putClaim(ANNA, claim("C1"));
const TWO = putClaim(ANNA, claim("C2", "Zwei — ein Satz mit 🌉."));
const THREE = putClaim(ANNA, claim("C3"));

function headerOf(segment: number): JournalLine {
  return { schemaVersion: SCHEMA_VERSION, segment, ...journalOwner() };
}

async function commandsIn(place: Place) {
  const { records, flaws } = await readJournal(nodeFiles, place, 0);
  expect(flaws).toEqual([]);
  return records.map(({ command }) => command);
}

const TAKEN_OVER = {
  name: "Failure",
  code: "not-saved",
  message: expect.stringContaining("bridge/journal/anna was taken over by another window of Parallax."),
};

const DISK_FAILED = {
  name: "Failure",
  code: "not-saved",
  message: expect.stringContaining("The disk failed while bridge/journal/anna was being saved"),
};

it("writes who holds it, where it goes on from, and each command with its number", async () => {
  const place = await journalPlace();
  const journal = await heldJournal(place, 41);
  await journal.append([ONE, TWO]);
  await journal.append([THREE]);
  const lines: JournalLine[] = [
    ...[headerOf(1), { after: 41 }],
    ...[
      { seq: 42, command: ONE },
      { seq: 43, since: 41, command: TWO },
      { seq: 44, command: THREE },
    ],
  ];
  expect(await readFile(join(place.path, "00000001.jsonl"))).toEqual(Buffer.concat(lines.map(encodeLine)));
  expect([journal.lastSeq, journal.ended]).toEqual([44, null]);
  await journal.release(false);
});

it("acknowledges several commands after one write, a look at who holds it, and one fdatasync", async () => {
  const files = faultyFiles();
  const place = await journalPlace();
  const journal = await heldJournal(place, 0, files);
  files.log.length = 0;
  await journal.append([ONE, TWO]);
  const [write = "", ...others] = files.log;
  expect(write).toMatch(/^write /);
  expect(others).toEqual(["facts 00000002.jsonl", "facts 00000001.jsonl", write.replace("write", "syncData")]);
  await journal.release(false);
});

it("survives writes that take a few bytes at a time", async () => {
  const files = faultyFiles();
  files.writeLimit = 7;
  const place = await journalPlace();
  const journal = await heldJournal(place, 0, files);
  await journal.append([ONE, TWO]);
  await journal.release(false);
  expect(await commandsIn(place)).toEqual([ONE, TWO]);
});

it("takes a failed write back and goes on when there is room again", async () => {
  const files = faultyFiles();
  const place = await journalPlace();
  const journal = await heldJournal(place, 0, files);
  await journal.append([ONE]);
  const before = await readFile(join(place.path, "00000001.jsonl"));
  files.writeLimit = 50;
  let writes = 0;
  files.interfere = (call) => (call === "write" && ++writes === 2 ? "ENOSPC" : undefined);
  await expect(journal.append([TWO])).rejects.toMatchObject({
    code: "not-saved",
    message: expect.stringContaining("could not be saved: the disk is full. Nothing was changed."),
  });
  expect(await readFile(join(place.path, "00000001.jsonl"))).toEqual(before);
  expect([journal.lastSeq, journal.ended]).toEqual([1, null]);
  await journal.append([THREE]);
  await journal.release(false);
  expect(await commandsIn(place)).toEqual([ONE, THREE]);
});

it("says where it goes on from once more when the first write of a segment failed", async () => {
  const files = faultyFiles();
  const place = await journalPlace();
  const journal = await heldJournal(place, 0, files);
  files.interfere = (call) => (call === "write" ? "ENOSPC" : undefined);
  await expect(journal.append([ONE])).rejects.toMatchObject({ code: "not-saved" });
  files.interfere = () => undefined;
  await journal.append([ONE]);
  await journal.release(false);
  expect(await commandsIn(place)).toEqual([ONE]);
});

it.each([
  ["a failed sync", ["syncData"]],
  ["a failed sync whose bytes stay", ["syncData", "truncate"]],
  ["a failed write whose bytes stay", ["write", "truncate"]],
] as const)("never writes a segment again after %s, and goes on in a new one", async (_, broken) => {
  const files = faultyFiles();
  const place = await journalPlace();
  const journal = await heldJournal(place, 0, files);
  await journal.append([ONE]);
  files.writeLimit = 50;
  let writes = 0;
  files.interfere = (call) => {
    if (call === "write" && ++writes === 1) return undefined;
    return broken.some((name) => name === call) ? "EIO" : undefined;
  };
  await expect(journal.append([TWO])).rejects.toMatchObject(DISK_FAILED);
  expect(journal.ended).toEqual({ kind: "disk-failed", failure: expect.objectContaining(DISK_FAILED) });
  files.interfere = () => undefined;
  files.log.length = 0;
  await expect(journal.append([TWO])).rejects.toMatchObject(DISK_FAILED);
  expect(files.log).toEqual([]);
  await journal.cut();
  expect([journal.lastSeq, journal.ended]).toEqual([1, null]);
  await journal.append([THREE]);
  await journal.release(false);
  expect(await commandsIn(place)).toEqual([ONE, THREE]);
});

it("stays ended as long as no new segment can be made", async () => {
  const files = faultyFiles();
  const place = await journalPlace();
  const journal = await heldJournal(place, 0, files);
  files.interfere = (call) => (call === "syncData" || call === "create" ? "EIO" : undefined);
  await expect(journal.append([ONE])).rejects.toMatchObject(DISK_FAILED);
  await expect(journal.cut()).rejects.toMatchObject(DISK_FAILED);
  expect(journal.ended?.kind).toBe("disk-failed");
  await journal.release(false);
  expect(await commandsIn(place)).toEqual([]);
});

it("acknowledges nothing any more once another window has made the next segment", async () => {
  const place = await journalPlace();
  const first = await heldJournal(place, 0);
  await first.append([ONE]);
  const second = await heldJournal(place, 1);
  await expect(first.append([TWO])).rejects.toMatchObject(TAKEN_OVER);
  await second.append([THREE]);
  expect(first.ended).toEqual({ kind: "taken-over", failure: expect.objectContaining(TAKEN_OVER) });
  const before = await readFile(join(place.path, "00000001.jsonl"));
  await expect(first.append([TWO])).rejects.toMatchObject(TAKEN_OVER);
  await expect(first.cut()).rejects.toMatchObject(TAKEN_OVER);
  await first.release(false);
  expect(await readFile(join(place.path, "00000001.jsonl"))).toEqual(before);
  await second.release(false);
  expect(await commandsIn(place)).toEqual([ONE, THREE]);
});

it("notices without a command that it was taken over", async () => {
  const place = await journalPlace();
  const first = await heldJournal(place, 0);
  await first.requireHeld();
  const second = await heldJournal(place, 0);
  await expect(first.requireHeld()).rejects.toMatchObject(TAKEN_OVER);
  await expect(first.cut()).rejects.toMatchObject(TAKEN_OVER);
  await second.requireHeld();
  await Promise.all([first.release(true), second.release(true)]);
  expect(await readdir(place.path)).toEqual(["00000001.jsonl"]);
});

it.each(["removed", "replaced"])("acknowledges nothing in a segment that was %s under its name", async (how) => {
  const place = await journalPlace();
  const journal = await heldJournal(place, 0);
  const path = join(place.path, "00000001.jsonl");
  const bytes = await readFile(path);
  await rename(path, join(place.path, "elsewhere"));
  if (how === "replaced") await writeFile(path, bytes);
  await expect(journal.append([ONE])).rejects.toMatchObject({
    code: "not-saved",
    message: expect.stringContaining("is not where it was"),
  });
  expect(journal.ended?.kind).toBe("vanished");
  // Told to, it goes on behind what is there now.
  await journal.cut();
  await journal.append([ONE]);
  expect((await readJournal(nodeFiles, place, 0)).records).toEqual([{ seq: 1, command: ONE }]);
  await journal.release(false);
});

it("goes on in the next segment, and removes those that are contained elsewhere, the oldest first", async () => {
  const files = faultyFiles();
  const place = await journalPlace();
  const journal = await heldJournal(place, 0, files);
  for (const commands of [[ONE], [TWO], [THREE]]) {
    await journal.append(commands);
    await journal.cut();
  }
  await journal.append([ONE]);
  files.log.length = 0;
  await journal.prune(2);
  expect(files.log.filter((call) => /^(remove|sync)/.test(call))).toEqual([
    ...["remove 00000001.jsonl", "remove 00000002.jsonl"],
    `syncFolder ${ANNA.id}`,
  ]);
  expect(await readJournal(nodeFiles, place, 2)).toMatchObject({
    flaws: [],
    records: [
      { seq: 3, command: THREE },
      { seq: 4, command: ONE },
    ],
  });
  files.log.length = 0;
  await journal.prune(2);
  expect(files.log.filter((call) => /^(remove|sync)/.test(call))).toEqual([]);
  await journal.prune(99);
  expect(await readdir(place.path)).toEqual(["00000004.jsonl"]);
  await journal.release(false);
});

it("removes no segment before one that does not say where it goes on from", async () => {
  const place = await journalPlace();
  const journal = await heldJournal(place, 0);
  await journal.append([ONE]);
  await journal.cut();
  await journal.prune(1);
  expect(await readdir(place.path)).toEqual(["00000001.jsonl", "00000002.jsonl"]);
  await journal.append([]);
  await journal.prune(1);
  expect(await readdir(place.path)).toEqual(["00000002.jsonl"]);
  await journal.release(false);
});

it("leaves no trace of a journal that was held for nothing", async () => {
  const place = await journalPlace();
  await (await heldJournal(place, 0)).release(true);
  expect(await readdir(place.path)).toEqual([]);
});

it("says that it was let go of, unless the disk does not take that", async () => {
  const files = faultyFiles();
  const place = await journalPlace();
  const last = async () => (await readJournal(nodeFiles, place, 0)).segments.at(-1)?.released;
  const touched = await heldJournal(place, 0);
  await touched.append([ONE]);
  await touched.release(true);
  expect(await last()).toBe(true);
  await (await heldJournal(place, 1)).release(false);
  expect(await last()).toBe(true);
  const failing = await heldJournal(place, 1, files);
  await failing.append([TWO]);
  files.interfere = (call) => (call === "write" ? "ENOSPC" : undefined);
  await failing.release(false);
  expect(await last()).toBe(false);
  expect(await commandsIn(place)).toEqual([ONE, TWO]);
});

it("refuses a record that could not be read again, and keeps what comes with it out", async () => {
  const place = await journalPlace();
  const journal = await heldJournal(place, 0);
  let deep: unknown = [];
  for (let level = 0; level < 60; level++) deep = [deep];
  const poison = putClaim(ANNA, { ...claim("C9"), extra: deep });
  await expect(journal.append([ONE, poison])).rejects.toThrow(Refusal);
  expect([journal.lastSeq, journal.ended]).toEqual([0, null]);
  await journal.append([TWO]);
  await journal.release(false);
  expect(await commandsIn(place)).toEqual([TWO]);
});

it("puts on the disk what a program that is gone may have left unsynced", async () => {
  const place = await writtenJournal([ONE], [TWO]);
  await appendFile(join(place.path, "00000002.jsonl"), "half");
  const files = faultyFiles();
  await syncLeftovers(files, place, ["00000001.jsonl", "00000002.jsonl", "00000003.jsonl"]);
  expect(files.log).toEqual([
    ...["open 00000001.jsonl", "syncData 00000001.jsonl", "open 00000002.jsonl", "syncData 00000002.jsonl"],
    "open 00000003.jsonl",
  ]);
  files.interfere = (call) => (call === "syncData" ? "EIO" : undefined);
  await expect(syncLeftovers(files, place, ["00000001.jsonl"])).rejects.toThrow("EIO");
});

it("does not take its own next segment for somebody else's", async () => {
  const place = await journalPlace();
  const looks: Promise<void>[] = [];
  let look = () => {};
  const journal = await heldJournal(place, 0, {
    ...nodeFiles,
    // Right after the next segment has got its name.
    link: async (from, to) => {
      await nodeFiles.link(from, to);
      look();
    },
  });
  look = () => {
    looks.push(journal.requireHeld());
  };
  await journal.cut();
  expect(await Promise.all(looks)).toEqual([undefined]);
  await journal.append([ONE]);
  expect(await readdir(place.path)).toEqual(["00000001.jsonl", "00000002.jsonl"]);
  expect(journal.ended).toBeNull();
  await journal.release(false);
});
