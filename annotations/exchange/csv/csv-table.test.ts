/// <reference path="./papaparse.d.ts" />
import fc from "fast-check";
import papa from "papaparse";
import { describe, expect, it } from "vitest";
import { csvRows } from "../../testing/csv-rows.ts";
import { csvTable, unguarded } from "./csv-table.ts";

/** How one value stands in its cell. */
const cell = (value: string) => csvRows(csvTable(["h"], [[value]]))[1]?.[0];

describe("csvLines", () => {
  it("quotes every field, doubles quotes, and ends every line with CRLF", () => {
    expect(
      csvTable(
        ["a", "b"],
        [
          ["1", 'say "x", y'],
          ["two\nlines", ""],
        ],
      ),
    ).toBe('"a","b"\r\n"1","say ""x"", y"\r\n"two\nlines",""\r\n');
    expect(csvTable(["a"], [])).toBe('"a"\r\n');
  });

  it.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\tx",
    "\rx",
    " =1",
    "\u00a0=1",
    "\u3000\n =1",
    "＝1",
    "text\n=1",
    "text\r-1",
    "text\r\n \u00a0@x",
    "'=1",
    "''-1",
    "' =1",
  ])("puts an apostrophe before %j, which a spreadsheet might run", (value) => {
    expect(cell(value)).toBe(`'${value}`);
  });

  it.each(["", "1-1", "a=b", "a@b.example", "‘=1’", "−1", "'tis", " text", "text\n\ntext", '"=1"', "#=1"])(
    "leaves %j as it is",
    (value) => {
      expect(cell(value)).toBe(value);
    },
  );

  it("can be read back by any reader of RFC 4180, and by one who takes the apostrophes away again", () => {
    const value = fc.oneof(
      fc.string({
        unit: fc.constantFrom("=", "+", "-", "@", "'", '"', ",", " ", "\t", "\r", "\n", "\u00a0", "a", "渡", "👩"),
      }),
      fc.string({ unit: "binary" }),
    );
    const table = fc.nat(4).chain((more) => {
      const row = fc.array(value, { minLength: more + 1, maxLength: more + 1 });
      return fc.tuple(row, fc.array(row, { maxLength: 4 }));
    });
    fc.assert(
      fc.property(table, ([header, rows]) => {
        const text = csvTable(header, rows);
        const read = csvRows(text);
        // A program that others wrote reads the same.
        const parser = new papa.Parser({ delimiter: ",", newline: "\r\n", fastMode: false });
        expect(parser.parse(text, 0, false).data.slice(0, -1)).toEqual(read);
        expect(read.map((row) => row.map(unguarded))).toEqual([header, ...rows]);
        expect(read.flat().filter((field) => runs(field))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

/** What a spreadsheet runs: a cell that a carriage return or a tab opens, or one of the formula signs, blanks aside. */
function runs(field: string): boolean {
  const inner = field.trimStart();
  const blanks = field.slice(0, field.length - inner.length);
  return /[\t\r]/.test(blanks) || "=+-@＝＋－＠".includes(inner[0] ?? "nothing");
}
