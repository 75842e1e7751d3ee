import { describe, expect, it } from "vitest";
import { textFile } from "../input-file.ts";
import { brat } from "./brat.ts";

const read = (files: Readonly<Record<string, string>>) =>
  brat.reader.read(Object.entries(files).map(([path, text]) => textFile(path, text)));

const TEXT = "The ferry 🛶 sank.\r\nNobody saw it sink.\r\n";
const place = (start: number, end: number) => ({ start, end, unit: "code-point" });

describe("the reader of brat standoff", () => {
  it("reads text-bound annotations, triggers of events, attributes and notes", () => {
    const lines = [
      "T1\tPerson 4 9\tferry",
      "T2\tC1/refutes 12 16;19 25\tsank Nobody",
      "E1\tSinking:T3 Theme:T1",
      "T3\tSinking 33 37\tsink",
      "A1\tNegation E1",
      "A2\tCertainty E1 Probable",
      "M1\tSpeculation T1",
      "R1\tSame Arg1:T1 Arg2:T2",
      "*\tEquiv T1 T2",
      "N1\tReference T1 Wikipedia:42\tFerry",
      "#1\tAnnotatorNotes T1\tA boat",
      "#2\tAnnotatorNotes R1\tWhy?",
      "",
    ];
    const found = read({ "a.txt": TEXT, "a.ann": lines.join("\n") });
    expect(found.marks).toEqual([
      {
        ...{ at: "line 1", source: "a", tags: [{ label: "label Person", note: "A boat" }] },
        ranges: [{ position: place(4, 9), quote: "ferry" }],
      },
      {
        ...{ at: "line 2", source: "a", tags: [{ label: "label C1/refutes" }] },
        ranges: [
          { position: place(12, 16), quote: "sank" },
          { position: place(19, 25), quote: "Nobody" },
        ],
      },
      {
        ...{ at: "line 4", source: "a", tags: [{ label: "label Sinking", certainty: "probable" }] },
        ranges: [{ position: place(33, 37), quote: "sink" }],
      },
    ]);
    expect(found.sources).toEqual([{ key: "a", originalName: "a.txt", title: "a", text: TEXT }]);
    const left = (at: string, what: string) => ({
      at,
      message: `${what} have no place here and are left out: 1, the first is this.`,
    });
    expect(found.problems).toEqual([
      left("line 3", "Arguments of events"),
      left("line 8", "Relations"),
      left("line 9", "Equivalences"),
      left("line 10", "Normalisations"),
      left("line 5", "Attributes “Negation”"),
      left("line 7", "Attributes “Speculation”"),
      left("line 12", "Comments on what is no text-bound annotation or event"),
    ]);
  });

  it("reports lines that it cannot understand, and reads the others", () => {
    const lines = [
      "T1\tC1 4 4\t",
      "T2\tC1 -1 9\tx",
      "T3\tC1 4 9 11\tx",
      "T4\tC1 9 4\tx",
      "T5\tC1 4 9\tferry",
      "T5\tC1 0 3\tThe",
      "nonsense",
      "E1\tC1",
    ];
    const found = read({ "a.ann": `${lines.join("\n")}\n` });
    expect(found.marks.map(({ at }) => at)).toEqual(["line 5"]);
    expect(found.problems).toEqual([
      { at: "line 1", message: "It ends before or where it starts." },
      { at: "line 2", message: "Its place is not “start end” in whole numbers." },
      { at: "line 3", message: "Its place is not “start end” in whole numbers." },
      { at: "line 4", message: "It ends before or where it starts." },
      { at: "line 6", message: "Another annotation before it has the id T5; it is left out." },
      { at: "line 7", message: "This is no line of brat standoff." },
      { at: "line 8", message: "It is an event without a trigger." },
    ]);
  });

  it("takes folders with the same document for analysts, and others for parts of one collection", () => {
    const line = "T1\tC1 0 3\tThe\n";
    const shared = read({ "ada/x.txt": TEXT, "ada/x.ann": line, "bo/x.txt": TEXT, "bo/x.ann": line });
    expect(shared.marks.map(({ at, source, analyst }) => [at, source, analyst])).toEqual([
      ["ada/x.ann, line 1", "x", "ada"],
      ["bo/x.ann, line 1", "x", "bo"],
    ]);
    const parts = read({ "ada/x.ann": line, "bo/y.a1": line, "bo/y.a2": "E1\tC1:T1\n" });
    expect(parts.marks.map(({ source, analyst }) => [source, analyst])).toEqual([
      ["ada/x", undefined],
      ["bo/y", undefined],
    ]);
  });

  it("refuses files without annotations, and knows those that have some", () => {
    expect(() => read({ "a.txt": TEXT })).toThrow("No file among these has annotations of brat (.ann).");
    const knows = (path: string, text: string) => brat.reader.recognises([textFile(path, text)]);
    expect([
      knows("a.ann", "T1\tC1 0 3\tThe"),
      knows("a.ann", ""),
      knows("a.ann", "{}"),
      knows("a.txt", "T1\t"),
    ]).toEqual([true, true, false, false]);
  });
});
