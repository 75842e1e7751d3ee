import { describe, expect, it } from "vitest";
import { article } from "../../testing/article.ts";
import { annotationsOf, claim, mark, projectOf, tag } from "../../testing/project.ts";
import { textFile } from "../input-file.ts";
import { writtenText } from "../written.ts";
import { doccano } from "./doccano.ts";
import examples from "./published/examples.json" with { type: "json" };

function read(text: string) {
  return doccano.reader.read([textFile("a.jsonl", text)]);
}

/** What is marked, as doccano would show it: `ORG: EU`. */
function spans(text: string): readonly string[] {
  const { marks, labels } = read(text);
  const names = new Map(labels.map(({ key, name }) => [key, name]));
  return marks.map(
    ({ ranges, tags }) => `${names.get(tags[0]?.label ?? "")}: ${ranges.map(({ quote }) => quote).join("…")}`,
  );
}

describe("doccano’s own examples", () => {
  it.each([
    ["sequence_labeling/example.jsonl", ["ORG: EU", "MISC: German", "PERSON: Peter Blackburn", "PERSON: Obama"]],
    ["sequence_labeling/download/example.jsonl", ["2: EU", "1: Peter Blackburn", "1: Obama"]],
    ["sequence_labeling/example_overlapping.jsonl", ["LOC: e", "LOC: e"]],
    [
      "relation_extraction/example.jsonl",
      ["ORG: Google", "DATE: September 4, 1998", "PERSON: Larry Page", "PERSON: Sergey Brin"],
    ],
  ] as const)("are read: %s", (name, expected) => {
    expect(doccano.reader.recognises([textFile("a.jsonl", examples[name])])).toBe(true);
    expect(spans(examples[name])).toEqual(expected);
  });

  it("have relations, of which it is said that they are left out", () => {
    expect(read(examples["relation_extraction/example.jsonl"]).problems).toEqual([
      { at: "a.jsonl line 1", message: "relations are left out" },
    ]);
  });
});

describe("doccano", () => {
  it("gets one line per article, as its example has it, with the article’s details beside", () => {
    const text = article("🛶 the [ferry] [sank]", { title: "A ferry" });
    const sets = [annotationsOf(1, { claims: [claim(1)], marks: [mark(1, text, tag(1, 1, "refutes"))] })];
    const lines = writtenText(doccano, { project: projectOf([text.source], sets), sets }).split("\n");
    expect(lines.length).toBe(2);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      label: [
        [6, 11, "C1/refutes"],
        [12, 16, "C1/refutes"],
      ],
      pieces: [
        {
          label: "C1/refutes",
          stretches: [
            [6, 11],
            [12, 16],
          ],
        },
      ],
      ...{ title: "A ferry", text: "🛶 the ferry sank" },
    });
  });

  it("has pieces that stay together only while all of them are there", () => {
    const pieces = [
      {
        label: "A",
        stretches: [
          [0, 3],
          [4, 9],
        ],
      },
    ];
    const line = (label: unknown) => JSON.stringify({ text: "the ferry sank", label, pieces });
    expect(
      spans(
        line([
          [4, 9, "A"],
          [0, 3, "A"],
          [10, 14, "B"],
        ]),
      ),
    ).toEqual(["A: the…ferry", "B: sank"]);
    expect(
      spans(
        line([
          [0, 3, "A"],
          [4, 8, "A"],
        ]),
      ),
    ).toEqual(["A: the", "A: ferr"]);
  });

  it("says what is wrong, and reads the rest", () => {
    const lines = [
      '{"text": "abc", "label": [[0, 2, "A"], [2, 1, "A"], [-1, 2, "A"], [0, 1, " "], "sport", [0.5, 1, "A"], [0, 99, "A"]]}',
      "{broken",
      '{"label": [[0, 1, "A"]]}',
    ];
    const { marks, problems } = read(lines.join("\r\n"));
    expect(marks.map(({ ranges }) => ranges)).toEqual([
      [{ position: { start: 0, end: 2, unit: "code-point" }, quote: "ab" }],
      [{ position: { start: 0, end: 99, unit: "code-point" } }],
    ]);
    expect(problems.map(({ at }) => at)).toEqual([
      ...["a.jsonl line 2", "a.jsonl line 1", "a.jsonl line 1", "a.jsonl line 1", "a.jsonl line 3"],
    ]);
  });

  it("is read by the line, however many there are", () => {
    const line = JSON.stringify({
      text: "the ferry sank",
      label: Array.from({ length: 10 }, () => [4, 9, "C1/supports"]),
    });
    expect(read(`${line}\n`.repeat(5_000)).marks.length).toBe(50_000);
  });
});
