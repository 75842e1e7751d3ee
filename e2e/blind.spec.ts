import type { Locator, Page } from "@playwright/test";
import { mark, pane, saved, setsOnDisk, text } from "./desk.ts";
import { expect, test } from "./fixtures.ts";
import { firstLine } from "./passages.ts";

const ADA = "Ada Okafor";

function sight(page: Page, place: number): Locator {
  return pane(page, place).locator("button.sight");
}

function sightCard(page: Page): Locator {
  return page.getByRole("dialog", { name: "Your work on this article, and the others’" });
}

function others(page: Page, place: number): Locator {
  return text(page, place).locator("[data-other]");
}

/** How many marks of everybody the list of marks counts. */
async function listed(page: Page): Promise<number> {
  await page.keyboard.press("w");
  const list = page.getByRole("complementary", { name: "Marks" });
  const more = list.getByRole("button", { name: /^(More|Fewer) filters$/ });
  if ((await more.getAttribute("aria-expanded")) === "false") await more.click();
  await list.getByLabel("Analyst").selectOption({ label: "Everyone’s marks" });
  const count = await list.getByRole("status").textContent();
  await list.getByRole("button", { name: "Close", exact: true }).click();
  return Number(/^(\d+)/.exec(count ?? "")?.[1]);
}

test("an article is blind until it is done and the others’ marks are asked for, which is recorded", async ({
  open,
  shot,
  axe,
}) => {
  const app = await open();
  const { page } = app;
  const before = await listed(page);
  await expect(sight(page, 4)).toHaveText("blind");
  await text(page, 4).focus();
  await page.keyboard.press("z");
  await expect(sightCard(page)).toContainText("1 claim is not reviewed yet.");
  await axe(page);
  await shot(page, "blind");
  await page.keyboard.press("Enter");
  await expect(sightCard(page)).toContainText("What others have marked here is still hidden.");
  await expect(sight(page, 4)).toHaveText("✓ done, blind");
  await page.keyboard.press("Enter");
  await expect(sightCard(page)).toContainText("recorded in the project with your name and the time");
  await shot(page, "blind-asking");
  await page.keyboard.press("Enter");
  await expect(sightCard(page)).toContainText("You see the others’ marks since");
  await page.keyboard.press("Escape");
  await expect(text(page, 4)).toBeFocused();
  await expect(sight(page, 4)).toHaveText("✓ done, not blind");
  expect(await listed(page)).toBeGreaterThan(before);

  // What was seen cannot be undone; what was said can.
  await page.keyboard.press("ControlOrMeta+z");
  await expect(sight(page, 4)).toHaveText("not blind");
  await saved(page);
  await app.restart();
  await expect(sight(app.page, 4)).toHaveText("not blind");
  const ada = (await setsOnDisk(app.folder)).find(({ analyst }) => analyst.name === ADA);
  expect(ada?.reveals).toHaveLength(4);
  expect(ada?.done).toHaveLength(4);

  // A mark made now is not blind, and the figures say so.
  await mark(app.page, 4, "Russian", "1", "C1");
  await app.page.keyboard.press("r");
  await app.page.getByRole("tab", { name: "Analysts" }).click();
  const stance = app.page.getByRole("region", { name: "Which stance" });
  await expect(stance).toContainText(/Not all of it was made blind: 1 of \d+ marks by Ada Okafor made or changed/);
  await app.page.getByLabel("Count only what was made blind").check();
  await expect(stance).toContainText(/Only what was made blind counts: 1 of \d+ marks by Ada Okafor .*, left out\./);
  const blind = app.page.getByRole("region", { name: "Where they differ" });
  await expect(blind).toContainText("You are still blind to 1 article");
  await blind.getByRole("button", { name: "Show the others’ marks…" }).click();
  await shot(app.page, "blind-review");
  await axe(app.page);
  await blind.getByRole("button", { name: "Show them" }).click();
  await expect(blind).not.toContainText("still blind");
});

test("analysts are compared in lanes over the same text, each mark with its card", async ({ open, shot, axe }) => {
  const { page } = await open();
  await text(page, 0).focus();
  await page.keyboard.press("a");
  await expect(others(page, 0).first()).toBeVisible();
  await expect(pane(page, 0).getByRole("button", { name: /Ben Laurent/ })).toHaveAttribute("aria-pressed", "true");
  await expect(others(page, 3)).toHaveCount(0);
  await axe(page);
  for (const [scheme, name] of [
    ["light", "lanes"],
    ["dark", "lanes-dark"],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await expect(page.locator("html")).toHaveAttribute("data-theme", scheme);
    await shot(page, name);
  }
  await page.keyboard.press("}");
  const card = page.getByRole("dialog", { name: "Mark of Ben Laurent" });
  await expect(card).toContainText(/voice/);
  await expect(page.locator(".other.shown").first()).toBeInViewport();
  await axe(page);
  await shot(page, "lanes-card-dark");
  await page.keyboard.press("Escape");
  await expect(card).toBeHidden();
  await expect(text(page, 0)).toBeFocused();

  // The card of an own mark leads to those of others at its place.
  const shared = text(page, 0).locator("mark[data-mark] [data-other], [data-other] mark[data-mark]").first();
  // The mark may run over two lines, so its first piece is clicked and not its middle.
  const place = await shared.evaluate((element) => {
    const [box] = element.getClientRects();
    return box ? { x: box.x + 4, y: box.y + box.height / 2 } : { x: 0, y: 0 };
  });
  await page.mouse.click(place.x, place.y);
  const own = page.getByRole("dialog", { name: "Mark", exact: true });
  await own.getByRole("group", { name: "Others’ marks at this place" }).getByRole("button").first().click();
  await expect(card).toBeVisible();
  await expect(own).toBeHidden();
  await page.keyboard.press("Escape");

  await pane(page, 0)
    .getByRole("button", { name: /Ben Laurent/ })
    .click();
  await expect(others(page, 0)).toHaveCount(0);
  await text(page, 0).focus();
  await page.keyboard.press("a");
  await expect(pane(page, 0).getByRole("group", { name: "Lanes below the text" })).toBeHidden();
});

/** The height of each block of a text, and whether others have marked there. */
function blockHeights(
  page: Page,
  place: number,
): Promise<readonly { readonly height: number; readonly has: boolean }[]> {
  return text(page, place).evaluate((element) =>
    [...element.querySelectorAll("p, h3")].map((block) => ({
      height: block.getBoundingClientRect().height,
      has: block.querySelector("[data-other]") !== null,
    })),
  );
}

test("lanes set only those paragraphs apart in which others have marked, and no text moves", async ({ open, shot }) => {
  const { page } = await open();
  await pane(page, 0).locator(".scroller").hover();
  await page.mouse.wheel(0, 700);
  await expect
    .poll(() =>
      pane(page, 0)
        .locator(".scroller")
        .evaluate((scroller) => scroller.scrollTop),
    )
    .toBe(700);
  await text(page, 1).focus();
  const before = await blockHeights(page, 0);
  const line = await firstLine(page, 0);
  await page.keyboard.press("a");
  await expect(others(page, 0).first()).toBeAttached();
  const after = await blockHeights(page, 0);
  const changed = after.map(({ height, has }, i) => ({ has, grew: height - (before[i]?.height ?? 0) > 0.5 }));
  expect(new Set(changed.map(({ has }) => has))).toEqual(new Set([true, false]));
  expect(changed.filter(({ has, grew }) => has !== grew)).toEqual([]);
  await expect.poll(() => firstLine(page, 0)).toBe(line);
  await shot(page, "lanes-where-needed");
  await text(page, 1).focus();
  await page.keyboard.press("a");
  await expect(others(page, 0)).toHaveCount(0);
  await expect.poll(() => blockHeights(page, 0)).toEqual(before);
  await expect.poll(() => firstLine(page, 0)).toBe(line);
});

test("who adjudicates sees everybody’s marks; who is blind sees none of them anywhere", async ({ open, shot }) => {
  const { page } = await open();
  await page.getByRole("button", { name: `Analyst: ${ADA}` }).click();
  await page.getByRole("menuitem", { name: /Work as Ben/ }).click();
  await expect(sight(page, 0)).toHaveText("blind");
  expect(await listed(page)).toBe(32);
  await page.keyboard.press("a");
  await expect(page.getByText("Others’ marks are hidden: say that you are done")).toBeVisible();

  await page.keyboard.press("r");
  await page.getByRole("tab", { name: "Analysts" }).click();
  await expect(page.getByText("You are still blind to 5 articles")).toBeVisible();
  await expect(page.locator("button.differing")).toHaveCount(0);
  await page.getByLabel("The adjudicated layer is").selectOption("Ben Laurent’s");
  await page.keyboard.press("r");
  await expect(sight(page, 0)).toHaveText("adjudicating");
  expect(await listed(page)).toBeGreaterThan(32);
  await page.keyboard.press("a");
  await expect(others(page, 0).first()).toBeVisible();
  await shot(page, "blind-adjudicating");
});
