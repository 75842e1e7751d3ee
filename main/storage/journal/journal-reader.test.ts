import { appendFile, readFile, rename, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { expect, it } from "vitest";
import { SCHEMA_VERSION } from "../../../annotations/model/schema-version.ts";
import { nodeFiles } from "../disk/files.ts";
import type { Place } from "../disk/place.ts";
import { heldJournal, journalOwner, journalPlace, writtenJournal } from "../testing/example-journal.ts";
import { ANNA, claim, putClaim } from "../testing/example-project.ts";
import { faultyFiles } from "../testing/faulty-files.ts";
import { holdJournal, openJournal } from "./journal.ts";
import { readJournal } from "./journal-reader.ts";
import { encodeLine } from "./journal-record.ts";
import { segmentName, segmentNumbers } from "./segment.ts";

const ONE = putClaim(ANNA, claim("C1"));
const TWO = putClaim(ANNA, claim("C2"));
const THREE = putClaim(ANNA, claim("C3"));

function file(place: Place, number: number): string {
  return join(place.path, segmentName(number));
}

/** The numbers and commands of the records, and what is wrong with which segment. */
async function found(place: Place, through = 0) {
  const { records, flaws, lastSeq } = await readJournal(nodeFiles, place, through);
  return {
    records: records.map(({ seq, command }) => [seq, command]),
    flaws: flaws.map(({ segment, reason }) => [segment.number, reason]),
    lastSeq,
  };
}

const ALL = [
  [1, ONE],
  [2, TWO],
  [3, THREE],
];

/** The bytes of a segment, and where each of its lines begins. */
async function linesOf(place: Place, number: number) {
  const bytes = await readFile(file(place, number));
  const starts = [0];
  for (let at = bytes.indexOf("\n"); at !== -1; at = bytes.indexOf("\n", at + 1)) starts.push(at + 1);
  return { bytes, starts: starts.slice(0, -1) };
}

async function damageLine(place: Place, number: number, line: number): Promise<void> {
  const { bytes, starts } = await linesOf(place, number);
  const at = (starts[line - 1] ?? 0) + 20;
  bytes[at] = bytes[at] === 0x21 ? 0x22 : 0x21;
  await writeFile(file(place, number), bytes);
}

it("gives all that was acknowledged, with each segment as it is", async () => {
  const place = await writtenJournal([ONE, TWO], [THREE]);
  const segment = async (number: number, after: number, records: readonly unknown[]) => ({
    path: file(place, number),
    label: `bridge/journal/anna/${segmentName(number)}`,
    ...{ name: segmentName(number), number, size: (await readFile(file(place, number))).length },
    header: { schemaVersion: SCHEMA_VERSION, segment: number, ...journalOwner() },
    ...{ after, without: [], records, snapshots: null, released: true, rest: { kind: "nothing" } },
  });
  const records = [
    { seq: 1, command: ONE },
    { seq: 2, since: 0, command: TWO },
    { seq: 3, command: THREE },
  ];
  expect(await readJournal(nodeFiles, place, 0)).toEqual({
    place,
    segments: [await segment(1, 0, records.slice(0, 2)), await segment(2, 2, records.slice(2))],
    ...{ records, lastSeq: 3, flaws: [], snapshots: null, newer: false },
  });
});

it("reads only the segments that may hold what came after the snapshot", async () => {
  const place = await writtenJournal([ONE], [TWO], [THREE]);
  const files = faultyFiles();
  const { records, lastSeq } = await readJournal(files, place, 2);
  expect([records, lastSeq]).toEqual([[{ seq: 3, command: THREE }], 3]);
  expect(files.log.filter((call) => call.startsWith("read"))).toEqual(["read 00000003.jsonl"]);
  expect(await found(place, 3)).toEqual({ records: [], flaws: [], lastSeq: 3 });
});

it("is empty where there is none, and passes over names that are not its own", async () => {
  const place = await journalPlace();
  expect(await readJournal(nodeFiles, place, 7)).toEqual({
    ...{ place, segments: [], records: [], lastSeq: 7, flaws: [], snapshots: null, newer: false },
  });
  const other = await writtenJournal([ONE]);
  for (const name of ["1.jsonl", "00000009.json", ".parallax-x.tmp"]) await writeFile(join(other.path, name), "{}");
  expect(await segmentNumbers(nodeFiles, other)).toEqual([1]);
});

it.each(["a half line", "a few bytes", "bytes that the disk gives back as NUL", "a line that was cut in two"])(
  "passes over what a write that was broken off has left: %s",
  async (kind) => {
    const place = await journalPlace();
    const journal = await heldJournal(place, 0);
    await journal.append([ONE, TWO]);
    const line = Buffer.from(encodeLine({ seq: 3, command: THREE }));
    const tails = { "a half line": line.subarray(0, 60), "a few bytes": line.subarray(0, 3) };
    const holes = { "bytes that the disk gives back as NUL": Buffer.from(line).fill(0, 20, 60) };
    const cut = { "a line that was cut in two": Buffer.concat([Buffer.alloc(50), line.subarray(50)]) };
    await appendFile(file(place, 1), { ...tails, ...holes, ...cut }[kind] ?? "");
    expect(await found(place)).toEqual({ records: ALL.slice(0, 2), flaws: [], lastSeq: 2 });
    const next = await heldJournal(place, 2);
    await next.append([THREE]);
    await next.release(false);
    expect(await found(place)).toEqual({ records: ALL, flaws: [], lastSeq: 3 });
  },
);

it("keeps what is whole around damage in the middle, and names what is missing", async () => {
  const place = await writtenJournal([ONE, TWO, THREE]);
  await damageLine(place, 1, 4);
  expect(await found(place)).toEqual({
    records: [ALL[0], ALL[2]],
    flaws: [
      [1, "change 2 is missing"],
      [1, "line 4 does not fit its checksum"],
    ],
    lastSeq: 3,
  });
  // A snapshot that contains it makes up for it.
  expect((await found(place, 2)).records).toEqual([ALL[2]]);
});

it("names a last record that was written in full and damaged later", async () => {
  const place = await journalPlace();
  await (await heldJournal(place, 0)).append([ONE, TWO]);
  await damageLine(place, 1, 4);
  expect(await found(place)).toEqual({
    records: [ALL[0]],
    flaws: [[1, "line 4 does not fit its checksum"]],
    lastSeq: 1,
  });
});

it("does not take zeros for a broken-off write when whole lines follow them", async () => {
  const place = await writtenJournal([ONE, TWO, THREE]);
  const { bytes, starts } = await linesOf(place, 1);
  await writeFile(file(place, 1), bytes.fill(0, starts[2], (starts[2] ?? 0) + 40));
  expect(await found(place)).toEqual({
    records: ALL.slice(1),
    flaws: [
      [1, "change 1 is missing"],
      [1, "line 3 does not fit its checksum"],
    ],
    lastSeq: 3,
  });
});

it("takes zeros among records that were written at once for a broken-off write, as nothing came after it", async () => {
  const place = await journalPlace();
  const journal = await heldJournal(place, 0);
  await journal.append([ONE]);
  await journal.append([TWO, THREE, ONE]);
  const { bytes, starts } = await linesOf(place, 1);
  await writeFile(file(place, 1), bytes.fill(0, starts[4], (starts[4] ?? 0) + 40));
  // The first of the three is whole; none of them was acknowledged, and none that is whole is in the way.
  expect(await found(place)).toEqual({ records: ALL.slice(0, 2), flaws: [], lastSeq: 2 });
});

it("names a damaged first line, and reads the others", async () => {
  const place = await writtenJournal([ONE, TWO, THREE]);
  await damageLine(place, 1, 1);
  expect(await found(place)).toEqual({
    records: ALL,
    flaws: [
      [1, "its first line is damaged"],
      [1, "line 1 does not fit its checksum"],
    ],
    lastSeq: 3,
  });
});

it("names what is missing where the next segment shows that a torn one was longer", async () => {
  const place = await writtenJournal([ONE, TWO], [THREE]);
  const { starts } = await linesOf(place, 1);
  await truncate(file(place, 1), (starts[3] ?? 0) + 10);
  expect(await found(place)).toEqual({
    records: [ALL[0], ALL[2]],
    flaws: [[2, "change 2 is missing"]],
    lastSeq: 3,
  });
  await truncate(file(place, 1), 0);
  expect(await found(place)).toEqual({
    records: [ALL[2]],
    flaws: [
      [1, "its first line is damaged"],
      [2, "changes 1 to 2 are missing"],
    ],
    lastSeq: 3,
  });
});

it("says nothing of damage after the last record that the next segment has seen", async () => {
  const place = await writtenJournal([ONE, TWO], [THREE]);
  await appendFile(file(place, 1), "00000000 {}\n");
  expect(await found(place)).toEqual({ records: ALL, flaws: [], lastSeq: 3 });
});

it("passes over what a displaced window wrote before it looked", async () => {
  const place = await writtenJournal([ONE], [TWO]);
  await appendFile(file(place, 1), encodeLine({ seq: 2, command: THREE }));
  await appendFile(file(place, 1), "half a li");
  expect(await found(place)).toEqual({ records: ALL.slice(0, 2), flaws: [], lastSeq: 2 });
});

it("passes over it also when segments follow in which nothing was written", async () => {
  const place = await writtenJournal([ONE]);
  await (await heldJournal(place, 1)).release(false);
  await (await heldJournal(place, 1)).release(false);
  const last = await heldJournal(place, 1);
  await appendFile(file(place, 1), encodeLine({ seq: 2, command: THREE }));
  await last.append([TWO]);
  expect(await found(place)).toEqual({ records: ALL.slice(0, 2), flaws: [], lastSeq: 2 });
});

it("does not take one segment for another", async () => {
  const place = await writtenJournal([ONE], [TWO]);
  await writeFile(file(place, 3), await readFile(file(place, 1)));
  expect((await found(place)).flaws).toEqual([
    [3, "its first line is damaged"],
    [3, "line 1 does not fit its checksum"],
  ]);
  expect((await found(place)).records).toEqual(ALL.slice(0, 2));
});

it("names the changes that were in a segment which is gone", async () => {
  const place = await writtenJournal([ONE], [TWO], [THREE]);
  await rename(file(place, 2), join(place.path, "elsewhere"));
  expect(await found(place)).toEqual({
    records: [ALL[0], ALL[2]],
    flaws: [[3, "change 2 is missing"]],
    lastSeq: 3,
  });
  expect(await found(place, 2)).toEqual({ records: [ALL[2]], flaws: [], lastSeq: 3 });
});

it("reads segments of the first version, whose first line says where they go on from", async () => {
  const place = await writtenJournal([ONE], [TWO]);
  const old = (json: string) => `${crc32(json).toString(16).padStart(8, "0")} ${json}\n`;
  await writeFile(file(place, 1), `${old('{"segment":1,"after":0}')}${old(JSON.stringify({ seq: 1, command: ONE }))}`);
  const { segments } = await readJournal(nodeFiles, place, 0);
  expect(segments[0]).toMatchObject({ header: { schemaVersion: 1, segment: 1, after: 0 }, after: 0, released: false });
  expect(await found(place)).toEqual({ records: ALL.slice(0, 2), flaws: [], lastSeq: 2 });
});

it("knows a segment that a newer version has written", async () => {
  const place = await writtenJournal([ONE]);
  await writeFile(file(place, 2), encodeLine({ schemaVersion: SCHEMA_VERSION + 1, segment: 2 }));
  expect((await readJournal(nodeFiles, place, 0)).newer).toBe(true);
});

it("says which file the system does not let it read", async () => {
  const place = await writtenJournal([ONE]);
  const files = faultyFiles((call) => (call === "read" ? "EACCES" : undefined));
  await expect(readJournal(files, place, 0)).rejects.toMatchObject({
    code: "refused",
    message: expect.stringContaining("bridge/journal/anna/00000001.jsonl could not be read: this user account"),
  });
});

it("passes over what somebody writes into an empty segment, unaware that others have gone on without it", async () => {
  const place = await journalPlace();
  const first = await heldJournal(place, 0);
  await first.append([ONE]);
  const second = await heldJournal(place, 1);
  // It looks for a successor only when it has written.
  await expect(first.append([TWO])).rejects.toThrow("was taken over");
  const owner = journalOwner("third");
  const segment = await holdJournal(nodeFiles, place, owner, 3);
  if (!segment) throw new Error("nobody else wanted it");
  expect(await found(place)).toEqual({ records: ALL.slice(0, 2), flaws: [], lastSeq: 2 });
  const third = openJournal(nodeFiles, place, owner, segment, { after: 2, without: [2] });
  await expect(second.append([THREE])).rejects.toThrow("was taken over");
  await third.append([THREE]);
  expect(await found(place)).toEqual({ records: ALL, flaws: [], lastSeq: 3 });
  await third.cut();
  await third.prune(1);
  expect(await segmentNumbers(nodeFiles, place)).toEqual([1, 2, 3, 4]);
  await third.prune(2);
  expect(await segmentNumbers(nodeFiles, place)).toEqual([3, 4]);
  for (const journal of [first, second, third]) await journal.release(false);
});
