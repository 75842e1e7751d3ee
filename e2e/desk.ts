import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import type { AnnotationSet } from "../annotations/model/annotation-set.ts";

/** The pane of the `place`th article from the left, from 0. */
export function pane(page: Page, place: number): Locator {
  return page.locator(".panes").getByRole("article").nth(place);
}

/** The text of a pane, in which keys mark. */
export function text(page: Page, place: number): Locator {
  return pane(page, place).getByRole("textbox");
}

/** Selects the first occurrence of `passage` in a pane for marking it. */
export async function select(page: Page, place: number, passage: string): Promise<void> {
  await drag(page, place, passage);
  await expect(page.getByRole("toolbar", { name: "Mark the selection" })).toBeVisible();
}

/** Selects the first occurrence of `passage` in a pane, as dragging over it would, and leaves the focus in the text. */
export async function drag(page: Page, place: number, passage: string): Promise<void> {
  await text(page, place).evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode()) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
    const whole = nodes.map((node) => node.data).join("");
    const start = whole.indexOf(wanted);
    if (start === -1) throw new Error(`the text does not contain “${wanted}”`);
    const find = (offset: number): [Text, number] => {
      let before = 0;
      for (const node of nodes) {
        if (offset <= before + node.length) return [node, offset - before];
        before += node.length;
      }
      throw new Error("beyond the text");
    };
    if (element instanceof HTMLElement) element.focus();
    const [from, fromOffset] = find(start);
    const [to, toOffset] = find(start + wanted.length);
    from.parentElement?.scrollIntoView({ block: "center" });
    getSelection()?.setBaseAndExtent(from, fromOffset, to, toOffset);
  }, passage);
}

/** Marks `passage` with the stance of a number key, for the first claim that `claim` finds. */
export async function mark(page: Page, place: number, passage: string, key: string, claim: string): Promise<void> {
  await select(page, place, passage);
  await page.keyboard.press(key);
  await claimField(page).fill(claim);
  await page.keyboard.press("Enter");
  await expect(claimField(page)).toBeHidden();
}

/** Clicks the last tick of the overview beside a text. Ticks that look the same are one element. */
export async function clickLastTick(page: Page, place: number): Promise<void> {
  const ticks = pane(page, place).locator(".tick");
  await expect(ticks.first()).toBeAttached();
  const point = await ticks.evaluateAll((paths) => {
    const boxes = paths.map((path) => path.getBoundingClientRect());
    const lowest = boxes.reduce((low, box) => (box.bottom > low.bottom ? box : low));
    return { x: lowest.left + lowest.width / 2, y: lowest.bottom - 1 };
  });
  await page.mouse.click(point.x, point.y);
}

/** The field in which a claim is picked for a passage. */
export function claimField(page: Page): Locator {
  return page.getByRole("combobox", { name: "Claim" });
}

/** The mark over exactly `passage` in a pane; it may be painted in several pieces, of which this is the last. */
export async function markOver(page: Page, place: number, passage: string): Promise<Locator> {
  await expect.poll(() => marksOver(page, place, passage)).not.toEqual([]);
  const [id] = await marksOver(page, place, passage);
  return pane(page, place).locator(`mark[data-mark~="${id}"]`).last();
}

/** The ids of the marks over exactly `passage` in a pane. */
export async function marksOver(page: Page, place: number, passage: string): Promise<readonly string[]> {
  return text(page, place).evaluate((element, wanted) => {
    const texts = new Map<string, string>();
    for (const piece of element.querySelectorAll<HTMLElement>("mark[data-mark]")) {
      // Of marks inside one another, each piece stands once around every mark that it belongs to, or once for many marks.
      for (const id of (piece.dataset.mark ?? "").split(" ")) {
        texts.set(id, (texts.get(id) ?? "") + (piece.textContent ?? ""));
      }
    }
    return [...texts].filter(([, whole]) => whole === wanted).map(([id]) => id);
  }, passage);
}

/** What finds the painted marks of the chosen claim. */
export async function marksOfChosenClaim(page: Page): Promise<string> {
  const chosen = page.getByRole("complementary", { name: "Claims" }).locator('[data-claim][aria-pressed="true"]');
  return `mark.of-${await chosen.getAttribute("data-claim")}`;
}

/** Waits until everything that was done is safe on the disk. */
export async function saved(page: Page): Promise<void> {
  await expect(page.locator('.saving-state[data-saving="saved"]')).toHaveText("Saved");
}

/** How many marks the working analyst has, as the status bar says. */
export async function markCount(page: Page): Promise<number> {
  const words = await page.getByRole("contentinfo").textContent();
  return Number(/(\d+) marks? ·/.exec(words ?? "")?.[1]);
}

/** The annotation sets as they stand in a project folder. */
export async function setsOnDisk(folder: string): Promise<readonly AnnotationSet[]> {
  const files = (await readdir(join(folder, "annotations"))).filter((file) => file.endsWith(".json"));
  const texts = await Promise.all(files.map((file) => readFile(join(folder, "annotations", file), "utf8")));
  return texts.map((json): AnnotationSet => JSON.parse(json));
}
