import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { projectSaying, reportRequest } from "../testing/report-project.ts";
import { given, paragraph, section } from "./document.ts";
import { reportHtml } from "./html.ts";
import { htmlText } from "./html-text.ts";
import { reportOf } from "./report.ts";

/** A start or end tag as an HTML parser finds it, with the names of its attributes. */
interface FoundTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/**
 * The tags of a page in order, found as the HTML standard's tokenizer does: `<` before a letter, `/`, `!` or `?` begins one,
 * and quotes are counted inside. Throws where a tag is not closed or an attribute is not quoted. `<style>` ends at `</style`.
 */
function tagsOf(html: string): readonly FoundTag[] {
  const tags: FoundTag[] = [];
  let at = 0;
  for (let open = html.indexOf("<", at); open !== -1; open = html.indexOf("<", at)) {
    const name = /^<[/!?]?[a-z][a-z0-9]*/i.exec(html.slice(open, open + 40))?.[0];
    if (name === undefined) throw new Error(`a bare < at ${open}: ${html.slice(open, open + 30)}`);
    at = open + name.length;
    const attributes = new Map<string, string>();
    for (;;) {
      const found = /^\s*(?:([a-z][a-zA-Z-]*)(?:="([^"]*)")?|(\/?>))/.exec(html.slice(at, at + 5_000));
      if (!found) throw new Error(`neither an attribute nor an end at ${at}: ${html.slice(at, at + 30)}`);
      at += found[0].length;
      if (found[3] !== undefined) break;
      attributes.set(found[1] ?? "", found[2] ?? "");
    }
    tags.push({ name, attributes });
    if (name === "<style") at = html.indexOf("</style", at);
  }
  return tags;
}

function shapeOf(html: string): readonly string[] {
  return tagsOf(html).map(({ name, attributes }) => `${name} ${[...attributes.keys()].join(" ")}`);
}

const htmlSaying = (words: string) => reportHtml(reportOf(reportRequest(projectSaying(words))));

/** What breaks out of places in HTML, beside any text at all. */
const hostile = fc.array(
  fc.oneof(
    fc.constantFrom(
      ..."<>\"'`&=/-!?;\n\t\0\u2028",
      "</title><script>",
      "</style>",
      "<!--",
      "-->",
      "]]>",
      "&lt;",
      '" onload="x',
      "<svg/onload=x>",
      "javascript:x",
      "\ud800",
    ),
    fc.string({ unit: "binary", maxLength: 5 }),
  ),
  { maxLength: 12 },
);
const words = hostile.map((parts) => `x${parts.join("")}`);

/** The same with letters for all that could be markup. */
function harmless(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, "x");
}

describe("reportHtml", () => {
  it("has the same tags and attributes whatever the project says", () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(shapeOf(htmlSaying(text))).toEqual(shapeOf(htmlSaying(harmless(text))));
      }),
      { numRuns: 150 },
    );
  });

  it("asks for nothing from anywhere and runs nothing", () => {
    const tags = tagsOf(htmlSaying("x <img src=https://x.example/y onerror=alert(1)>"));
    const names = new Set(tags.map(({ name }) => name));
    for (const name of ["<script", "<img", "<link", "<iframe", "<object", "<base", "<form"])
      expect(names).not.toContain(name);
    const attributes = new Set(tags.flatMap(({ attributes: found }) => [...found.keys()]));
    expect([...attributes].filter((name) => name.startsWith("on") || name === "src" || name === "style")).toEqual([]);
    const policy = tags.find(({ attributes: found }) => found.get("http-equiv") === "Content-Security-Policy");
    expect(policy?.attributes.get("content")).toContain("default-src 'none'");
  });

  it("closes what it opens, and gives each id once, to which every inner link leads", () => {
    const tags = tagsOf(htmlSaying("words"));
    const open: string[] = [];
    const single = ["<meta", "<!doctype", "<rect", "<path"];
    for (const { name } of tags) {
      if (single.includes(name)) continue;
      if (name.startsWith("</")) expect(`</${open.pop()?.slice(1)}`).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
    const ids = tags.flatMap(({ attributes }) => attributes.get("id") ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = tags
      .flatMap(({ attributes }) => attributes.get("href") ?? [])
      .filter((href) => href.startsWith("#"));
    expect(targets.length).toBeGreaterThan(10);
    for (const target of targets) expect(ids).toContain(target.slice(1));
  });

  it("has headings without a gap between their levels, each table with a caption and scopes", () => {
    const html = htmlSaying("words");
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
    const tables = html.split("<table>").slice(1);
    expect(tables.length).toBeGreaterThan(5);
    for (const table of tables) expect(table).toMatch(/^<caption>.+<\/caption>\s*<thead><tr><th scope="col"/);
    expect(html).not.toMatch(/<th(?! scope|ead)/);
  });

  it("shows a text as it is, isolated in its own direction", () => {
    const report = { title: "a", blocks: [paragraph(given("5 < 6 & “x”\u202e"))], sections: [section("a", "A", [])] };
    expect(reportHtml(report)).toContain('<p><bdi dir="auto">5 &lt; 6 &amp; “x”\u202e</bdi></p>');
  });

  it.each([
    ["https://x.example/a?b=1&c=2", 'href="https://x.example/a?b=1&amp;c=2"'],
    ["mailto:a@x.example", 'href="mailto:a@x.example"'],
    ['https://x.example/"><script>', 'href="https://x.example/%22%3E%3Cscript%3E"'],
    ["javascript:alert(1)", null],
    ["data:text/html,x", null],
    ["//x.example", null],
    ["https://x.example /y", null],
    ["x.example", null],
  ])("has %s as a link only where it is one of the web or of mail", (url, link) => {
    const report = { title: "a", blocks: [paragraph({ kind: "address", text: url })], sections: [] };
    const html = reportHtml(report);
    if (link === null) expect(html).not.toContain("href=");
    else expect(html).toContain(link);
    expect(html).toContain(htmlText(url));
  });
});
