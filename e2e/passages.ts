import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Mark } from "../annotations/model/mark.ts";
import type { App } from "./app.ts";
import { pane, text } from "./desk.ts";

/** A point of the window. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the first occurrence of `passage` begins and ends in a pane, which is scrolled there where it must be: inside its first and last character. */
export async function placeOf(page: Page, place: number, passage: string): Promise<readonly [Point, Point]> {
  return text(page, place).evaluate((element, wanted): [Point, Point] => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode()) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
    const start = nodes
      .map((node) => node.data)
      .join("")
      .indexOf(wanted);
    if (start === -1) throw new Error(`the text does not contain “${wanted}”`);
    const rectangle = (offset: number) => {
      let before = 0;
      for (const node of nodes) {
        if (offset < before + node.length) {
          const range = document.createRange();
          range.setStart(node, offset - before);
          range.setEnd(node, offset - before + 1);
          return range.getBoundingClientRect();
        }
        before += node.length;
      }
      throw new Error("beyond the text");
    };
    const scroller = element.closest(".scroller");
    const frame = scroller?.getBoundingClientRect();
    const isInView = frame && rectangle(start).top > frame.top + 20 && rectangle(start).bottom < frame.bottom - 120;
    if (!isInView) scroller?.scrollBy({ top: rectangle(start).top - (frame?.top ?? 0) - 120, behavior: "instant" });
    const [first, last] = [rectangle(start), rectangle(start + wanted.length - 1)];
    return [
      { x: first.left + 1, y: first.top + first.height / 2 },
      { x: last.right - 1, y: last.top + last.height / 2 },
    ];
  }, passage);
}

/** Selects `passage` with the mouse button held, and modifiers held from before the release until after it. */
export async function sweep(
  page: Page,
  place: number,
  passage: string,
  ...modifiers: readonly string[]
): Promise<void> {
  const [from, to] = await placeOf(page, place, passage);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, to.y);
  await page.mouse.move(to.x, to.y);
  for (const modifier of modifiers) await page.keyboard.down(modifier);
  await page.mouse.up();
  for (const modifier of modifiers) await page.keyboard.up(modifier);
}

/** The words that stand in the first line in view of a pane. */
export function firstLine(page: Page, place: number): Promise<string> {
  return pane(page, place)
    .locator(".scroller")
    .evaluate((scroller) => {
      const { top } = scroller.getBoundingClientRect();
      const walker = document.createTreeWalker(scroller.querySelector(".text") ?? scroller, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      let words = "";
      while (walker.nextNode()) {
        const { data } = walker.currentNode as Text;
        for (let i = 0; i < data.length && words.length < 12; i++) {
          range.setStart(walker.currentNode, i);
          range.setEnd(walker.currentNode, i + 1);
          if (range.getBoundingClientRect().bottom > top + 1) words += data[i];
        }
        if (words.length >= 12) return words;
      }
      return words;
    });
}

/** The texts that the preview shows as what would be marked. */
export async function previewed(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [...(CSS.highlights.get("passage") ?? [])].map((range) => String(range)));
}

/** The quotes of a mark's pieces as they are painted, by the mark's id. */
export async function piecesOf(page: Page, place: number, id: string): Promise<string> {
  return text(page, place).evaluate(
    (element, markId) =>
      [...element.querySelectorAll(`mark[data-mark~="${markId}"]`)].map((piece) => piece.textContent ?? "").join(""),
    id,
  );
}

/** Every mark that the project's folder holds, once its changes have been folded into the annotation sets. */
export async function marksOnDisk(app: App): Promise<readonly Mark[]> {
  const folder = join(app.folder, "annotations");
  const files = (await readdir(folder)).filter((file) => file.endsWith(".json"));
  const sets = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  return sets.flatMap((json): readonly Mark[] => JSON.parse(json).marks);
}
