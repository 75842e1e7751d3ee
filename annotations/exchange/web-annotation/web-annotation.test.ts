import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "../../commands/refusal.ts";
import { textFile } from "../input-file.ts";
import type { ReadAnnotations } from "../reading/read-annotations.ts";
import { exchangedProject } from "../testing/exchanged-project.ts";
import { writtenText } from "../written.ts";
import correct from "./published/correct.json" with { type: "json" };
import incorrect from "./published/incorrect.json" with { type: "json" };
import { STANDARD_CONTEXT } from "./terms.ts";
import { RequiredAnnotation, RequiredCollection } from "./testing/required.ts";
import { webAnnotation } from "./web-annotation.ts";

function read(value: unknown): ReadAnnotations {
  return webAnnotation.reader.read([textFile("a.jsonld", typeof value === "string" ? value : JSON.stringify(value))]);
}

const PAGE = "https://example.org/a";

/** An annotation with these fields, of the word at 4–9 of a page unless they say otherwise. */
function annotation(fields: object): object {
  const selector = { type: "TextPositionSelector", start: 4, end: 9 };
  return { "@context": STANDARD_CONTEXT, type: "Annotation", target: { source: PAGE, selector }, ...fields };
}

function onSelector(selector: unknown): object {
  return annotation({ target: { source: PAGE, selector } });
}

const position = (start: number, end: number) => ({ position: { start, end, unit: "code-point" } });

describe("the samples of the W3C", () => {
  it.each(Object.entries(correct))("can be read: %s", (_, sample) => {
    const { marks, problems } = read(sample);
    expect(marks.length + problems.length).toBeGreaterThan(0);
    expect(
      problems.filter(
        ({ message }) =>
          !/^(left out: (it is about a whole page|an? \w+Selector needs|its selector stands|it counts)|what a body says|the pages? of|the next page)/.test(
            message,
          ),
      ),
    ).toEqual([]);
  });

  it.each(Object.entries(incorrect))("are refused, or what is wrong is said: %s", (_, sample) => {
    let problems: ReadAnnotations["problems"] = [];
    try {
      ({ problems } = read(sample));
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
      return;
    }
    expect(problems.length).toBeGreaterThan(0);
  });

  it("give the passages that text selectors mean", () => {
    const samples = ["anno26.json", "anno27.json", "anno32.json"] as const;
    expect(samples.flatMap((name) => read(correct[name]).marks.flatMap(({ ranges }) => ranges))).toEqual([
      { quote: "anotation", prefix: "this is an ", suffix: " that has some" },
      position(412, 795),
      { quote: "Selected Text", prefix: "text before the ", suffix: " and text after it" },
    ]);
  });
});

describe("what is written", () => {
  it("has all that the Recommendation demands of an annotation, a page and a collection", () => {
    fc.assert(
      fc.property(exchangedProject, (project) => {
        const collection = JSON.parse(writtenText(webAnnotation, { project, sets: project.sets }));
        expect(RequiredCollection.safeParse(collection).error).toBeUndefined();
        expect(collection.total).toBe(collection.first.items.length);
        expect(new Set(collection.first.items.map(({ id }: { id: string }) => id)).size).toBe(collection.total);
      }),
      { numRuns: 20 },
    );
  });

  it.each<[string, object]>([
    ["no id", { id: undefined }],
    ["an id that is no IRI", { id: "not an IRI" }],
    ["no target", { target: undefined }],
    ["another type", { type: "Note" }],
    ["a time without Z", { created: "2022-11-23T10:00:00+01:00" }],
    ["a body beside a bodyValue", { body: "http://example.org/b", bodyValue: "b" }],
    ["a TextualBody without a value", { body: { type: "TextualBody" } }],
    ["a selector without an end", { target: { source: PAGE, selector: { type: "TextPositionSelector", start: 1 } } }],
    ["a selector without a source", { target: { selector: { type: "TextQuoteSelector", exact: "a" } } }],
  ])("is held against demands that find a fault: %s", (_, fields) => {
    const right = annotation({ id: "http://example.org/1" });
    expect(RequiredAnnotation.safeParse(right).success).toBe(true);
    expect(RequiredAnnotation.safeParse({ ...right, ...fields }).success).toBe(false);
  });

  it("is held against demands that the W3C’s correct annotations meet", () => {
    const samples = Object.entries(correct).filter(([name]) => name.startsWith("anno"));
    const failing = samples.filter(([, sample]) => !RequiredAnnotation.safeParse(JSON.parse(sample)).success);
    expect(failing.map(([name]) => name)).toEqual([]);
  });
});

describe("selectors", () => {
  it.each<[string, unknown, readonly object[]]>([
    [
      "of one segment are one stretch",
      [
        { type: "XPathSelector", value: "/p" },
        { type: "TextPositionSelector", start: 1, end: 3 },
        { type: "TextQuoteSelector", exact: "ab" },
      ],
      [{ ...position(1, 3), quote: "ab" }],
    ],
    [
      "may refine a position by another",
      {
        type: "TextPositionSelector",
        start: 10,
        end: 30,
        refinedBy: { type: "TextPositionSelector", start: 2, end: 5 },
      },
      [position(12, 15)],
    ],
    [
      "may refine a quote by a position",
      {
        type: "TextQuoteSelector",
        exact: "🛶 the ferry",
        refinedBy: { type: "TextPositionSelector", start: 2, end: 5 },
      },
      [{ quote: "the", prefix: "🛶 ", suffix: " ferry" }],
    ],
    [
      "may go from one position to another",
      {
        type: "RangeSelector",
        startSelector: { type: "TextPositionSelector", start: 1, end: 3 },
        endSelector: { type: "TextPositionSelector", start: 9, end: 10 },
      },
      [position(1, 9)],
    ],
    ["that end before they begin mean nothing", { type: "TextPositionSelector", start: 9, end: 3 }, []],
    ["that lack a part mean nothing", { type: "TextPositionSelector", start: 9 }, []],
    ["of other kinds mean nothing", { type: "CssSelector", value: "p" }, []],
  ])("%s", (_, selector, ranges) => {
    const { marks, problems } = read(onSelector(selector));
    expect(marks.flatMap((mark) => mark.ranges)).toEqual(ranges);
    expect(problems.length).toBe(ranges.length === 0 ? 1 : 0);
  });
});

describe("targets", () => {
  const target = (start: number) => ({
    source: PAGE,
    selector: { type: "TextPositionSelector", start, end: start + 1 },
  });

  it.each([
    ["several of them are a mark each", [target(1), target(5)], 2],
    ["of a List are the pieces of one mark", { type: "List", items: [target(1), target(5)] }, 1],
    ["of a Composite are too", { type: "Composite", items: [target(1), target(5)] }, 1],
    ["of Independents are a mark each", { type: "Independents", items: [target(1), target(5)] }, 2],
  ])("%s", (_, value, marks) => {
    expect(read(annotation({ target: value })).marks.length).toBe(marks);
  });
});

describe("bodies", () => {
  const of = (fields: object) => {
    const { marks, labels } = read(annotation(fields));
    return [labels.map(({ name }) => name), marks.map(({ note }) => note)];
  };

  it.each<[string, object, readonly string[], string | undefined]>([
    [
      "that tag are labels",
      { body: { type: "TextualBody", purpose: "tagging", value: "C1/supports" } },
      ["C1/supports"],
      undefined,
    ],
    [
      "have the annotation’s motivation without a purpose",
      { motivation: "tagging", body: { type: "TextualBody", value: "x" } },
      ["x"],
      undefined,
    ],
    [
      "that comment are notes",
      {
        body: [
          { type: "TextualBody", purpose: "commenting", value: "one" },
          { value: "two", type: "TextualBody" },
        ],
      },
      [],
      "one\n\ntwo",
    ],
    ["may be a bodyValue", { bodyValue: "one" }, [], "one"],
    [
      "may be IRIs that classify",
      { motivation: "classifying", body: "http://example.org/c1" },
      ["http://example.org/c1"],
      undefined,
    ],
    [
      "may be specific resources",
      { body: { type: "SpecificResource", purpose: "tagging", source: "http://example.org/c1" } },
      ["http://example.org/c1"],
      undefined,
    ],
    [
      "of a Choice count once",
      {
        motivation: "tagging",
        body: {
          type: "Choice",
          items: [
            { type: "TextualBody", value: "a" },
            { type: "TextualBody", value: "b" },
          ],
        },
      },
      ["a"],
      undefined,
    ],
    [
      "of a List count all",
      {
        motivation: "tagging",
        body: {
          type: "List",
          items: [
            { type: "TextualBody", value: "a" },
            { type: "TextualBody", value: "b" },
          ],
        },
      },
      ["a", "b"],
      undefined,
    ],
    ["may be none", {}, [], undefined],
  ])("%s", (_, fields, labels, note) => {
    expect(of(fields)).toEqual([labels, [note]]);
  });
});

describe("annotations", () => {
  it("with the same id count once", () => {
    const one = annotation({ id: "http://example.org/1" });
    expect(read([one, one])).toMatchObject({ marks: [{ at: "/0" }], problems: [{ at: "/1" }] });
  });

  it("of other programs keep none of the terms of Parallax", () => {
    const { marks } = read(annotation({ mark: { id: "urn:uuid:00000000-0000-4000-8000-000000000001", note: "no" } }));
    expect(marks).toEqual([{ at: "", source: PAGE, ranges: [position(4, 9)], tags: [] }]);
  });

  it("name their creators", () => {
    const by = (creator: unknown) => read(annotation({ creator })).analysts.map(({ name }) => name);
    expect([by("http://example.org/u"), by({ name: "Ada" }), by([{ nickname: "ada" }]), by({}), by(6)]).toEqual([
      ["http://example.org/u"],
      ["Ada"],
      ["ada"],
      [],
      [],
    ]);
  });
});
