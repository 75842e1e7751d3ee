import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stringsFor } from "../../annotations/exchange/testing/naughty-project.ts";
import { webAnnotation } from "../../annotations/exchange/web-annotation/web-annotation.ts";
import { writtenText } from "../../annotations/exchange/written.ts";
import type { Project } from "../../annotations/model/project.ts";
import type { Range } from "../../annotations/model/range.ts";
import type { Source } from "../../annotations/model/source.ts";
import { codePointsOf } from "../../annotations/text/code-points.ts";
import { startBrowser } from "../browser-page.ts";
import { generatedProjects, naughtyProjects } from "../projects.ts";
import type { Found, Place, placesOf, Selectors } from "./places.ts";

const PROJECTS = [...generatedProjects(50), ...naughtyProjects(stringsFor(webAnnotation))];

/** What is written of an annotation, as far as the tests look into it; of a whole article it has no selectors. */
interface Annotation {
  readonly target: string | Target | readonly Target[];
}

interface Target {
  readonly source: string;
  readonly selector: Selectors;
}

/** An article with the pieces of all annotations in it, and where their selectors lead. */
interface Article {
  readonly source: Source;
  readonly expected: readonly Range[];
  readonly found: readonly Found[];
}

describe("web-annotation, as Apache Annotator resolves it", () => {
  let browser: Browser;
  const articles: Article[] = [];

  beforeAll(async () => {
    browser = await startBrowser();
    const page = await browser.newPage();
    await page.addScriptTag({ content: await bundled() });
    for (const project of PROJECTS) articles.push(...(await resolvedArticles(page, project)));
  }, 180_000);
  afterAll(() => browser.close());

  it("finds the words of each piece by its position", () => {
    for (const { source, expected, found } of articles) {
      const places = expected.map((range) => [placeOf(source, range)]);
      expect(found.map(({ byPosition }) => byPosition)).toEqual(places);
    }
  });

  it("finds them by their quote, and else only what stands between the same words", () => {
    for (const { source, expected, found } of articles) {
      for (const [i, range] of expected.entries()) {
        const places = found[i]?.byQuote ?? [];
        expect(places).toContainEqual(placeOf(source, range));
        const { prefix, quote, suffix } = range;
        const around = ({ start, words }: Place) =>
          source.text.slice(start - prefix.length, start + words.length + suffix.length);
        for (const place of places) expect(around(place)).toBe(prefix + quote + suffix);
      }
    }
  });
});

/** Apache Annotator with what the page does with it, as one script. */
async function bundled(): Promise<string> {
  const entry = join(import.meta.dirname, "places.ts");
  const [result] = [
    await build({
      configFile: false,
      logLevel: "error",
      build: { write: false, lib: { entry, formats: ["iife"], name: "annotator" } },
    }),
  ].flat();
  if (!result || !("output" in result)) throw new Error("Vite made no bundle");
  return result.output[0].code;
}

/** Resolves each selector of a project's annotations in a page with their article. */
async function resolvedArticles(page: Page, project: Project): Promise<readonly Article[]> {
  const written = JSON.parse(writtenText(webAnnotation, { project, sets: project.sets }));
  const annotations: readonly Annotation[] = written.first.items;
  const targets = annotations.flatMap(({ target }) => (typeof target === "string" ? [] : [target].flat()));
  const iris = new Map<string, string>(
    written.articles.map(({ id, article }: Record<string, string>) => [article, id]),
  );
  const articles: Article[] = [];
  for (const source of project.sources) {
    const selectors = targets.filter((target) => target.source === iris.get(source.id)).map(({ selector }) => selector);
    articles.push({
      source,
      expected: piecesIn(source, project),
      found: await resolvedIn(page, source.text, selectors),
    });
  }
  return articles;
}

function resolvedIn(page: Page, text: string, selectors: readonly Selectors[]): Promise<readonly Found[]> {
  return page.evaluate(
    ([text, selectors]) => {
      const article = document.createElement("article");
      // Each line in an element of its own, as pages have it.
      for (const line of text.split(/(?<=\n)/)) article.appendChild(document.createElement("p")).textContent = line;
      document.body.replaceChildren(article);
      return (globalThis as unknown as InPage).annotator.placesOf(selectors);
    },
    [text, selectors] as const,
  );
}

interface InPage {
  readonly annotator: { readonly placesOf: typeof placesOf };
}

/** The pieces of all annotations of an article: those of a mark once for each tag. */
function piecesIn({ id }: Source, { sets }: Project): readonly Range[] {
  const marks = sets.flatMap((set) => set.marks).filter(({ sourceId }) => sourceId === id);
  return marks.flatMap(({ ranges, tags }) => Array.from({ length: tags.length || 1 }, () => ranges).flat());
}

function placeOf(source: Source, { start, quote }: Range): Place {
  return { start: codePointsOf(source).toUtf16(start), words: quote };
}
