import { describe, expect, it } from "vitest";
import { article } from "../../testing/article.ts";
import { AT, annotationsOf, claim, mark, projectOf, tag } from "../../testing/project.ts";
import { textFile } from "../input-file.ts";
import { written } from "../written.ts";
import { labelStudio } from "./label-studio.ts";

const ferry = article("The 🛶 [ferry sank], [all] saw it.", { title: "The Ferry", outlet: "Rivernet" });
const set = annotationsOf(1, {
  claims: [claim(1, { text: 'It "sank"\n& < more' })],
  marks: [
    { ...mark(1, ferry, tag(1, 1, "refutes", { note: "a\nb", speaker: "Omar" })), note: "which?", toDiscuss: true },
    { ...mark(2, ferry), ranges: ferry.ranges.slice(0, 1) },
  ],
});
const project = projectOf([ferry.source], [set]);
const request = { project, sets: [set] };
const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;

describe("labelStudio", () => {
  it("writes tasks with a region for each piece, the answers under the first, and offsets in code points", () => {
    const [tasks] = written(labelStudio, request).files;
    const analyst = { id: id(1), name: "Analyst 1" };
    const region = { id: id(1), to_name: "text", origin: "manual" };
    const place = { start: 6, end: 16 };
    const choice = (name: string, chosen: string) => ({
      ...{ ...region, from_name: name, type: "choices", value: { ...place, choices: [chosen] } },
    });
    const typed = (name: string, text: string) => ({
      ...{ ...region, from_name: name, type: "textarea", value: { ...place, text: [text] } },
    });
    const labelled = { from_name: "claim", type: "labels" };
    expect(JSON.parse([...(tasks?.content ?? [])].join(""))).toEqual([
      {
        id: 1,
        data: {
          ...{ text: ferry.source.text, title: "The Ferry", author: "", outlet: "Rivernet", date: "", url: "" },
          ...{ language: "", file_name: "article.txt", source_id: id(1), sha256: "0".repeat(64) },
        },
        annotations: [
          {
            ...{ id: 1, was_cancelled: false, ground_truth: false },
            result: [
              {
                ...{ ...region, ...labelled, value: { ...place, text: "ferry sank", labels: ["C1"] } },
                meta: { parallax: { mark: id(1), piece: 1, createdAt: AT, analyst, tag: id(1) } },
              },
              choice("stance", "refutes"),
              typed("note", "a\nb"),
              typed("speaker", "Omar"),
              typed("mark_note", "which?"),
              choice("to_discuss", "yes"),
              {
                ...{
                  ...region,
                  ...labelled,
                  id: `${id(1)}.2`,
                  value: { start: 18, end: 21, text: "all", labels: ["C1"] },
                },
                meta: { parallax: { mark: id(1), piece: 2, createdAt: AT, analyst, tag: id(1) } },
              },
              {
                ...{
                  ...region,
                  ...labelled,
                  id: `mark-${id(2)}`,
                  value: { ...place, text: "ferry sank", labels: ["Untagged"] },
                },
                meta: { parallax: { mark: id(2), piece: 1, createdAt: AT, analyst } },
              },
            ],
          },
        ],
        predictions: [],
      },
    ]);
  });

  it("writes the labelling interface with what claims say as hints", () => {
    const [, config] = written(labelStudio, request).files;
    expect([...(config?.content ?? [])].join("").split("\n").slice(0, 14)).toEqual([
      "<View>",
      '  <Labels name="claim" toName="text">',
      `    <Label value="C1" hint="It &#34;sank&#34;&#10;&#38; &#60; more" claimId="${id(1)}"/>`,
      '    <Label value="Untagged"/>',
      "  </Labels>",
      "  <Style>.htx-text { white-space: pre-wrap; }</Style>",
      '  <Text name="text" value="$text"/>',
      '  <Choices name="stance" toName="text" perRegion="true" choice="single">',
      '    <Choice value="supports"/>',
      '    <Choice value="refutes"/>',
      '    <Choice value="mixed"/>',
      '    <Choice value="questions"/>',
      '    <Choice value="mentions"/>',
      "  </Choices>",
    ]);
  });

  it("says that pieces are regions of their own there", () => {
    expect(written(labelStudio, request).losses).toEqual([
      "1 mark of several pieces is several regions in Label Studio.",
    ]);
  });
});

const read = (...files: readonly (readonly [string, string])[]) =>
  labelStudio.reader.read(files.map(([path, text]) => textFile(path, text)));

describe("the reader of Label Studio", () => {
  const text = "The 🛶 sank. Nobody saw it.";
  const label = (id: string, start: number, end: number, ...labels: readonly string[]) => ({
    ...{ id, type: "labels", from_name: "ner", to_name: "body", value: { start, end, labels } },
  });
  const task = {
    id: 7,
    data: { body: text, headline: "Ferry", url: "https://ferry.example", long: `${text} ${text}` },
    predictions: [{ result: [] }],
    annotations: [
      {
        completed_by: { id: 3, email: "ada@x.example", first_name: "Ada", last_name: "" },
        created_at: "2022-05-06T07:08:09Z",
        result: [
          label("a", 0, 5, "C1", "C2"),
          label("a", 0, 5, "C3/supports"),
          { id: "a", type: "choices", from_name: "sentiment", value: { start: 0, end: 5, choices: ["Refutes"] } },
          { id: "a", type: "choices", from_name: "mood", value: { choices: ["happy"] } },
          { id: "a", type: "textarea", from_name: "comment", value: { text: ["why?", "how?"] } },
          { id: "a", type: "rating", from_name: "sure", value: { rating: 3 } },
          { ...label("b", 12, 18, "C1"), meta: { text: ["see above"] } },
          label("c", 4, 4, "C1"),
          { id: "d", type: "rectanglelabels", value: {} },
          { type: "relation", from_id: "a", to_id: "b" },
          "nonsense",
        ],
      },
      { completed_by: 4, was_cancelled: true, result: [label("e", 0, 3, "C1")] },
      { completed_by: 5, result: [label("f", 0, 3, "C1")] },
    ],
  };
  const config = '<View><Labels name="ner" toName="body"/><Text name="body" value="$body"/></View>';

  it("reads regions with their labels and answers, and counts what has no place", () => {
    const found = read(["tasks.json", JSON.stringify([task])], ["config.xml", config]);
    const told = { stance: "refutes", note: "why?\nhow?" };
    const common = { source: "task 7", analyst: "user 3", createdAt: "2022-05-06T07:08:09Z" };
    const range = (start: number, end: number) => ({ position: { start, end, unit: "code-point" } });
    expect(found.marks).toEqual([
      {
        ...{ ...common, at: "/0/annotations/0/result/0", ranges: [range(0, 5)] },
        tags: ["C1", "C2", "C3/supports"].map((name) => ({ label: `label ${name}`, ...told })),
      },
      {
        ...{ ...common, at: "/0/annotations/0/result/6", ranges: [range(12, 18)] },
        tags: [{ label: "label C1", note: "see above" }],
      },
      {
        ...{ at: "/0/annotations/2/result/0", source: "task 7", analyst: "user 5", ranges: [range(0, 3)] },
        tags: [{ label: "label C1" }],
      },
    ]);
    expect(found.sources).toEqual([{ key: "task 7", title: "Ferry", url: "https://ferry.example", text }]);
    expect(found.analysts).toEqual([
      { key: "user 3", name: "Ada" },
      { key: "user 4", name: "Label Studio user 4" },
      { key: "user 5", name: "Label Studio user 5" },
    ]);
    expect(found.problems.map(({ at, message }) => `${at} ${message.split(" have ")[0]}`)).toEqual([
      "/0/annotations/0/result/10 This is no region and no answer; it is left out.",
      "/0/annotations/0/result/7 Its “start” and “end” are no stretch of a text; it is left out.",
      "/0 Predictions",
      "/0/annotations/0/result/5 Entries “rating”",
      "/0/annotations/0/result/8 Entries “rectanglelabels”",
      "/0/annotations/0/result/9 Entries “relation”",
      "/0/annotations/1 Cancelled annotations",
      "/0/annotations/0/result/3 Answers “mood”",
    ]);
  });

  it("reads JSON-MIN, in which the answers about a region are told by their place", () => {
    const entry = {
      ...{ text, id: 7, annotator: 2, annotation_id: 11, created_at: "2022-05-06T07:08:09Z" },
      ner: [{ start: 12, end: 18, text: "Nobody", labels: ["C1"] }],
      stance: [{ start: 12, end: 18, choices: ["questions"] }],
    };
    const found = read(["min.json", JSON.stringify([entry])]);
    expect(found.marks).toMatchObject([
      {
        ...{ source: "task 7", analyst: "user 2", tags: [{ label: "label C1", stance: "questions" }] },
        ranges: [{ position: { start: 12, end: 18, unit: "code-point" }, quote: "Nobody" }],
      },
    ]);
    expect([found.sources[0]?.text, found.problems]).toEqual([text, []]);
  });

  it("counts in UTF-16 as older versions did, where the quotes say so", () => {
    const region = (start: number, end: number, quote: string) => ({
      ...{ id: `${start}`, type: "labels", value: { start, end, text: quote, labels: ["C1"] } },
    });
    const unitsOf = (...result: readonly object[]) => {
      const { marks } = read(["tasks.json", JSON.stringify([{ data: { text }, annotations: [{ result }] }])]);
      return marks.map(({ ranges }) => ranges[0]?.position?.unit);
    };
    expect(unitsOf(region(13, 19, "Nobody"), region(20, 23, "saw"))).toEqual(["utf-16", "utf-16"]);
    expect(unitsOf(region(12, 18, "Nobody"), region(20, 23, "gone"))).toEqual(["code-point", "code-point"]);
    expect(unitsOf(region(0, 3, "The"), region(900, 903, "saw"))).toEqual(["code-point", "code-point"]);
  });

  it("gives quotes the line ends that they lack, and leaves other words as they are", () => {
    const region = (start: number, end: number, quote: string) => ({
      ...{ id: `${start}-${end}`, type: "labels", value: { start, end, text: quote, labels: ["C1"] } },
    });
    const result = [region(4, 11, "🛶 sank."), region(6, 17, "sank.Nobod"), region(6, 10, "sink")];
    const task = { data: { text: "The 🛶 sank.\nNobody." }, annotations: [{ result }] };
    const { marks } = read(["tasks.json", JSON.stringify([task])]);
    expect(marks.map(({ ranges }) => ranges[0]?.quote)).toEqual(["🛶 sank.", "sank.\nNobod", "sink"]);
  });

  it("takes the positions in the text that is shown of a page, and does not take its markup for that text", () => {
    const value = {
      start: "/p[1]/text()[1]",
      end: "/p[1]/text()[1]",
      globalOffsets: { start: 4, end: 9 },
      labels: ["C1"],
    };
    const page = {
      data: { text: "<p>The ferry sank.</p>" },
      annotations: [{ result: [{ id: "a", type: "labels", value: { ...value, text: "ferry" } }] }],
    };
    const found = read(["tasks.json", JSON.stringify([page])]);
    expect(found.marks).toMatchObject([{ ranges: [{ position: { start: 4, end: 9 }, quote: "ferry" }] }]);
    expect(found.sources).toEqual([{ key: "task /0" }]);
  });

  it.each([
    ["{}", "“a.json” is no list of tasks of Label Studio."],
    ["[", "“a.json” cannot be read: it is not valid JSON (it ends too early)."],
  ])("refuses %j", (content, reason) => {
    expect(() => read(["a.json", content])).toThrow(reason);
  });

  it.each([
    ["<View>", "“c.xml” cannot be read: it is not well-formed XML (line 1)."],
    ["<!DOCTYPE x><View/>", "“c.xml” cannot be read: it has a document type, which is not read (line 1)."],
    ["<a>".repeat(70), "“c.xml” cannot be read: its elements are nested too deep (line 1)."],
  ])("refuses the interface %j", (content, reason) => {
    expect(() => read(["a.json", "[]"], ["c.xml", content])).toThrow(reason);
  });
});
