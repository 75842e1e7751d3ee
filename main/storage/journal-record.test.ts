import { expect, it } from "vitest";
import { z } from "zod";
import { MarkId } from "../../annotations/model/id.ts";
import { decodeHeader, decodeRecord, encodeLine, JournalRecord, SegmentHeader } from "./journal-record.ts";
import { ANNA, MOMENT } from "./testing/example-project.ts";

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
  expect(decodeRecord(line)).toEqual(RECORD);
  for (let bit = 0; bit < line.length * 8; bit++) {
    const flipped = Buffer.from(line);
    flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    expect(decodeRecord(flipped), `bit ${bit}`).toBeNull();
  }
});

it("reads nothing from a line that is whole but no record", () => {
  // The CRC-32 of the nine digits is the check value of the algorithm.
  expect(decodeRecord(Buffer.from("cbf43926 123456789"))).toBeNull();
  expect(decodeRecord(Buffer.from(""))).toBeNull();
});

it("tells headers from records", () => {
  const header = { segment: 3, after: 106 };
  const line = Buffer.from(encodeLine(header)).subarray(0, -1);
  expect(decodeHeader(line)).toEqual(header);
  expect(decodeRecord(line)).toBeNull();
  expect(decodeHeader(Buffer.from(LINE))).toBeNull();
});

// After a change of the records: `npx vitest run main/storage/journal-record -u`, and look at what changed.
it.each([
  ["journal-header", SegmentHeader],
  ["journal-record", JournalRecord],
] as const)("reads what the JSON Schema of %s says", async (name, schema) => {
  const generated = z.toJSONSchema(schema, { target: "draft-2020-12" });
  const file = `../../annotations/schema/${name}.schema.json`;
  await expect(`${JSON.stringify(generated, null, 2)}\n`).toMatchFileSnapshot(file);
});
