import type { Page } from "@playwright/test";
import { mark, marksOfChosenClaim, pane, saved, setsOnDisk, text } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

/** How far below its upper edge each open text shows its first passage of the chosen claim, in whole pixels. */
async function heights(page: Page): Promise<readonly (number | null)[]> {
  return page.locator(".panes .scroller").evaluateAll(
    (scrollers, marks) =>
      scrollers.map((scroller) => {
        const first = scroller.querySelector(marks)?.getClientRects()[0];
        return first ? Math.round(first.top - scroller.getBoundingClientRect().top) : null;
      }),
    await marksOfChosenClaim(page),
  );
}

function tops(page: Page): Promise<readonly number[]> {
  return page.locator(".panes .scroller").evaluateAll((scrollers) => scrollers.map((one) => one.scrollTop));
}

/** Chooses a claim in the list. */
async function choose(page: Page, label: string): Promise<void> {
  await page
    .getByRole("complementary", { name: "Claims" })
    .getByRole("button", { name: new RegExp(`^${label} `) })
    .click();
}

/** Waits until the passages of the chosen claim stand at one height in the texts that have one; gives it. */
async function aligned(page: Page): Promise<number> {
  const spread = async () => {
    const known = (await heights(page)).filter((height) => height !== null);
    return Math.max(...known) - Math.min(...known);
  };
  await expect.poll(spread).toBeLessThanOrEqual(2);
  return (await heights(page)).find((height) => height !== null) ?? Number.NaN;
}

for (const theme of ["light", "dark"] as const) {
  test(`aligns all texts at a claim at one height, ${theme}`, async ({ open, shot, axe }) => {
    const { page } = await open();
    await page.emulateMedia({ colorScheme: theme });
    for (const size of [1440, 1024, 2560]) {
      await page.setViewportSize({ width: size, height: size === 2560 ? 1440 : 900 });
      await choose(page, "C5");
      await page.keyboard.press("g");
      const height = await aligned(page);
      expect(height).toBeGreaterThan(10);
      expect((await heights(page)).filter((one) => one !== null).length).toBeGreaterThan(1);
      await expect(page.getByRole("group", { name: "No passage for C5" }).first()).toBeVisible();
      await axe(page);
      await shot(page, `aligning-${theme}-${size}`);
      await choose(page, "C5");
      await expect(page.getByRole("group", { name: "No passage for C5" })).toHaveCount(0);
    }
  });
}

test("takes by key and by button what the analyst found where there is no passage", async ({ open, shot }) => {
  const app = await open();
  const { page } = app;
  await mark(page, 0, "In the middle months of 2022", "1", "A claim that only one article speaks to");
  await page.keyboard.press("g");
  const cards = page.getByRole("group", { name: /^No passage for C16/ });
  await expect(cards).toHaveCount(4);
  const before = await tops(page);
  const second = pane(page, 1).getByRole("group");
  await second.focus();
  await page.keyboard.press("n");
  await expect(second).toContainText("not mentioned");
  await expect(second).toBeFocused();
  await expect(page.getByRole("dialog")).toBeHidden();
  const third = pane(page, 2).getByRole("group");
  await third.getByRole("button", { name: /^Not applicable/ }).click();
  await expect(third).toContainText("not applicable");
  await shot(page, "no-passage");
  await saved(page);
  const states = async () => (await setsOnDisk(app.folder)).flatMap((set) => set.cells.map((cell) => cell.state));
  const counted = async () => [
    (await states()).filter((state) => state === "not-mentioned").length,
    (await states()).filter((state) => state === "not-applicable").length,
  ];
  await page.keyboard.press("u");
  await expect(third.getByRole("button", { name: /^Not mentioned/ })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(third).toContainText("not applicable");
  await third.getByRole("button", { name: /^Back to not reviewed/ }).click();
  await expect(third.getByRole("button", { name: /^Not mentioned/ })).toBeVisible();
  expect(await tops(page)).toEqual(before);
  await app.restart();
  const [mentioned = 0, applicable = 0] = await counted();
  expect(mentioned).toBeGreaterThan(0);
  await choose(app.page, "C16");
  await app.page.keyboard.press("g");
  await expect(pane(app.page, 1).getByRole("group")).toContainText("not mentioned");
  await pane(app.page, 3).getByRole("group").focus();
  await app.page.keyboard.press("a");
  await saved(app.page);
  await app.restart();
  expect(await counted()).toEqual([mentioned, applicable + 1]);
});

test("reaches a card by Tab from its text, and takes the cards away with Escape", async ({ open }) => {
  const { page } = await open();
  await choose(page, "C5");
  await page.keyboard.press("g");
  const card = page.getByRole("group", { name: "No passage for C5" }).first();
  await expect(card).toBeVisible();
  const before = await tops(page);
  const place = await card.evaluate((element) =>
    [...document.querySelectorAll(".panes > .pane")].indexOf(element.closest(".pane") ?? element),
  );
  await text(page, place).focus();
  await page.keyboard.press("Tab");
  await expect(card).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(card).toBeHidden();
  await expect(text(page, place)).toBeFocused();
  expect((await tops(page)).toSpliced(place, 1)).toEqual(before.toSpliced(place, 1));
});

test("takes a card away once the text has a passage, or another claim is chosen", async ({ open }) => {
  const { page } = await open();
  await mark(page, 0, "In the middle months of 2022", "1", "A claim that only one article speaks to");
  await page.keyboard.press("g");
  await expect(page.getByRole("group", { name: /^No passage/ })).toHaveCount(4);
  await mark(page, 1, "Relations between Bamako", "2", "C16");
  await expect(page.getByRole("group", { name: /^No passage/ })).toHaveCount(3);
  await choose(page, "C2");
  await expect(page.getByRole("group", { name: /^No passage/ })).toHaveCount(0);
});

test("steps through all passages of a claim across the texts, in order, and from the claim list", async ({
  open,
  shot,
}) => {
  const { page } = await open();
  await choose(page, "C13");
  const steps = page.getByRole("contentinfo").locator(".passage-steps");
  const amount = Number(/(\d+) passages/.exec((await steps.textContent()) ?? "")?.[1]);
  expect(amount).toBeGreaterThan(3);
  const claim = page.getByRole("complementary", { name: "Claims" }).getByRole("button", { name: /^C13 / });
  await expect(claim).toBeFocused();
  const seen: (readonly [number, number])[] = [];
  for (let step = 1; step <= amount; step++) {
    await page.keyboard.press(">");
    await expect(steps).toContainText(`${step} of ${amount}`);
    await expect(page.locator(".panes mark.active").first()).toBeInViewport();
    seen.push(
      await page
        .locator(".panes mark.active")
        .first()
        .evaluate((element) => {
          const panes = [...document.querySelectorAll(".panes > .pane")];
          const place = panes.findIndex((one) => one.contains(element));
          const marks = Array.from(panes[place]?.querySelectorAll<Element>("mark") ?? []);
          return [place, marks.indexOf(element)] as const;
        }),
    );
    await expect(claim).toBeFocused();
  }
  expect(seen).toEqual(seen.toSorted(([a, b], [c, d]) => a - c || b - d));
  expect(new Set(seen.map(([place]) => place)).size).toBeGreaterThan(1);
  await shot(page, "passage-steps");
  await page.keyboard.press(">");
  await expect(steps).toContainText(`1 of ${amount}`);
  await page.keyboard.press("<");
  await expect(steps).toContainText(`${amount} of ${amount}`);
  await page.keyboard.press("F6");
  await page.keyboard.press("<");
  await expect(steps).toContainText(`${amount - 1} of ${amount}`);
  await expect(page.locator(".text:focus mark.active").first()).toBeInViewport();
});

test("expands a collapsed text to step to its passage, and says what closed ones hold", async ({ open }) => {
  const { page } = await open();
  await choose(page, "C13");
  const steps = page.getByRole("contentinfo").locator(".passage-steps");
  await page.keyboard.press("F6");
  await page.keyboard.press("-");
  await expect(pane(page, 0)).toHaveClass(/collapsed/);
  await page.keyboard.press(">");
  await expect(text(page, 0)).toBeFocused();
  await expect(pane(page, 0).locator("mark.active").first()).toBeInViewport();
  await page.keyboard.press("_");
  await expect(steps).toContainText(/in closed articles/);
});

test("keeps passage beside passage when linked texts scroll from an alignment", async ({ open, shot }) => {
  const { page } = await open();
  await page.keyboard.press("l");
  await choose(page, "C5");
  await page.keyboard.press("g");
  await aligned(page);
  const places = await heights(page);
  const leader = places.findIndex((height) => height !== null);
  const before = await tops(page);
  await text(page, leader).hover();
  await page.mouse.wheel(0, 240);
  await expect.poll(async () => ((await tops(page))[leader] ?? 0) - (before[leader] ?? 0)).toBe(240);
  const during = await tops(page);
  for (const [i, top] of during.entries()) if (places[i] !== null) expect(top).toBeGreaterThan(before[i] ?? 0);
  await page.mouse.wheel(0, -240);
  await expect.poll(async () => (await tops(page))[leader]).toBe(before[leader]);
  await aligned(page);
  await shot(page, "linked-at-a-claim");
});
