import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import type { App } from "./app.ts";
import { claimField, clickLastTick, mark, pane, saved, select, text } from "./desk.ts";
import { expect, test } from "./fixtures.ts";
import { firstLine } from "./passages.ts";

/** The names of the panes on the screen, from left to right; all read at one moment. */
function names(page: Page): Promise<readonly string[]> {
  return page.locator(".panes > .pane:not([hidden])").evaluateAll((panes) =>
    panes
      .map((one) => ({ name: one.getAttribute("aria-label") ?? "", left: one.getBoundingClientRect().left }))
      .sort((a, b) => a.left - b.left)
      .map(({ name }) => name),
  );
}

async function width(one: Locator): Promise<number> {
  return Math.round((await one.boundingBox())?.width ?? 0);
}

function widths(page: Page): Promise<readonly number[]> {
  return page
    .locator(".panes > .pane:not([hidden])")
    .evaluateAll((panes) => panes.map((one) => Math.round(one.getBoundingClientRect().width)));
}

function edge(page: Page, place: number): Locator {
  return page.locator(".panes").getByRole("separator").nth(place);
}

/** Puts the focus into the text of a pane as a person at the keyboard does, which scrolls nothing. */
async function goTo(page: Page, place: number): Promise<void> {
  for (let key = 0; key <= place; key++) await page.keyboard.press("F6");
  await expect(text(page, place)).toBeFocused();
}

/** Where every text stands, in pixels. */
function tops(page: Page): Promise<readonly number[]> {
  return page.locator(".panes .scroller").evaluateAll((scrollers) => scrollers.map((one) => one.scrollTop));
}

async function scrollTo(page: Page, place: number, share: number): Promise<void> {
  await pane(page, place)
    .locator(".scroller")
    .evaluate(async (scroller, wanted) => {
      const ended = new Promise((resolve) => scroller.addEventListener("scrollend", resolve, { once: true }));
      scroller.scrollTop = wanted * (scroller.scrollHeight - scroller.clientHeight);
      await ended;
    }, share);
}

/** What the machine remembers of the layout. */
async function remembered(app: App): Promise<string> {
  const settings: unknown = JSON.parse(await readFile(join(app.home, "config", "settings.json"), "utf8"));
  return JSON.stringify(typeof settings === "object" && settings !== null && "layouts" in settings && settings.layouts);
}

test("makes a pane wider by dragging its edge and by key, and all even by a double click", async ({ open }) => {
  const { page } = await open();
  const before = await widths(page);
  expect(Math.max(...before) - Math.min(...before)).toBeLessThanOrEqual(1);
  const first = edge(page, 0);
  const box = await first.boundingBox();
  if (!box) throw new Error("no edge");
  await page.mouse.move(box.x, box.y + 300);
  await page.mouse.down();
  await page.mouse.move(box.x + 30, box.y + 300, { steps: 5 });
  await page.mouse.up();
  const [left = 0, right = 0] = await widths(page);
  expect(left).toBeGreaterThan((before[0] ?? 0) + 25);
  expect(left + right).toBe((before[0] ?? 0) + (before[1] ?? 0));
  await expect(first).toHaveAttribute("aria-valuenow", String(left));

  await first.focus();
  await page.keyboard.press("Home");
  expect(await width(pane(page, 0))).toBe(204);
  await expect(first).toHaveAttribute("aria-valuenow", "204");
  await page.keyboard.press("ArrowRight");
  expect(await width(pane(page, 0))).toBe(236);
  await page.keyboard.press("End");
  expect(await width(pane(page, 1))).toBe(204);
  await expect(first).toHaveAttribute("aria-valuenow", (await first.getAttribute("aria-valuemax")) ?? "");
  await first.dblclick({ position: { x: 0, y: 300 } });
  expect(await widths(page)).toEqual(before);

  await text(page, 1).focus();
  await page.keyboard.press("Alt+Shift+ArrowUp");
  expect(await width(pane(page, 1))).toBe((before[1] ?? 0) + 32);
  await page.keyboard.press("Alt+Shift+ArrowDown");
  expect(await widths(page)).toEqual(before);
});

test("moves a pane by dragging its header and by key, with its place and the focus", async ({ open }) => {
  const { page } = await open();
  const before = await names(page);
  const [a = "", b = "", c = "", d = "", e = ""] = before;
  await scrollTo(page, 0, 0.5);
  await scrollTo(page, 3, 0.3);
  const line = await firstLine(page, 0);
  const other = await firstLine(page, 3);
  await goTo(page, 0);
  await page.keyboard.press("Alt+Shift+ArrowRight");
  await expect.poll(() => names(page)).toEqual([b, a, c, d, e]);
  await expect(text(page, 1)).toBeFocused();
  expect(await firstLine(page, 1)).toBe(line);
  expect(await firstLine(page, 3)).toBe(other);
  await page.keyboard.press("Alt+Shift+ArrowLeft");
  await page.keyboard.press("Alt+Shift+ArrowLeft");
  await expect.poll(() => names(page)).toEqual(before);

  const header = pane(page, 0).locator(".pane-header");
  const target = await pane(page, 3).boundingBox();
  if (!target) throw new Error("no pane");
  await header.hover({ position: { x: 40, y: 50 } });
  await page.mouse.down();
  await page.mouse.move(target.x + target.width * 0.7, target.y + 30, { steps: 8 });
  await expect(page.locator("[data-drop]")).toHaveCount(1);
  await page.mouse.up();
  await expect.poll(() => names(page)).toEqual([b, c, d, a, e]);
  expect(await firstLine(page, 3)).toBe(line);
  await expect(page.locator("[data-drop], [data-dragged]")).toHaveCount(0);

  await header.hover({ position: { x: 40, y: 50 } });
  await page.mouse.down();
  await page.mouse.move(target.x + target.width * 0.7, target.y + 30, { steps: 8 });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect.poll(() => names(page)).toEqual([b, c, d, a, e]);
});

test("collapses a pane to a spine with title and overview, and goes to a mark from there", async ({
  open,
  shot,
  axe,
}) => {
  const { page } = await open();
  const title = (await pane(page, 1).locator("h2").textContent()) ?? "";
  await scrollTo(page, 1, 0.5);
  const line = await firstLine(page, 1);
  await goTo(page, 1);
  await page.keyboard.press("-");
  const spine = pane(page, 1).getByRole("button", { name: `Expand ${title}` });
  await expect(spine).toBeFocused();
  expect(await width(pane(page, 1))).toBe(44);
  await expect(pane(page, 1).locator(".ticks")).toBeVisible();
  await shot(page, "panes-one-collapsed");
  await axe(page);
  await page.keyboard.press("Enter");
  await expect(text(page, 1)).toBeFocused();
  expect(await firstLine(page, 1)).toBe(line);

  await page.keyboard.press("-");
  await clickLastTick(page, 1);
  await expect(pane(page, 1).locator("mark.active").first()).toBeInViewport();
});

test("stops at the spines of collapsed articles with F6, which open by Enter and by Space", async ({ open, axe }) => {
  const { page } = await open();
  const spine = (place: number) => pane(page, place).getByRole("button", { name: /^Expand Digest: / });
  for (const place of [1, 3]) {
    await text(page, place).focus();
    await page.keyboard.press("-");
    await expect(spine(place)).toBeFocused();
  }
  await page.getByRole("button", { name: "Review", exact: true }).focus();
  const stops = [text(page, 0), spine(1), text(page, 2), spine(3), text(page, 4), text(page, 0)];
  for (const stop of stops) {
    await page.keyboard.press("F6");
    await expect(stop).toBeFocused();
    await expect(stop).toBeInViewport();
  }
  await axe(page);
  for (const stop of stops.toReversed().slice(1, -1)) {
    await page.keyboard.press("Shift+F6");
    await expect(stop).toBeFocused();
  }
  await page.keyboard.press("Enter");
  await expect(text(page, 1)).toBeFocused();
  await page.keyboard.press("F6");
  await page.keyboard.press("F6");
  await expect(spine(3)).toBeFocused();
  await page.keyboard.press("Space");
  await expect(text(page, 3)).toBeFocused();
  await expect(pane(page, 3)).not.toHaveClass(/collapsed/);
});

test("shows one article alone and goes back to all, each text at its line", async ({ open, shot, axe }) => {
  const { page } = await open();
  await scrollTo(page, 2, 0.5);
  await scrollTo(page, 4, 0.4);
  const line = await firstLine(page, 2);
  const other = await firstLine(page, 4);
  await goTo(page, 2);
  await page.keyboard.press("=");
  await expect(page.locator(".panes").getByRole("article")).toHaveCount(1);
  await expect(text(page, 0)).toBeFocused();
  expect((await firstLine(page, 0)).length).toBeGreaterThan(5);
  await shot(page, "panes-one-alone");
  await axe(page);
  await page.getByRole("button", { name: /^Articles 1 of 5/ }).click();
  await page.getByRole("menuitem", { name: "Back to all articles" }).click();
  await expect(page.locator(".panes").getByRole("article")).toHaveCount(5);
  await text(page, 2).evaluate((element) => element.focus({ preventScroll: true }));
  await page.keyboard.press("=");
  await page.keyboard.press("=");
  await expect(page.locator(".panes").getByRole("article")).toHaveCount(5);
  await expect(text(page, 2)).toBeFocused();
  expect(await firstLine(page, 2)).toBe(line);
  expect(await firstLine(page, 4)).toBe(other);
});

test("closes articles and opens them again from the menu, by key and from the pane's own menu", async ({
  open,
  shot,
  axe,
}) => {
  const { page } = await open();
  const before = await names(page);
  await text(page, 1).focus();
  await page.keyboard.press("_");
  await expect.poll(() => names(page)).toEqual(before.toSpliced(1, 1));
  await expect(page.getByRole("contentinfo")).toContainText("5 sources");
  await expect(page.locator(".text:focus")).toHaveCount(1);
  await pane(page, 0)
    .getByRole("button", { name: /^More for/ })
    .click();
  await shot(page, "pane-menu");
  await axe(page);
  await page.getByRole("menuitem", { name: /^Close/ }).click();
  await expect.poll(() => names(page)).toEqual(before.slice(2));
  await page.keyboard.press("o");
  const items = page.getByRole("menu").getByRole("menuitemcheckbox");
  await expect(items.first()).not.toBeChecked();
  await shot(page, "articles-menu");
  await axe(page);
  await items.first().click();
  await items.nth(1).click();
  await page.keyboard.press("Escape");
  await expect.poll(() => names(page)).toEqual(before);
});

test("does by menu what the keys do", async ({ open }) => {
  const { page } = await open();
  const [a = "", b = "", ...others] = await names(page);
  const choose = async (place: number, name: RegExp) => {
    await pane(page, place)
      .getByRole("button", { name: /^More for/ })
      .click();
    await page.getByRole("menuitem", { name }).click();
  };
  await choose(0, /^Move right/);
  await expect.poll(() => names(page)).toEqual([b, a, ...others]);
  await choose(1, /^Move left/);
  await expect.poll(() => names(page)).toEqual([a, b, ...others]);
  await choose(0, /^Collapse/);
  await expect(pane(page, 0).getByRole("button", { name: /^Expand/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await choose(1, /^Only this article/);
  await expect(page.locator(".panes").getByRole("article")).toHaveCount(1);
  await choose(0, /^Back to all articles/);
  await expect(page.locator(".panes").getByRole("article")).toHaveCount(5);
});

test("remembers layout and places for each analyst", async ({ open }) => {
  const app = await open();
  const { page } = app;
  const [a = "", b = "", ...others] = await names(page);
  await scrollTo(page, 3, 0.6);
  await text(page, 0).focus();
  await page.keyboard.press("Alt+Shift+ArrowRight");
  await edge(page, 3).focus();
  await page.keyboard.press("End");
  const wide = await widths(page);
  await text(page, 2).focus();
  await page.keyboard.press("-");
  const narrow = await widths(page);
  expect(narrow[2]).toBe(44);
  const line = await firstLine(page, 3);
  await expect.poll(() => remembered(app)).toContain('"collapsed"');
  await app.restart();
  await expect.poll(() => names(app.page)).toEqual([b, a, ...others]);
  expect(await widths(app.page)).toEqual(narrow);
  await expect.poll(() => firstLine(app.page, 3)).toBe(line);
  await pane(app.page, 2)
    .getByRole("button", { name: /^Expand/ })
    .click();
  expect(await widths(app.page)).toEqual(wide);

  await app.page.getByRole("button", { name: /^Analyst: / }).click();
  await app.page.getByRole("menuitem", { name: /Work as Ben/ }).click();
  await expect.poll(() => names(app.page)).toEqual([a, b, ...others]);
  expect(await tops(app.page)).toEqual([0, 0, 0, 0, 0]);
});

test("remembers what was arranged just before the window was closed", async ({ open }) => {
  const app = await open();
  await text(app.page, 0).focus();
  await app.page.keyboard.press("=");
  await expect(app.page.locator(".panes").getByRole("article")).toHaveCount(1);
  // Ending the desktop application closes its window; the browser's is closed here, as by a person.
  if (app.host === "web") {
    const closed = app.page.waitForEvent("close");
    await app.page.close({ runBeforeUnload: true });
    await closed;
  }
  await app.restart();
  await expect(app.page.locator(".panes").getByRole("article")).toHaveCount(1);
});

test("begins anew where the remembered layout is damaged", async ({ open }) => {
  const app = await open();
  const before = await names(app.page);
  await text(app.page, 0).focus();
  await app.page.keyboard.press("_");
  await expect.poll(() => remembered(app)).toContain('"closed"');
  const path = join(app.home, "config", "settings.json");
  const settings = JSON.parse(await readFile(path, "utf8"));
  settings.layouts[0].layout.panes[0].width = "wide";
  await writeFile(path, JSON.stringify(settings));
  await app.restart();
  await expect.poll(() => names(app.page)).toEqual(before);
});

test("scrolls the texts together by the same share, only while that is chosen", async ({ open }) => {
  const app = await open();
  const { page } = app;
  const shares = () =>
    page
      .locator(".panes .scroller")
      .evaluateAll((all) =>
        all.map((one) => Math.round((100 * one.scrollTop) / (one.scrollHeight - one.clientHeight))),
      );
  await scrollTo(page, 0, 0.4);
  expect(await shares()).toEqual([40, 0, 0, 0, 0]);
  await page.keyboard.press("l");
  await expect(page.getByRole("button", { name: "Scroll together" })).toHaveAttribute("aria-pressed", "true");
  await text(page, 1).hover();
  await page.mouse.wheel(0, 400);
  await expect.poll(async () => new Set(await shares()).size).toBe(1);
  await expect.poll(async () => (await shares())[0]).toBeGreaterThan(5);
  await scrollTo(page, 4, 1);
  await expect.poll(shares).toEqual([100, 100, 100, 100, 100]);
  await expect.poll(() => remembered(app)).toContain('"linked":true');
  await page.getByRole("button", { name: "Scroll together" }).click();
  await scrollTo(page, 4, 0.5);
  expect(await shares()).toEqual([100, 100, 100, 100, 50]);
});

test("scrolls no text by itself on tagging, undoing, saving or drawing anew", async ({ open }) => {
  const { page } = await open();
  for (const [place, share] of [0.31, 0.47, 0.6, 0.52, 0.44].entries()) await scrollTo(page, place, share);
  await select(page, 1, "Anna Evstigneeva");
  const before = await tops(page);
  expect(Math.min(...before)).toBeGreaterThan(50);
  const unmoved = async () => expect(await tops(page)).toEqual(before);
  await page.keyboard.press("1");
  await unmoved();
  await claimField(page).fill("C9");
  await page.keyboard.press("Enter");
  await expect(claimField(page)).toBeHidden();
  await unmoved();
  await page.keyboard.press("3");
  await page.keyboard.press("v");
  await unmoved();
  await saved(page);
  await unmoved();
  for (let step = 0; step < 3; step++) await page.keyboard.press("Control+z");
  await unmoved();
  await page.keyboard.press("Control+Shift+z");
  await saved(page);
  await unmoved();
  await page.keyboard.press("r");
  await page.keyboard.press("r");
  await expect(text(page, 1)).toBeVisible();
  await unmoved();
  await page.getByRole("button", { name: "Display" }).click();
  await page.getByRole("menuitem", { name: /Theme/ }).click();
  await page.keyboard.press("Escape");
  await unmoved();
});

for (const theme of ["light", "dark"] as const) {
  test(`keeps five heads readable and in one line, and texts wide enough, ${theme}`, async ({ open, shot, axe }) => {
    const { page } = await open();
    await page.emulateMedia({ colorScheme: theme });
    await mark(page, 0, "In the middle months of 2022", "1", "C1");
    for (const size of [1024, 1440, 2560]) {
      await page.setViewportSize({ width: size, height: size === 2560 ? 1440 : 900 });
      await expect.poll(async () => Math.min(...(await widths(page)))).toBeGreaterThanOrEqual(204);
      const heads = await page
        .locator(".pane-header")
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().bottom));
      expect(new Set(heads).size).toBe(1);
      const cut = await page
        .locator(".pane-header")
        .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length);
      expect(cut).toBe(0);
      const sideways = await page.locator(".panes").evaluate((row) => row.scrollWidth > row.clientWidth);
      expect(sideways).toBe(size === 1024);
      await axe(page);
      await shot(page, `panes-${theme}-${size}`);
    }
  });
}

test("keeps every text at its line when the text gets larger", async ({ open }) => {
  const { page } = await open();
  await scrollTo(page, 1, 0.5);
  const line = await firstLine(page, 1);
  await page.getByRole("button", { name: "Display" }).click();
  const larger = page.getByRole("menuitem", { name: /Larger text/ });
  for (let step = 0; step < 4; step++) await larger.click();
  await page.keyboard.press("Escape");
  const size = await text(page, 1).evaluate((element) => getComputedStyle(element).fontSize);
  expect(size).toBe("19px");
  const words = await text(page, 1).evaluate((element) => element.textContent);
  const distance = words.indexOf(line) - words.indexOf(await firstLine(page, 1));
  // The same character is in the first line, which may begin earlier now.
  expect(distance).toBeGreaterThanOrEqual(0);
  expect(distance).toBeLessThan(40);
});

test("shows two articles on 1024 pixels without scrolling sideways", async ({ open, shot }) => {
  const { page } = await open();
  await page.setViewportSize({ width: 1024, height: 768 });
  for (let closed = 0; closed < 3; closed++) {
    await text(page, 0).focus();
    await page.keyboard.press("_");
  }
  for (const one of await widths(page)) expect(one).toBeGreaterThanOrEqual(395);
  expect(await page.locator(".panes").evaluate((row) => row.scrollWidth > row.clientWidth)).toBe(false);
  await shot(page, "panes-two-1024");
});
