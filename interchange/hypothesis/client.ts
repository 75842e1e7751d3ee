import { join } from "node:path";
import type { Browser, Page, Request } from "@playwright/test";
import { type Answer, offlinePage } from "../browser-page.ts";
import { type Kept, Service } from "./service.ts";

const PACKAGE = join(import.meta.dirname, "..", "node_modules", "hypothesis");

const CLIENT = "https://client.test/";

const PAGE = "https://article.test/";

/** What the client made of an export. */
export interface Imported {
  readonly kept: readonly Kept[];
  /** The text of the page. */
  readonly text: string;
  /** For each annotation which UTF-16 indices of the text are highlighted for it. */
  readonly highlighted: readonly (readonly number[])[];
}

/**
 * Has the sidebar of Hypothesis import an export of a user beside a page with the article, until all of it is highlighted. Throws
 * where it is not.
 */
export async function importedBy(browser: Browser, article: string, file: string, user: string): Promise<Imported> {
  const service = new Service(user);
  const page = await offlinePage(browser, (request) => service.answer(request) ?? clientAnswer(request, article));
  page.setDefaultTimeout(60_000);
  await page.goto(PAGE);
  await importFile(page, file);
  const { annotations } = JSON.parse(file);
  await allHighlighted(page, annotations.length).catch((cause) => {
    throw new Error(`not all of ${annotations.length} annotations are highlighted; ${service.kept.length} are kept`, {
      cause,
    });
  });
  const found = await page.evaluate(highlights);
  await page.close();
  return { kept: service.kept, ...found };
}

function allHighlighted(page: Page, count: number): Promise<unknown> {
  return page.waitForFunction((count) => {
    const elements = Array.from(document.querySelectorAll("hypothesis-highlight"));
    return new Set(elements.map((one) => Reflect.get(one, "_annotation"))).size === count;
  }, count);
}

async function importFile(page: Page, file: string): Promise<void> {
  const sidebar = page.frameLocator("hypothesis-sidebar iframe");
  await sidebar.getByTitle("Show share panel").click();
  await sidebar.getByRole("tab", { name: "Import" }).click();
  const buffer = Buffer.from(file);
  await sidebar
    .locator("input[type=file]")
    .setInputFiles({ name: "export.json", mimeType: "application/json", buffer });
  await sidebar.getByTestId("import-button").click();
}

/** Runs in the page: which characters stand in the highlights of each annotation. */
function highlights() {
  const article = document.querySelector("article") ?? document.body;
  const byAnnotation = new Map<unknown, number[]>();
  const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  let reached = 0;
  while (texts.nextNode()) {
    const length = texts.currentNode.textContent?.length ?? 0;
    for (let at = texts.currentNode.parentElement; at && at !== article; at = at.parentElement) {
      const annotation: unknown = Reflect.get(at, "_annotation");
      const indices = byAnnotation.get(annotation) ?? [];
      for (let i = 0; i < length; i++) indices.push(reached + i);
      byAnnotation.set(annotation, indices);
    }
    reached += length;
  }
  return { text: article.textContent ?? "", highlighted: [...byAnnotation.values()] };
}

function clientAnswer(request: Request, article: string): Answer | undefined {
  const url = request.url();
  if (url === PAGE) return html(`<article>${escaped(article)}</article>`, { services: [Service.settings] });
  if (url.startsWith(`${CLIENT}app.html`)) return html("<hypothesis-app></hypothesis-app>", Service.settings);
  if (!url.startsWith(`${CLIENT}build/`)) return undefined;
  return { path: join(PACKAGE, new URL(url).pathname), headers: { "access-control-allow-origin": "*" } };
}

/** A page that starts the client; its text begins with that of the body. */
function html(body: string, more: object): Answer {
  const apps = Object.fromEntries(
    ["sidebar", "notebook", "profile"].map((app) => [`${app}AppUrl`, `${CLIENT}app.html`]),
  );
  const settings = { ...apps, ...more, assetRoot: CLIENT, openSidebar: true, showHighlights: "always" };
  const config = `<script type="application/json" class="js-hypothesis-config">${JSON.stringify(settings)}</script>`;
  const head = `<meta charset="utf-8"><title>Article</title>${config}<script src="${CLIENT}build/boot.js" defer></script>`;
  return { contentType: "text/html", body: `<!doctype html><html><head>${head}</head><body>${body}</body></html>` };
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
