import { describe, expect, it } from "vitest";
import { article } from "../../testing/article.ts";
import { annotationsOf, claim, mark, projectOf, tag } from "../../testing/project.ts";
import { textFile } from "../input-file.ts";
import { writtenText } from "../written.ts";
import { prodigy } from "./prodigy.ts";

function read(...tasks: readonly object[]) {
  return prodigy.reader.read([textFile("a.jsonl", tasks.map((task) => `${JSON.stringify(task)}\n`).join(""))]);
}

/** A task as `prodigy db-out` writes it (Prodigy's documentation, “Annotation task formats”). */
const TASK = {
  text: "Apple updates its 🛶 program",
  _input_hash: 1886699658,
  _task_hash: -1952856502,
  _is_binary: false,
  tokens: [{ text: "Apple", start: 0, end: 5, id: 0, ws: true }],
  _view_id: "ner_manual",
  spans: [
    { start: 0, end: 5, token_start: 0, token_end: 0, label: "ORG" },
    { start: 18, end: 19, token_start: 3, token_end: 3, label: "C1/supports" },
  ],
  answer: "accept",
  _timestamp: 1669200000,
  _annotator_id: "news-ada",
  _session_id: "news-ada",
};

describe("a task of Prodigy", () => {
  it("is read with its spans and its annotator", () => {
    expect(prodigy.reader.recognises([textFile("a.jsonl", JSON.stringify(TASK))])).toBe(true);
    const { analysts, marks, labels, problems } = read(TASK);
    expect(analysts).toEqual([{ key: "news-ada", name: "news-ada" }]);
    expect(labels.map(({ name, stance }) => [name, stance])).toEqual([
      ["ORG", null],
      ["C1/supports", "supports"],
    ]);
    expect(marks.map(({ ranges }) => ranges[0]?.quote)).toEqual(["Apple", "🛶"]);
    expect(problems).toEqual([]);
  });

  it("counts only where it was accepted", () => {
    const { marks, problems } = read(
      TASK,
      { ...TASK, answer: "reject" },
      { ...TASK, answer: "ignore" },
      { ...TASK, answer: "reject" },
    );
    expect(marks.length).toBe(2);
    expect(problems).toEqual([
      { at: "a.jsonl line 2", message: "a rejected task is left out (2 times in all)" },
      { at: "a.jsonl line 3", message: "an ignored task is left out" },
    ]);
  });

  it("names what it says beside its spans", () => {
    const { marks, problems } = read(
      { ...TASK, accept: ["yes"], label: "NEWS", relations: [{ head: 0, child: 3 }] },
      TASK,
    );
    expect(marks.length).toBe(4);
    expect(problems.map(({ message }) => message)).toEqual([
      "relations are left out",
      "choices among options are left out",
      "labels of a whole text are left out",
    ]);
  });

  it("shares its article with other tasks of the same text", () => {
    const { sources, analysts } = read(TASK, { ...TASK, _annotator_id: "news-ben" });
    expect([sources.length, analysts.map(({ name }) => name)]).toEqual([1, ["news-ada", "news-ben"]]);
  });

  it("says which spans are none", () => {
    const spans = [
      { start: 3, end: 1, label: "A" },
      { start: "0", end: 1, label: "A" },
      { label: "A" },
      { start: 0, end: 1 },
    ];
    const { marks, problems } = read({ ...TASK, spans });
    expect(marks).toMatchObject([{ tags: [] }]);
    expect(problems.length).toBe(1);
  });
});

describe("Prodigy", () => {
  it("gets an accepted task for each article and analyst, with spans that its text holds", () => {
    const text = article("🛶 the [ferry] sank");
    const sets = [1, 2].map((n) =>
      annotationsOf(n, { claims: [claim(1)], marks: [mark(n, text, tag(n, 1, "refutes"))] }),
    );
    const lines = writtenText(prodigy, { project: projectOf([text.source], sets), sets })
      .trimEnd()
      .split("\n");
    expect(lines.map((line) => JSON.parse(line))).toMatchObject(
      sets.map(({ analyst }) => ({
        ...{ answer: "accept", _annotator_id: analyst.name, text: "🛶 the ferry sank" },
        spans: [{ start: 6, end: 11, label: "C1/refutes" }],
      })),
    );
  });
});
