import { describe, expect, it } from "vitest";
import { Refusal } from "../../commands/refusal.ts";
import { article } from "../../testing/article.ts";
import { AT, annotationsOf, claim, mark, projectOf, tag } from "../../testing/project.ts";
import { READ_FORMATS } from "../formats.ts";
import { textFile } from "../input-file.ts";
import { isEmpty } from "../reading/read-annotations.ts";
import { recognised } from "../reading/recognised.ts";
import { written } from "../written.ts";
import { DOCUMENT_META_DATA, PARALLAX_TAG } from "./type-system.ts";
import { uimaJson } from "./uima-json.ts";

const ferry = article("The 🛶 [ferry sank], [all] saw it.", { title: "The Ferry", outlet: "Rivernet" });
const set = annotationsOf(1, {
  claims: [claim(1, { text: "It sank" }), claim(2)],
  marks: [{ ...mark(1, ferry, tag(1, 1, "refutes", { note: "a\nb" })), note: "which?", toDiscuss: true }],
});
const request = { project: projectOf([ferry.source], [set]), sets: [set] };
const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;

describe("uimaJson", () => {
  it("writes an article with its type system, a Sofa, and an annotation for each piece in UTF-16", () => {
    const { files, losses } = written(uimaJson, request);
    expect(files.map(({ path }) => path)).toEqual(["01-rivernet.json"]);
    const document = JSON.parse([...(files[0]?.content ?? [])].join(""));
    const said = { claim: "C1", stance: "refutes", voice: "own", attitude: "neutral", certainty: "certain" };
    const ids = { markId: id(1), tagId: id(1), claimId: id(1), analyst: "Analyst 1", analystId: id(1), createdAt: AT };
    const piece = { ...said, confidence: "high", note: "a\nb", markNote: "which?", toDiscuss: true, ...ids };
    const custom = (name: string) => ({ "%TYPE": `webanno.custom.${name}`, "@sofa": 1 });
    const text = "The 🛶 ferry sank, all saw it.";
    const sofa = { sofaNum: 1, sofaID: "_InitialView", mimeType: "text", sofaString: ferry.source.text };
    expect(ferry.source.text.trim()).toBe(text);
    expect(document["%FEATURE_STRUCTURES"]).toEqual([
      { "%ID": 1, "%TYPE": "uima.cas.Sofa", ...sofa },
      {
        ...{ "%ID": 2, "%TYPE": DOCUMENT_META_DATA.name, "@sofa": 1, begin: 0, end: ferry.source.text.length },
        ...{ language: ferry.source.language || "x-unspecified", documentTitle: "The Ferry", documentId: id(1) },
        isLastSegment: false,
      },
      {
        ...{ "%ID": 3, ...custom("ParallaxArticle"), sha256: "0".repeat(64), originalName: "article.txt" },
        outlet: "Rivernet",
      },
      { "%ID": 4, ...custom("ParallaxClaim"), claim: "C1", claimId: id(1), text: "It sank" },
      { "%ID": 5, ...custom("ParallaxTag"), begin: 7, end: 17, ...piece, piece: 1 },
      { "%ID": 6, ...custom("ParallaxTag"), begin: 19, end: 22, ...piece, piece: 2 },
    ]);
    expect(document["%VIEWS"]).toEqual({ _InitialView: { "%SOFA": 1, "%MEMBERS": [2, 3, 4, 5, 6] } });
    expect(document["%TYPES"][PARALLAX_TAG.name]).toMatchObject({
      ...{ "%NAME": PARALLAX_TAG.name, "%SUPER_TYPE": "uima.tcas.Annotation" },
      claim: { "%NAME": "claim", "%RANGE": "uima.cas.String" },
      piece: { "%NAME": "piece", "%RANGE": "uima.cas.Integer" },
    });
    expect(losses).toEqual([
      "1 mark of several pieces is several annotations in UIMA.",
      "1 claim without a mark stays behind.",
    ]);
  });
});

const read = (content: unknown) => uimaJson.reader.read([textFile("x.json", JSON.stringify(content))]);

describe("the reader of UIMA CAS JSON", () => {
  it("takes layers of others by their value, label or name, and counts what has no place", () => {
    const at = (type: string, begin: unknown, end: unknown, more: object = {}) => ({
      ...{ "%ID": 9, "%TYPE": type, "@sofa": 1, begin, end, ...more },
    });
    const result = read({
      "%TYPES": { "x.Doc": { "%NAME": "x.Doc", "%SUPER_TYPE": "uima.tcas.DocumentAnnotation" } },
      "%FEATURE_STRUCTURES": [
        at("x.Doc", 0, 12, { documentTitle: "ferry.txt", language: "en" }),
        at("custom.Span", 0, 2, { value: "C1/refutes", certainty: "Probable", "^begin": "a", "@next": 4, odd: 1 }),
        at("custom.Entity", 3, 8, { identifier: "Q1" }),
        at("custom.Empty", 3, 8),
        at("uima.tcas.Annotation", 3, 8),
        at("a.Token", 0, 2),
        at("a.Token", 3, 8),
        at("custom.Span", 8, 3),
        at("custom.Dependency", 0, 2, { "@Governor": 1, "@Dependent": 2 }),
        { "%ID": 20, "%TYPE": "uima.cas.FSArray", "%ELEMENTS": [1] },
        { "%ID": 1, "%TYPE": "uima.cas.Sofa", sofaString: "🛶 ferry sank" },
      ],
      "%VIEWS": {},
    });
    const mark = (n: number, start: number, end: number, quote: string, ...tags: readonly object[]) => ({
      ...{ at: `/%FEATURE_STRUCTURES/${n}`, source: "x.json 1", tags },
      ranges: [{ position: { start, end, unit: "utf-16" }, quote }],
    });
    expect(result.sources).toEqual([
      { key: "x.json 1", title: "ferry.txt", originalName: "ferry.txt", language: "en", text: "🛶 ferry sank" },
    ]);
    expect(result.marks).toEqual([
      mark(1, 0, 2, "🛶", { certainty: "probable", label: "label C1/refutes" }),
      mark(2, 3, 8, "ferry", { label: "label Q1" }),
      mark(3, 3, 8, "ferry", { label: "label Empty" }),
      mark(4, 3, 8, "ferry"),
    ]);
    const unplaced = (kind: string, n: number, i: number) => ({
      ...{ at: `/%FEATURE_STRUCTURES/${i}` },
      message: `${kind} have no place here and are left out: ${n}, the first is this.`,
    });
    expect(result.problems).toEqual([
      { at: "/%FEATURE_STRUCTURES/7", message: "Its “begin” and “end” are no stretch of a text; it is left out." },
      unplaced("Features “odd” of “Span”", 1, 1),
      unplaced("Tags of annotations without a label", 1, 4),
      unplaced("Annotations “Token”", 2, 5),
      unplaced("Relations (Dependency)", 1, 8),
    ]);
  });

  it("keeps the marks of two analysts apart where they have the same id", () => {
    const sets = [1, 2].map((n) => annotationsOf(n, { marks: [mark(1, ferry)] }));
    const text = written(uimaJson, { project: projectOf([ferry.source], sets), sets }).files.map(({ content }) =>
      [...content].join(""),
    );
    const { marks } = read(JSON.parse(text.join("")));
    expect(marks).toMatchObject(sets.map(({ analyst }) => ({ id: id(1), analyst: analyst.id })));
    expect(marks.map(({ ranges }) => ranges.length)).toEqual([2, 2]);
  });

  it("reads feature structures by their ids, and refuses what is none", () => {
    const span = { "%TYPE": "custom.Span", "@sofa": 1, begin: 0, end: 5 };
    const sofa = { "%TYPE": "uima.cas.Sofa", sofaString: "ferry" };
    expect(read({ "%FEATURE_STRUCTURES": { 1: sofa, 2: span } }).marks).toHaveLength(1);
    for (const other of [{}, [], null, { "%FEATURE_STRUCTURES": "none" }]) {
      expect(() => read(other)).toThrow(
        new Refusal("“x.json” is no UIMA CAS: it has no “%FEATURE_STRUCTURES” that are a list or an object."),
      );
    }
  });

  it.each<[string, object]>([
    ["nothing but types and views", { "%TYPES": {}, "%VIEWS": {} }],
    ["an empty list of feature structures", { "%TYPES": {}, "%FEATURE_STRUCTURES": [] }],
    ["feature structures by their ids, of which there are none", { "%FEATURE_STRUCTURES": {} }],
  ])("reads %s as a file without annotations", (_, content) => {
    const file = textFile("x.json", JSON.stringify(content));
    const { format, read: found } = recognised(READ_FORMATS, [file]);
    expect(format.id).toBe("uima-json");
    expect([isEmpty(found), found.problems]).toEqual([true, []]);
  });
});
