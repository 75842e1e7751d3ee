import spectrum from "csv-spectrum";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CsvRecord, csvRecords } from "./csv-records.ts";
import { csvLines } from "./csv-table.ts";

const recordsOf = (...parts: readonly string[]): CsvRecord[] => [...csvRecords(parts, ",")];

const fieldsOf = (text: string) => recordsOf(text).map(({ fields }) => fields);

describe("csvRecords", () => {
  it("reads every file of csv-spectrum", async () => {
    const samples = await new Promise<readonly spectrum.Sample[]>((resolve) => spectrum((_, all) => resolve(all)));
    const read = samples.map(({ name, csv }) => {
      const [header = [], ...rows] = fieldsOf(csv.toString());
      return { name, objects: rows.map((row) => Object.fromEntries(header.map((column, i) => [column, row[i]]))) };
    });
    expect(read.length).toBe(12);
    const expected = samples.map(({ name, json }) => ({ name, objects: [JSON.parse(json.toString())].flat() }));
    // The suite's JSON of this file has another telephone number than its CSV.
    const coordinates = expected.find(({ name }) => name === "location_coordinates");
    Object.assign(coordinates?.objects[0] ?? {}, { "Contact Phone Number": "2095257564" });
    expect(read).toEqual(expected);
  });

  it("gives back what was written, with the line of each record", () => {
    const field = fc.string({ unit: fc.constantFrom('"', ",", ";", "\r", "\n", "\t", "=", "'", " ", "a", "渡") });
    const row = fc.array(field, { minLength: 2, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        const text = [...csvLines({ header: ["a", "b"], rows })];
        const lines = text.map(
          (_, i) =>
            1 +
            (text
              .slice(0, i)
              .join("")
              .match(/\r\n?|\n/g)?.length ?? 0),
        );
        const records = recordsOf(text.join(""));
        expect(records.map(({ fault, line }) => [fault, line])).toEqual(lines.map((line) => [null, line]));
        expect(records.length).toBe(rows.length + 1);
      }),
    );
  });

  it("takes LF, CRLF and CR for line ends, and a CR before LF for none of the last field", () => {
    expect(["a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r1,2", "a,b\n1,2\r\n"].map(fieldsOf)).toEqual(
      Array(4).fill([
        ["a", "b"],
        ["1", "2"],
      ]),
    );
  });

  it("names what is wrong with a record and its line, and reads what follows", () => {
    const records = recordsOf('a,b\n\n"x" y,1\n"z",2\n3,\0\n4,"open');
    expect(records.map(({ line, fault }) => [line, fault])).toEqual([
      [1, null],
      [3, "has a quotation mark in a place where none may stand"],
      [5, "has a NUL character"],
      [6, "has a quotation mark that is never closed"],
    ]);
  });

  it("reads the same whatever the parts in which the text comes", () => {
    const text = fc.string({ unit: fc.constantFrom('"', '"', ",", "\r\n", "\n", "\r", "a"), maxLength: 40 });
    fc.assert(
      fc.property(text, fc.array(fc.nat(40)), (whole, cuts) => {
        const places = [0, ...cuts.map((cut) => Math.min(cut, whole.length)).sort((a, b) => a - b), whole.length];
        const parts = places.slice(1).map((end, i) => whole.slice(places[i], end));
        // The line end is that of the first part.
        const first = whole.slice(0, (/\r\n|\n|\r/.exec(whole)?.index ?? 0) + 2);
        expect(recordsOf(first, ...partsAfter(parts, first.length))).toEqual(recordsOf(whole));
      }),
      { numRuns: 300 },
    );
  });

  it("reads a record of a million fields", () => {
    expect(fieldsOf(",".repeat(1_000_000)).map((fields) => fields.length)).toEqual([1_000_001]);
  });
});

/** The parts of a text without its first characters. */
function partsAfter(parts: readonly string[], length: number): readonly string[] {
  let left = length;
  return parts.map((part) => {
    const rest = part.slice(Math.max(0, left));
    left -= part.length;
    return rest;
  });
}
