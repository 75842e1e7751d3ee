import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Metadata } from "../model/source.ts";
import { codePointsOf } from "../text/code-points.ts";
import { guessArticle } from "./guess.ts";
import { Guess } from "./staged-file.ts";

/** Each block as one line: `#` a heading, `¶` a paragraph, `~` boilerplate, then its text. */
function outline(text: string): string[] {
  const points = codePointsOf({ text });
  return guessArticle(text).blocks.map(({ kind, boilerplate, start, end }) => {
    const sign = boilerplate ? "~" : kind === "heading" ? "#" : "¶";
    return `${sign} ${points.slice(start, end)}`;
  });
}

function found(text: string): Partial<Metadata> {
  const { metadata, guessed } = guessArticle(text);
  return Object.fromEntries(guessed.map((field) => [field, metadata[field]]));
}

const LONG =
  "The ferry at Kolda had been out of service for eleven weeks when the district council met in the schoolhouse to hear the engineers, and by the time the meeting ended nobody in the room believed the date that had been promised for its return.";
const SECOND =
  "What the council did agree on was a list of repairs that the harbour office is to pay for, among them a new winch, two life rafts and a coat of paint for the jetty, which has been closed to carts since the flood.";

describe("guessArticle", () => {
  it("reads a page with a breadcrumb, the title twice, a date, a byline, a picture credit and a biography", () => {
    const text = [
      "Home / Rivers / The Ferry’s Long Absence from Kolda",
      "The Ferry’s Long Absence from Kolda",
      "March 4, 2020",
      "By Amina Sowe – Visiting Fellow",
      LONG,
      "How a repair became a quarrel",
      SECOND,
      "\u00a0",
      "Image: The jetty at dusk (Source: Harbour office)",
      "About Amina Sowe",
      "Amina Sowe writes on waterways and teaches at the river school.",
    ].join("\n\n");
    expect(outline(text)).toEqual([
      "~ Home / Rivers / The Ferry’s Long Absence from Kolda",
      "# The Ferry’s Long Absence from Kolda",
      "¶ March 4, 2020",
      "¶ By Amina Sowe – Visiting Fellow",
      `¶ ${LONG}`,
      "# How a repair became a quarrel",
      `¶ ${SECOND}`,
      "~ Image: The jetty at dusk (Source: Harbour office)",
      "~ About Amina Sowe",
      "~ Amina Sowe writes on waterways and teaches at the river school.",
    ]);
    expect(found(text)).toEqual({
      title: "The Ferry’s Long Absence from Kolda",
      author: "Amina Sowe",
      date: "2020-03-04",
      language: "en",
    });
  });

  it("takes the first of two title lines for boilerplate and keeps every heading between paragraphs", () => {
    const text = [
      "A Short History Of The Kolda Ferry – And Its Critics",
      "A Short History Of The Kolda Ferry – And Its Critics",
      "Introduction",
      LONG,
      "1998 Strikes On The Quay",
      SECOND,
      "Harbour Master: “We Were Never Asked” About The Winch",
      LONG,
      "Conclusion",
      SECOND,
    ].join("\n\n");
    expect(outline(text).filter((line) => !line.startsWith("¶"))).toEqual([
      "~ A Short History Of The Kolda Ferry – And Its Critics",
      "# A Short History Of The Kolda Ferry – And Its Critics",
      "# Introduction",
      "# 1998 Strikes On The Quay",
      "# Harbour Master: “We Were Never Asked” About The Winch",
      "# Conclusion",
    ]);
    expect(found(text)).toEqual({ title: "A Short History Of The Kolda Ferry – And Its Critics", language: "en" });
  });

  it("finds no title and no date in a text that opens with a picture credit and an update without a year", () => {
    const text = `Photo: B. Kanté/Harbour Pictures\n\n\nUPDATE, MARCH 9:\n\nThe ferry sailed again.\n\n${LONG}\n\nA Winch of “Great Age”\n\n${SECOND}`;
    expect(outline(text)).toEqual([
      "~ Photo: B. Kanté/Harbour Pictures",
      "¶ UPDATE, MARCH 9:",
      "¶ The ferry sailed again.",
      `¶ ${LONG}`,
      "# A Winch of “Great Age”",
      `¶ ${SECOND}`,
    ]);
    expect(found(text)).toEqual({ language: "en" });
  });

  it("marks a page's furniture above and below an article, and what the page says of other articles", () => {
    const text = [
      "top of page",
      "Kolda Waits: A Ferry And Its Price",
      "Updated: Mar 15, 2020",
      LONG,
      SECOND,
      "42 views0 comments",
      "Recent Posts",
      "See All",
      "What the Bridge Is Made Of",
      "By Omar Jatta Pillars, cranes and a cook: what the builders of the bridge have brought up the river so far. Forty barges",
      "bottom of page",
    ].join("\n\n");
    expect(outline(text)).toEqual([
      "~ top of page",
      "# Kolda Waits: A Ferry And Its Price",
      "¶ Updated: Mar 15, 2020",
      `¶ ${LONG}`,
      `¶ ${SECOND}`,
      "~ 42 views0 comments",
      "~ Recent Posts",
      "~ See All",
      "~ What the Bridge Is Made Of",
      "~ By Omar Jatta Pillars, cranes and a cook: what the builders of the bridge have brought up the river so far. Forty barges",
      "~ bottom of page",
    ]);
    expect(found(text)).toEqual({
      title: "Kolda Waits: A Ferry And Its Price",
      date: "2020-03-15",
      language: "en",
    });
  });

  it("takes a name that stands alone below the article for its author", () => {
    const text = `Kolda Looks To The Bridge\n\n${LONG}\n\n${SECOND}\n\nLamin van der Berg\n\n\nLeave a Reply\n`;
    expect(outline(text)).toEqual([
      "# Kolda Looks To The Bridge",
      `¶ ${LONG}`,
      `¶ ${SECOND}`,
      "¶ Lamin van der Berg",
      "~ Leave a Reply",
    ]);
    expect(found(text)).toEqual({ title: "Kolda Looks To The Bridge", author: "Lamin van der Berg", language: "en" });
  });

  it("joins the lines of a hard-wrapped message and leaves its header lines apart", () => {
    const text = [
      "From: Amina Sowe <amina@example.org>",
      "Subject: The ferry, once more",
      "Date: Wed, 4 Mar 2020 10:15:00 +0000",
      "",
      "Dear all, the district council met last night in the schoolhouse, and",
      "by the end of it nobody in the room believed the date that had been",
      "promised for the return of the ferry.",
      "",
      "What they did agree on was a list of repairs, among them a new winch,",
      "two life rafts and a coat of paint for the jetty.",
      "",
      "- the winch is to come from the shipyard at the mouth of the river and",
      "  will be paid by the harbour office",
      "- the paint is here",
      "",
      "Yours,",
      "Amina",
    ].join("\n");
    expect(outline(text)).toEqual([
      "¶ From: Amina Sowe <amina@example.org>",
      "¶ Subject: The ferry, once more",
      "¶ Date: Wed, 4 Mar 2020 10:15:00 +0000",
      "¶ Dear all, the district council met last night in the schoolhouse, and\nby the end of it nobody in the room believed the date that had been\npromised for the return of the ferry.",
      "¶ What they did agree on was a list of repairs, among them a new winch,\ntwo life rafts and a coat of paint for the jetty.",
      "¶ - the winch is to come from the shipyard at the mouth of the river and\n  will be paid by the harbour office",
      "¶ - the paint is here",
      "¶ Yours,",
      "¶ Amina",
    ]);
    expect(found(text)).toEqual({ title: "The ferry, once more", date: "2020-03-04", language: "en" });
  });

  it("counts offsets in code points", () => {
    const text = "🛶 Ferry news 👩‍👩‍👧\n\nالعبّارة عادت إلى النهر.\n\nLe cafe\u0301 du quai a rouvert. 🇲🇱";
    expect(guessArticle(text).blocks).toEqual([
      { kind: "heading", start: 0, end: 18, boilerplate: false },
      { kind: "paragraph", start: 20, end: 44, boilerplate: false },
      { kind: "paragraph", start: 46, end: 76, boilerplate: false },
    ]);
  });

  it("reads an Arabic article", () => {
    const text =
      "عودة العبّارة إلى النهر بعد غياب طويل\n\nبقلم: آمنة سو\n\n٤ مارس ٢٠٢٠\n\nقال مجلس المنطقة إن العبّارة التي توقفت عن العمل في الشتاء عادت إلى النهر بعد أن تم إصلاحها، وهذا ما كان ينتظره السكان في القرية من قبل.";
    expect(found(text)).toEqual({
      title: "عودة العبّارة إلى النهر بعد غياب طويل",
      author: "آمنة سو",
      date: "2020-03-04",
      language: "ar",
    });
  });

  it("reads a Chinese article", () => {
    const text =
      "渡船重返河上\n\n2020年3月4日\n\n地区议会周三晚上在校舍里开会，听取工程师的报告。没有人相信渡船会按期返回。";
    expect(found(text)).toEqual({ title: "渡船重返河上", date: "2020-03-04", language: "zh" });
  });

  it("takes a single line for text and not for a title", () => {
    expect(guessArticle("The ferry is back")).toEqual({
      metadata: { title: "", author: "", outlet: "", date: "", url: "", language: "" },
      guessed: [],
      blocks: [{ kind: "paragraph", start: 0, end: 17, boilerplate: false }],
    });
  });

  it("takes only the first of several headings without any paragraph for a heading", () => {
    expect(outline("The Ferry\n\nThe Winch\n\nThe Paint")).toEqual(["# The Ferry", "¶ The Winch", "¶ The Paint"]);
  });

  it.each(["", "\n\n", " \u00a0\n\t\u200b\n"])("finds no block in %j", (text) => {
    expect(outline(text)).toEqual([]);
  });

  it("passes over a menu of unknown words above the title", () => {
    const text = ["Harbours", "Locks", "Weirs", "Bridges", "Tides", "A ferry and what it costs", LONG].join("\n");
    expect(found(text).title).toBe("A ferry and what it costs");
  });

  it("takes no date from a text whose own parts are headed by dates", () => {
    const text = ["The year on the river", "4 March 2020", LONG, "9 April 2020", SECOND].join("\n\n");
    expect(found(text)).toEqual({ title: "The year on the river", language: "en" });
  });

  it("takes no date, byline or outlet from running text", () => {
    const text = `The year on the river\n\n${LONG} It was 4 March 2020. By Amina Sowe it was called a shame. © 2020 nobody.`;
    expect(found(text)).toEqual({ title: "The year on the river", language: "en" });
  });

  it("prefers the date of publication to that of an update", () => {
    const text = `The year on the river\n\nUpdated: 9 April 2020\nPublished: 4 March 2020\n\n${LONG}`;
    expect(found(text).date).toBe("2020-03-04");
  });

  it("takes the outlet and the address from lines that state them", () => {
    const text = `The year on the river\n\nhttps://www.river.example/2020/ferry\n\n${LONG}\n\nThis article was first published in The Kolda Gazette on 4 March 2020.\n\n© 2020 Rivernet. All rights reserved.`;
    expect(found(text)).toEqual({
      title: "The year on the river",
      outlet: "The Kolda Gazette",
      url: "https://www.river.example/2020/ferry",
      language: "en",
    });
    expect(outline(text).at(-1)).toBe("~ © 2020 Rivernet. All rights reserved.");
    expect(found(text.replace(/This article.*\n/, "")).outlet).toBe("Rivernet");
    expect(found(text.replace(/This article[\s\S]*/, "")).outlet).toBe("river.example");
  });

  it("takes the author from a biography when there is no byline", () => {
    const text = `The year on the river\n\n${LONG}\n\nAbout Amina Sowe\n\nSowe teaches at the river school.`;
    expect(found(text).author).toBe("Amina Sowe");
  });

  it("keeps what follows a list of other articles in the middle of the text", () => {
    const text = ["The year on the river", LONG, LONG, "Related", "The bridge of Kolda", SECOND, SECOND].join("\n\n");
    expect(outline(text).filter((line) => line.startsWith("~"))).toEqual([]);
  });

  it("gives blocks that are in order, apart, not blank, whole grapheme clusters, and all of the text but blanks", () => {
    fc.assert(
      fc.property(articleText, (text) => {
        const { blocks } = guessArticle(text);
        const points = Array.from(text);
        const ends = clusterEnds(text);
        let reached = 0;
        for (const { start, end } of blocks) {
          expect(points.slice(reached, start).join("").replace(BLANKS, "")).toBe("");
          expect(points.slice(start, end).join("").replace(BLANKS, "")).not.toBe("");
          expect([ends.has(start), ends.has(end)]).toEqual([true, true]);
          expect(start).toBeGreaterThanOrEqual(reached);
          reached = end;
        }
        expect(points.slice(reached).join("").replace(BLANKS, "")).toBe("");
      }),
      { numRuns: 300 },
    );
  });

  it("gives a guess that can be stored, with the fields it found", () => {
    fc.assert(
      fc.property(articleText, (text) => {
        const guess = guessArticle(text);
        expect(Guess.parse(guess)).toEqual(guess);
        const { metadata, guessed } = guess;
        expect(Object.entries(metadata).flatMap(([field, value]) => (value === "" ? [] : [field]))).toEqual(guessed);
      }),
      { numRuns: 300 },
    );
  });

  it("only splits a file that has more lines than any article", () => {
    const { metadata, blocks } = guessArticle(`Title\n\n${"Related\n".repeat(30_000)}`);
    expect(metadata.title).toBe("");
    expect(blocks.length).toBe(30_001);
    expect(blocks.some((block) => block.boilerplate || block.kind === "heading")).toBe(false);
  });

  it("stays quick on long and awkward lines", { timeout: 10_000 }, () => {
    const awkward = [
      `${"- ".repeat(35)}10:30 ${"ab".repeat(20)}!`,
      `By ${"A ".repeat(90)}`,
      `Home ${"> a ".repeat(100)}.`,
      "12 views".repeat(60),
      `${"“".repeat(150)}`,
      "\u00a0".repeat(50_000),
      "a".repeat(100_000),
    ];
    const text = Array.from({ length: 40 }, () => awkward.join("\n\n")).join("\n");
    expect(guessArticle(text).blocks.length).toBe(240);
  });
});

const BLANKS = /[\s\u0085\u200b\u200e\u200f\u2060]/g;

const articleText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..." \n,\n\n,\n\n\n,\u00a0,\u200b,\u2028,\f, \u0301,e\u0301,\u0301,\u200d,\u0600, \u0600,👩‍👩‍👧,🇲🇱,🇲,क्षि,한,渡船,سلام,\ud83d,\udc69".split(
          ",",
        ),
        ...["Home / ", "By Amina Sowe", "Title", "4 March 2020", "Photo: ", "About Amina Sowe", "Related", "12 views"],
        ...["© 2020 ", "https://river.example/a", "Leave a Reply", "Subject: ", "The ferry sailed.", LONG],
        ...[
          "a line of some length that was wrapped by a mail program, and\n",
          "another line that was wrapped by a mail\n",
        ],
      ),
      fc.string({ unit: "binary", maxLength: 6 }),
      fc.string({ unit: "grapheme", maxLength: 6 }),
    ),
    { maxLength: 25 },
  )
  .map((pieces) => pieces.join(""));

/** The offsets in code points at which a grapheme cluster of the whole text begins or ends. */
function clusterEnds(text: string): ReadonlySet<number> {
  let reached = 0;
  const ends = new Set([0]);
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)) {
    reached += Array.from(segment).length;
    ends.add(reached);
  }
  return ends;
}
