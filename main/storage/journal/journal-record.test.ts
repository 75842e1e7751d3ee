import { crc32 } from "node:zlib";
import { expect, it } from "vitest";
import { z } from "zod";
import { MarkId, ProjectId } from "../../../annotations/model/id.ts";
import { ANNA, MOMENT } from "../testing/example-project.ts";
import {
  decodeLine,
  encodeLine,
  isContinuation,
  isHeader,
  isRecord,
  isRelease,
  type JournalLine,
  JournalRecord,
  SegmentHeader,
} from "./journal-record.ts";

const RECORD: JournalRecord = {
  seq: 7,
  command: {
    kind: "remove-mark",
    analyst: ANNA.id,
    at: MOMENT,
    markId: MarkId.parse("11111111-2222-4333-8444-555555555555"),
  },
};

const LINE =
  'f6ee4428 {"seq":7,"command":{"kind":"remove-mark","analyst":"0a11a000-0000-4000-8000-000000000001","at":"2026-11-21T08:00:00.000Z","markId":"11111111-2222-4333-8444-555555555555"}}';

it("writes the CRC-32 of the JSON, a space, the JSON and a line feed", () => {
  expect(Buffer.from(encodeLine(RECORD)).toString()).toBe(`${LINE}\n`);
});

it("reads a line back, and nothing that differs from it in a single bit", () => {
  const line = Buffer.from(LINE);
  expect(decodeLine(line)).toEqual(RECORD);
  for (let bit = 0; bit < line.length * 8; bit++) {
    const flipped = Buffer.from(line);
    flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    expect(decodeLine(flipped), `bit ${bit}`).toBeNull();
  }
});

it("reads nothing from a line that is whole but no record", () => {
  // The CRC-32 of the nine digits is the check value of the algorithm.
  expect(decodeLine(Buffer.from("cbf43926 123456789"))).toBeNull();
  expect(decodeLine(Buffer.from(""))).toBeNull();
});

const HOLDER = { session: "s", host: "desk", machine: "m", pid: 7, started: "boot 1" };
const HEADER = {
  ...{ schemaVersion: 2, segment: 3, owner: HOLDER, analyst: ANNA },
  projectId: ProjectId.parse("5c0d3b9e-6c1c-4a55-9a0e-2f3f0d5d7b11"),
};

it.each<[string, JournalLine]>([
  ["header", HEADER],
  // The first version of the format.
  ["header", { schemaVersion: 1, segment: 3, after: 106 }],
  ["continuation", { after: 106 }],
  ["record", RECORD],
  ["release", { released: MOMENT }],
])("tells a %s from the other lines", (kind, line) => {
  const decoded = decodeLine(Buffer.from(encodeLine(line)).subarray(0, -1));
  if (decoded === null) throw new Error("the line was not read");
  expect(decoded).toEqual(line);
  const kinds = { header: isHeader, continuation: isContinuation, record: isRecord, release: isRelease };
  const fitting = Object.entries(kinds).filter(([, is]) => is(decoded));
  expect(fitting.map(([name]) => name)).toEqual([kind]);
});

it("takes a header without a version for one of the first", () => {
  const json = '{"segment":3,"after":106}';
  const crc = crc32(json).toString(16).padStart(8, "0");
  expect(decodeLine(Buffer.from(`${crc} ${json}`))).toEqual({ schemaVersion: 1, segment: 3, after: 106 });
});

// After a change of the records: `npx vitest run main/storage/journal/journal-record -u`, and look at what changed.
it.each([
  ["journal-header", SegmentHeader],
  ["journal-record", JournalRecord],
] as const)("reads what the JSON Schema of %s says", async (name, schema) => {
  const generated = z.toJSONSchema(schema, { target: "draft-2020-12" });
  const file = `../../../annotations/schema/${name}.schema.json`;
  await expect(`${JSON.stringify(generated, null, 2)}\n`).toMatchFileSnapshot(file);
});
