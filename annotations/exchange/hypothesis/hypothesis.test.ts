import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { article } from "../../testing/article.ts";
import { annotationsOf, claim, mark, projectOf, tag } from "../../testing/project.ts";
import { textFile } from "../input-file.ts";
import { exchangedProject } from "../testing/exchanged-project.ts";
import { writtenText } from "../written.ts";
import { hypothesis } from "./hypothesis.ts";

const Named = z.string().regex(/^(acct|group):.+$/);
const Time = z.iso.datetime({ offset: true });

/** An annotation with all fields that the API’s documentation says are always there, of the types that it says. */
const Documented = z.looseObject({
  ...{ id: z.string().min(1), created: Time, updated: Time, user: z.string(), uri: z.string(), text: z.string() },
  ...{ tags: z.array(z.string()), group: z.string() },
  permissions: z.looseObject({
    read: z.array(Named),
    update: z.array(Named),
    delete: z.array(Named),
    admin: z.array(Named).optional(),
  }),
  target: z.array(
    z.looseObject({ source: z.string(), selector: z.array(z.looseObject({ type: z.string() })).optional() }),
  ),
  document: z.looseObject({ title: z.array(z.string()).optional() }),
  links: z.looseObject({}),
  ...{ hidden: z.boolean(), flagged: z.boolean(), moderation_status: z.unknown(), actions: z.array(z.string()) },
});

function read(value: unknown) {
  return hypothesis.reader.read([textFile("a.json", JSON.stringify(value))]);
}

const QUOTE = { type: "TextQuoteSelector", exact: "ferry", prefix: "the ", suffix: " sank" };

/** An annotation as the API gives it. */
function annotation(fields: object = {}): object {
  const selector = [
    { type: "RangeSelector", startContainer: "/p[1]", endContainer: "/p[1]", startOffset: 4, endOffset: 9 },
    { type: "TextPositionSelector", start: 40, end: 45 },
    QUOTE,
  ];
  return {
    ...{ id: "jDNpFHkrEeeR1QvYq0zZ5Q", created: "2022-08-04T15:24:35.123456+00:00", user: "acct:ada@hypothes.is" },
    ...{ uri: "https://example.org/a", text: "why?", tags: ["C1/supports"], document: { title: ["A ferry"] } },
    ...{
      group: "__world__",
      permissions: { read: ["group:__world__"] },
      target: [{ source: "https://example.org/a", selector }],
    },
    ...fields,
  };
}

const RANGE = { position: { start: 40, end: 45, unit: "utf-16" }, quote: "ferry", prefix: "the ", suffix: " sank" };

describe("what is written for Hypothesis", () => {
  it("has all that the API’s documentation says is always there", () => {
    fc.assert(
      fc.property(exchangedProject, (project) => {
        const { annotations } = JSON.parse(writtenText(hypothesis, { project, sets: project.sets }));
        for (const one of annotations) {
          expect(Documented.safeParse(one).error).toBeUndefined();
          expect(one).toHaveProperty("moderation_status");
          expect(one.user).toMatch(/^acct:[A-Za-z0-9._]{3,30}@.*$/);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("counts as the browser does, and is private", () => {
    const text = article("🛶 the [ferry] sank", { url: "https://example.org/a", title: "A ferry" });
    const sets = [annotationsOf(1, { claims: [claim(1)], marks: [mark(1, text, tag(1, 1, "refutes"))] })];
    const { annotations } = JSON.parse(writtenText(hypothesis, { project: projectOf([text.source], sets), sets }));
    expect(annotations).toMatchObject([
      {
        ...{ uri: "https://example.org/a", tags: ["C1/refutes"], document: { title: ["A ferry"] } },
        permissions: { read: ["acct:000000000040008000000000000001@parallax.invalid"] },
        target: [{ selector: [{ type: "TextPositionSelector", start: 7, end: 12 }, { exact: "ferry" }] }],
      },
    ]);
  });
});

describe("what Hypothesis writes", () => {
  it.each([
    ["a search of the API", { total: 1, rows: [annotation()] }, "/rows/0"],
    ["the sidebar’s export", { export_date: "2022-11-23T00:00:00Z", annotations: [annotation()] }, "/annotations/0"],
    ["a list", [annotation()], "/0"],
  ])("is read from %s", (_, value, at) => {
    expect(hypothesis.reader.recognises([textFile("a.json", JSON.stringify(value))])).toBe(true);
    expect(read(value)).toMatchObject({
      sources: [{ key: "https://example.org/a", url: "https://example.org/a", title: "A ferry" }],
      analysts: [{ name: "ada" }],
      labels: [{ name: "C1/supports", stance: "supports" }],
      marks: [{ at, ranges: [RANGE], note: "why?", createdAt: "2022-08-04T15:24:35.123456Z" }],
      problems: [],
    });
  });

  it.each<[string, object, string]>([
    ["a reply", { references: ["x"] }, "replies are left out"],
    ["a page note", { target: [{ source: "https://example.org/a" }] }, "notes on a whole page are left out"],
    [
      "a shape",
      { target: [{ selector: [{ type: "ShapeSelector" }] }] },
      'left out: selectors of type "ShapeSelector" are not known',
    ],
    ["something without an address", { uri: null }, "its uri is not as Hypothesis writes it"],
  ])("is named where it is left out: %s", (_, fields, message) => {
    expect(read([annotation(fields)])).toMatchObject({ marks: [], problems: [{ at: "/0", message }] });
  });

  it("is counted where much of it is left out", () => {
    const replies = ["a", "b", "c"].map((id) => annotation({ id, references: ["x"] }));
    expect(read(replies).problems).toEqual([{ at: "/0", message: "replies are left out (3 times in all)" }]);
  });
});
