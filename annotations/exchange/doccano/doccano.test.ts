import { describe, expect, it } from "vitest";
import type { Tag } from "../../model/tag.ts";
import { article } from "../../testing/article.ts";
import { annotationsOf, claim, mark, projectOf, tag } from "../../testing/project.ts";
import { textFile } from "../input-file.ts";
import { writtenText } from "../written.ts";
import { doccano } from "./doccano.ts";

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

const BRIDGE = "The bridge of Kolda fell.";

/** Lines in each form that doccano’s documentation gives for sequence labelling and relation extraction. */
const FORMS: readonly (readonly [string, object, readonly string[]])[] = [
  [
    "spans in lists",
    {
      text: BRIDGE,
      label: [
        [4, 10, "WHAT"],
        [14, 19, "WHERE"],
      ],
    },
    ["WHAT: bridge", "WHERE: Kolda"],
  ],
  ["spans called labels", { text: BRIDGE, labels: [[14, 19, "WHERE"]] }, ["WHERE: Kolda"]],
  [
    "spans with the number of their label",
    { id: 7, text: BRIDGE, annotations: [{ id: 1, label: 2, start_offset: 4, end_offset: 10, user: 1 }] },
    ["2: bridge"],
  ],
  [
    "one span twice",
    {
      text: BRIDGE,
      label: [
        [4, 10, "A"],
        [4, 10, "A"],
      ],
      meta: { page: 1 },
    },
    ["A: bridge", "A: bridge"],
  ],
  [
    "entities, with relations",
    {
      text: BRIDGE,
      entities: [
        { id: 0, start_offset: 4, end_offset: 10, label: "WHAT" },
        { id: 1, start_offset: 14, end_offset: 19, label: "WHERE" },
      ],
      relations: [{ from_id: 0, to_id: 1, type: "standsIn" }],
    },
    ["WHAT: bridge", "WHERE: Kolda"],
  ],
];

describe("what doccano writes", () => {
  it.each(FORMS)("is read: %s", (_, line, expected) => {
    const text = `${JSON.stringify(line)}\n`;
    expect(doccano.reader.recognises([textFile("a.jsonl", text)])).toBe(true);
    expect(spans(text)).toEqual(expected);
    const problems = "relations" in line ? [{ at: "a.jsonl line 1", message: "relations are left out" }] : [];
    expect(read(text).problems).toEqual(problems);
  });
});

describe("doccano", () => {
  const emoji = article("🛶 the [ferry] [sank]", { title: "A ferry" });
  const sets = [annotationsOf(1, { claims: [claim(1)], marks: [mark(1, emoji, tag(1, 1, "refutes"))] })];
  const request = { project: projectOf([emoji.source], sets), sets };
  const lineOf = (...options: readonly string[]) => {
    const [file] = doccano.write(request, new Set(options)).files;
    return [...(file?.content ?? [])].join("");
  };

  it.each([
    ["code points", [], [6, 11], [12, 16]],
    ["UTF-16 code units, as its window does", ["utf-16"], [7, 12], [13, 17]],
  ] as const)("gets one line per article with its details, in %s", (_, options, ferry, sank) => {
    const text = lineOf(...options);
    expect(text.split("\n").length).toBe(2);
    expect(JSON.parse(text)).toMatchObject({
      label: [
        [...ferry, "C1/refutes"],
        [...sank, "C1/refutes"],
      ],
      pieces: [{ label: "C1/refutes", stretches: [ferry, sank] }],
      ...{ title: "A ferry", text: "🛶 the ferry sank" },
    });
    expect(spans(text)).toEqual(["C1/refutes: ferry…sank"]);
    expect(read(text).problems).toEqual([]);
  });

  it("is said to count an emoji as two characters in its window, unless that is what is written", () => {
    const losses = (...options: readonly string[]) => doccano.write(request, new Set(options)).losses;
    expect(losses()).toEqual([
      "2 spans stand behind an emoji or the like, which doccano’s own window counts as two characters: for that window take UTF-16 offsets.",
    ]);
    expect(losses("utf-16")).toEqual([]);
  });

  it("gets the same fields in every line, since it refuses a file in which a line lacks one", () => {
    const ferry = article("the [ferry] sank", { author: "A. Ba", url: "https://a.example/" });
    const bridge = article("the bridge fell", { title: "", outlet: "" });
    const project = projectOf([ferry.source, bridge.source], []);
    const [first = "", second = ""] = writtenText(doccano, { project, sets: [] }).split("\n");
    expect(Object.keys(JSON.parse(second))).toEqual(Object.keys(JSON.parse(first)));
    expect(read(second).sources).toEqual([
      {
        ...{ key: "a.jsonl line 1", id: bridge.source.id, text: "the bridge fell" },
        ...{ sha256: bridge.source.sha256, originalName: bridge.source.originalName },
      },
    ]);
  });

  it.each([
    ["as its window does where its export has comments", { label: [[7, 12, "A"]], Comments: [] }, true],
    ["in code points where a line has none", { label: [[6, 11, "A"]] }, true],
    ["as the line says", { label: [[7, 12, "A"]], offsets: "utf-16" }, false],
    ["as the line says, with comments", { label: [[6, 11, "A"]], offsets: "code-point", Comments: [] }, false],
  ])("counts offsets %s", (_, line, isInDoubt) => {
    const text = JSON.stringify({ id: 1, text: "🛶 the ferry sank", ...line });
    expect(spans(text)).toEqual(["A: ferry"]);
    expect(read(text).problems.length).toBe(isInDoubt ? 1 : 0);
  });

  it("leaves no doubt about offsets where nothing can shift them", () => {
    const line = { text: "Café: the ferry sank", label: [[10, 15, "A"]], Comments: [] };
    expect(spans(JSON.stringify(line))).toEqual(["A: ferry"]);
    expect(read(JSON.stringify(line)).problems).toEqual([]);
  });

  it("is said to leave out spans that overlap", () => {
    const said = (...tags: readonly Tag[]) => {
      const text = article("the [ferry] [sank]");
      const sets = [annotationsOf(1, { claims: [claim(1)], marks: [mark(1, text, ...tags)] })];
      return doccano.write({ project: projectOf([text.source], sets), sets }, new Set()).losses;
    };
    const rule = "out unless its project allows overlapping spans.";
    expect(said(tag(1, 1, "refutes"))).toEqual([]);
    expect(said(tag(1, 1, "refutes"), tag(2, 1, "supports"))).toEqual([
      `2 spans overlap others: doccano leaves them ${rule}`,
    ]);
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

  it("names what a line says beside its spans", () => {
    const line = { text: BRIDGE, entities: [{ start_offset: 4, end_offset: 10, label: "WHAT" }] };
    const beside = {
      cats: ["accident"],
      Comments: ["Which bridge?"],
      relations: [{ from_id: 0, to_id: 1, type: "in" }],
    };
    const { marks, problems } = read(
      `${JSON.stringify({ ...line, ...beside })}\n${JSON.stringify({ ...line, cats: [], Comments: [] })}`,
    );
    expect(marks.length).toBe(2);
    expect(problems.map(({ message }) => message)).toEqual([
      "relations are left out",
      "labels of a whole text are left out",
      "comments are left out",
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
