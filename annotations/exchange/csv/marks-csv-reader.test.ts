import { describe, expect, it } from "vitest";
import { ClaimId, SourceId } from "../../model/id.ts";
import { article } from "../../testing/article.ts";
import { knownId } from "../../testing/known-id.ts";
import { AT, annotationsOf, claim, mark, projectOf, tag } from "../../testing/project.ts";
import { VALUES } from "../../testing/values.ts";
import { textFile } from "../input-file.ts";
import { written, writtenText } from "../written.ts";
import { marksCsv } from "./marks-csv.ts";

const { reader } = marksCsv;
const read = (text: string) => reader.read([textFile("marks.csv", text)]);

const ferry = article("The [ferry] sank,\n[all] saw it.", { title: "=The Ferry", url: "https://ferry.example/1" });
const bridge = article("The 🛶 [bridge] stood.", { id: knownId(SourceId, 2), order: 1, outlet: "Rivernet" });
const marks = [
  {
    ...mark(
      1,
      ferry,
      ...VALUES.map((value, i) => tag(i + 1, 1, "supports", { value })),
      tag(20, 2, "refutes", { voice: "quoted-direct", speaker: "@Omar", attitude: "distances", note: "a\r\nb\n=c" }),
    ),
    note: "'=Which?",
    toDiscuss: true,
  },
  mark(2, bridge),
];
const cellNote = { claimId: knownId(ClaimId, 2), sourceId: ferry.source.id, text: "Two\nlines", at: AT };
const set = annotationsOf(1, { claims: [claim(1), claim(2, { text: 'It "sank"' })], marks, cellNotes: [cellNote] });
const project = projectOf([ferry.source, bridge.source], [set]);

describe("the reader of marks as CSV", () => {
  it("finds in an export what the export carries", () => {
    const found = read(writtenText(marksCsv, { project, sets: [set] }));
    const positioned = (ranges: readonly { start: number; end: number }[]) =>
      ranges.map(({ start, end, ...rest }) => ({
        position: { start, end, unit: "code-point" },
        ...Object.fromEntries(Object.entries(rest).filter(([, text]) => text !== "")),
      }));
    const labelOf = (id: string) => found.labels.find((label) => label.claim === id)?.key;
    expect(found.problems).toEqual([]);
    expect(found.marks).toEqual([
      {
        at: "line 2",
        id: marks[0]?.id,
        source: ferry.source.id,
        analyst: set.analyst.id,
        note: "'=Which?",
        toDiscuss: true,
        createdAt: AT,
        ranges: positioned(ferry.ranges),
        tags: marks[0]?.tags.map(({ claimId, speaker, note, attitude, ...rest }) => ({
          ...{ ...rest, label: labelOf(claimId) },
          ...(speaker === "" ? {} : { speaker, note, attitude }),
        })),
      },
      {
        ...{ at: "line 44", id: marks[1]?.id, source: bridge.source.id, analyst: set.analyst.id, createdAt: AT },
        ...{ ranges: positioned(bridge.ranges), tags: [] },
      },
    ]);
    expect(found.claims).toEqual([
      { key: claim(1).id, id: claim(1).id, label: "C1", text: "Claim 1" },
      { key: claim(2).id, id: claim(2).id, label: "C2", text: 'It "sank"' },
    ]);
    expect(found.sources).toMatchObject([
      { id: ferry.source.id, title: "=The Ferry", url: "https://ferry.example/1", originalName: "article.txt" },
      { id: bridge.source.id, outlet: "Rivernet" },
    ]);
    expect(found.analysts).toEqual([{ key: set.analyst.id, ...set.analyst }]);
    expect(found.cells).toMatchObject([{ claim: claim(2).id, source: ferry.source.id, note: "Two\nlines" }]);
  });

  it.each([",", ";", "\t"])("reads a table from elsewhere that is divided by %j", (comma) => {
    const lines = ["\uFEFFDocument name|Coder|Code|Quotation", "a.txt|Ada|C1/refutes|it sank", "a.txt|Ada|C2|it sank"];
    const found = read(`${lines.join("\n").replaceAll("|", comma).replace("\uFEFF", "")}\n`);
    expect(found.marks).toMatchObject([
      { at: "line 2", ranges: [{ quote: "it sank" }], tags: [{ label: "label C1/refutes" }, { label: "label C2" }] },
    ]);
    expect(found.labels).toMatchObject([
      { name: "C1/refutes", claim: "named C1", stance: "refutes" },
      { name: "C2", claim: "named C2", stance: null },
    ]);
    expect([found.sources, found.analysts]).toMatchObject([[{ originalName: "a.txt" }], [{ name: "Ada" }]]);
  });

  it("reports each row that it cannot understand, and reads the others", () => {
    const rows = [
      "source,start,end,label,stance",
      "a,0,4,C1,Supports",
      "a,4,4,C1,supports",
      "a,1.5,4,C1,supports",
      "a,-1,4,C1,supports",
      ",0,4,C1,supports",
      "a,,,C1,supports",
      "a,0,4",
      'a,0,"4"x,C1,supports',
      'b,5,6,C1,"no"',
    ];
    const { marks: found, problems } = read(rows.join("\n"));
    const notPlaced =
      "“start” and “end” are not two whole numbers from 0, the second the greater; the row is left out.";
    expect(problems).toEqual([
      { at: "line 3", message: notPlaced },
      { at: "line 4", message: notPlaced },
      { at: "line 5", message: notPlaced },
      { at: "line 6", message: "It names no article; the row is left out." },
      { at: "line 7", message: "It has neither a place nor a quote; the row is left out." },
      { at: "line 8", message: "The row has 3 fields, the header 5; it is left out." },
      { at: "line 9", message: "The row has a quotation mark in a place where none may stand; it is left out." },
    ]);
    expect(found.map(({ at }) => at)).toEqual(["line 2"]);
  });

  it("refuses a table without the columns that it needs, and an empty file", () => {
    expect(() => read("source,quote\n1,2\n")).toThrow(
      "“marks.csv” has no column for the claim (“claim_id” or “label”) in its first line.",
    );
    expect(() => read("\n\n")).toThrow("“marks.csv” is empty.");
  });

  it("knows its files by their header", () => {
    const knows = (text: string) => reader.recognises([textFile("x", text)]);
    expect(
      [writtenText(marksCsv, { project, sets: [set] }), "doc;start;end;label\n", "a,b\n", "{}", ""].map(knows),
    ).toEqual([true, true, false, false, false]);
  });

  it("says what it leaves behind", () => {
    const { losses } = written(marksCsv, { project, sets: [set] });
    expect(losses).toEqual(["The texts of 2 articles stay behind.", "1 note on cells stays behind."]);
  });
});
