import { STANCES, type Stance } from "../../model/stance.ts";
import { Value } from "../../model/value.ts";
import { type ReadRange, ReadTag } from "../reading/read-annotations.ts";
import type { ReadBuilder } from "../reading/read-builder.ts";
import type { CsvColumn } from "./csv-columns.ts";
import type { CsvRow } from "./csv-row.ts";

/** The stretch that a row names by its place, its quote or both; null where it names none, which is reported. */
export function rangeOf(row: CsvRow): ReadRange | null {
  const [start, end] = [row.number("start"), row.number("end")];
  const quote = row.text("quote");
  const context = { ...row.given("prefix", "prefix"), ...row.given("suffix", "suffix") };
  if (start === null && end === null) {
    if (quote !== "") return { quote, ...context };
    row.problem("It has neither a place nor a quote; the row is left out.");
    return null;
  }
  const isPlace = Number.isSafeInteger(start) && Number.isSafeInteger(end) && 0 <= (start ?? -1);
  if (!isPlace || start === null || end === null || start >= end) {
    row.problem("“start” and “end” are not two whole numbers from 0, the second the greater; the row is left out.");
    return null;
  }
  const position = { start, end, unit: "code-point" } as const;
  return { position, ...(quote === "" ? {} : { quote }), ...context };
}

/** The fields of a tag that are one word or text, by their columns and what they are called in a report. */
const FIELDS = [
  ["stance", "stance", "stance"],
  ["voice", "voice", "voice"],
  ["speaker", "speaker", "speaker"],
  ["attitude", "attitude", "attitude"],
  ["certainty", "certainty", "certainty"],
  ["confidence", "confidence", "confidence"],
  ["note", "note", "note"],
] as const satisfies readonly (readonly [keyof ReadTag, CsvColumn, string])[];

/** The tag of a row; null where it has neither a claim nor a stance. What cannot be understood of it is reported. */
export function tagOf(row: CsvRow, builder: ReadBuilder): ReadTag | null {
  const label = labelOf(row, builder);
  if (label === null) return null;
  const fields = FIELDS.flatMap(([name, column, word]) => {
    const text = row.text(column);
    if (text === "") return [];
    const found = ReadTag.shape[name].safeParse(column === "speaker" || column === "note" ? text : wordOf(text));
    if (found.success) return [[name, found.data]];
    row.problem(`Its ${word} cannot be understood; it is left out.`);
    return [];
  });
  const value = valueIn(row);
  return { ...row.given("id", "tagId"), label, ...Object.fromEntries(fields), ...(value ? { value } : {}) };
}

function wordOf(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, "-");
}

/** The label of a row: of the claim that it describes, or, where it says no stance, made up of the name alone. */
function labelOf(row: CsvRow, builder: ReadBuilder): string | null {
  const name = row.text("claim").trim();
  const claim = claimOf(row, builder);
  if (claim !== null) return builder.claimLabel(claim, name);
  const stance = stanceOf(row);
  return name === "" ? stance && builder.label(stance) : builder.label(name);
}

/** The claim that a row describes; null where only a name stands, which may mean a stance too. */
export function claimOf(row: CsvRow, builder: ReadBuilder): string | null {
  const label = row.text("claim").trim();
  const id = row.text("claimUuid");
  if (id === "" && (label === "" || !stanceOf(row))) return null;
  const key = id === "" ? `named ${label}` : id;
  return builder.claim({ key, ...row.given("id", "claimUuid"), label, ...row.given("text", "claimText") });
}

function stanceOf(row: CsvRow): Stance | null {
  return STANCES.find((one) => one === wordOf(row.text("stance"))) ?? null;
}

function valueIn(row: CsvRow): Value | null {
  const kind = wordOf(row.text("valueKind"));
  const words = row.text("valueWords");
  if (kind === "" || words === "") return null;
  const found = Value.safeParse({ words, kind, ...boundsOf(row, kind) });
  if (found.success) return found.data;
  row.problem("Its value cannot be understood; it is left out.");
  return null;
}

function boundsOf(row: CsvRow, kind: string): object {
  const approximate = row.says("valueApproximate") ? { approximate: true } : {};
  const [least, most] = [row.says("valueLeastExcluded"), row.says("valueMostExcluded")];
  if (kind === "place") return { name: row.text("valueMeans") };
  if (kind === "date") {
    const ends = { from: row.text("valueLeast"), to: row.text("valueMost") };
    return { ...ends, ...(least ? { fromExcluded: true } : {}), ...(most ? { toExcluded: true } : {}), ...approximate };
  }
  const ends = { least: row.number("valueLeast"), most: row.number("valueMost"), unit: row.text("valueUnit") };
  return {
    ...ends,
    ...(least ? { leastExcluded: true } : {}),
    ...(most ? { mostExcluded: true } : {}),
    ...approximate,
  };
}
