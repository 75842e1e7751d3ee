import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hypothesis } from "../../annotations/exchange/hypothesis/hypothesis.ts";
import { stringsFor } from "../../annotations/exchange/testing/naughty-project.ts";
import { writtenText } from "../../annotations/exchange/written.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import type { Project } from "../../annotations/model/project.ts";
import type { Source } from "../../annotations/model/source.ts";
import { codePointsOf } from "../../annotations/text/code-points.ts";
import { startBrowser } from "../browser-page.ts";
import { generatedProjects, naughtyProjects } from "../projects.ts";
import { type Imported, importedBy } from "./client.ts";

/** Not all strings: the client takes its time. */
const STRINGS = stringsFor(hypothesis).filter((_, i) => i % 5 === 0);

const PROJECTS = [...generatedProjects(4), ...naughtyProjects(STRINGS)];

/** An annotation as far as the client imports it. */
interface Written {
  readonly text: string;
  readonly tags: readonly string[];
  readonly target: readonly { readonly selector: readonly { readonly prefix?: string; readonly suffix?: string }[] }[];
}

/** An article with an analyst's marks, with what the client was given of them, and what it made of that. */
interface Article {
  readonly source: Source;
  readonly user: string;
  readonly marks: readonly Mark[];
  readonly given: readonly Written[];
  readonly imported: Imported;
}

describe("hypothesis, as the client of Hypothesis imports it", () => {
  let browser: Browser;
  const articles: Article[] = [];

  beforeAll(async () => {
    browser = await startBrowser();
    for (const project of PROJECTS) {
      for (const set of project.sets) {
        const marked = project.sources.filter(({ id }) => set.marks.some(({ sourceId }) => sourceId === id));
        for (const source of marked) articles.push(await importedArticle(browser, source, { ...project, sets: [set] }));
      }
    }
  }, 180_000);
  afterAll(() => browser.close());

  it("keeps notes, tags and selectors, and shows them to nobody else", () => {
    for (const { user, given, imported } of articles) {
      const kept = imported.kept.map(({ text, tags, target, permissions }) => ({
        text,
        tags,
        target,
        read: permissions.read,
      }));
      const expected = given.map(({ text, tags, target }) => ({ text, tags, target, read: [user] }));
      expect(inOrder(kept)).toEqual(inOrder(expected));
    }
  });

  it("highlights all pieces of each mark, also without what stands around them", () => {
    for (const { source, marks, imported } of articles) {
      expect(imported.text).toBe(source.text);
      const expected = [...marks, ...marks].map((mark) => indicesOf(source, mark));
      const visible = (indices: readonly number[]) => indices.filter((i) => /\S/.test(source.text[i] ?? ""));
      // Between the edges of highlights the client leaves blanks out that stand alone.
      expect(inOrder(imported.highlighted.map(visible))).toEqual(inOrder(expected.map(visible)));
    }
  });
});

/** Has the client import an analyst's marks in an article, each as it is written and once more without what stands around it. */
async function importedArticle(browser: Browser, source: Source, project: Project): Promise<Article> {
  const text = writtenText(hypothesis, { project: { ...project, sources: [source] }, sets: project.sets });
  const { export_userid: user, annotations, ...rest } = JSON.parse(text);
  const given: readonly Written[] = [...annotations, ...annotations.map(withoutContext)];
  const file = JSON.stringify({ ...rest, export_userid: user, annotations: given });
  const marks = project.sets.flatMap((set) => set.marks).filter(({ sourceId }) => sourceId === source.id);
  return { source, user, marks, given, imported: await importedBy(browser, source.text, file, user) };
}

/** The client asks for a quote; without what stands around it only the position tells its places apart. */
function withoutContext(annotation: Written): Written {
  const target = annotation.target.map(({ selector, ...rest }) => ({
    ...rest,
    selector: selector.map(({ prefix: _, suffix: __, ...one }) => one),
  }));
  return { ...annotation, target };
}

/** The UTF-16 indices of all pieces of a mark. */
function indicesOf(source: Source, { ranges }: Mark): readonly number[] {
  const points = codePointsOf(source);
  return ranges.flatMap(({ start, end }) => {
    const from = points.toUtf16(start);
    return Array.from({ length: points.toUtf16(end) - from }, (_, i) => from + i);
  });
}

function inOrder(values: readonly unknown[]): readonly string[] {
  return values.map((value) => JSON.stringify(value)).sort();
}
