import type { Page } from "@playwright/test";
import type { App } from "./app.ts";
import { claimField, drag, mark, markCount, markOver, marksOver, pane, saved, setsOnDisk, text } from "./desk.ts";
import { expect, test } from "./fixtures.ts";
import { sweep } from "./passages.ts";

const PASSAGE = "middle months of 2022";

test("repeats the last tag on a selection with one key: claim, stance, voice, speaker and all", async ({ open }) => {
  const { page } = await open();
  await mark(page, 0, PASSAGE, "2", "C7");
  await page.keyboard.press("v");
  await page.keyboard.press("v");
  await drag(page, 3, "harder ten years");
  await page.keyboard.press(".");
  const repeated = await markOver(page, 3, "harder ten years");
  await expect(repeated).toHaveClass(/refutes/);
  await expect(repeated).toHaveClass(/quoted/);
  await expect(pane(page, 3).locator('[data-label="C7−"]').first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo repeating a tag" })).toBeEnabled();
  await expect(text(page, 3)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Mark" }).getByLabel("Voice")).toHaveValue("quoted-indirect");
});

test("adds the last tag to a mark, once", async ({ open }) => {
  const { page } = await open();
  await drag(page, 0, PASSAGE);
  await page.keyboard.press("m");
  await mark(page, 1, "Relations between Bamako", "1", "C7");
  await page.keyboard.press("Shift+F6");
  await expect(text(page, 0)).toBeFocused();
  await page.keyboard.press("[");
  await expect(await markOver(page, 0, PASSAGE)).toHaveClass(/active/);
  await page.keyboard.press(".");
  await expect(await markOver(page, 0, PASSAGE)).toHaveClass(/supports/);
  await page.keyboard.press(".");
  await expect(page.getByText("This mark has the tag C7+ already.")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(await markOver(page, 0, PASSAGE)).toHaveClass(/untagged/);
});

test("copies the tag of a mark that was chosen, to passages and to other marks", async ({ open, axe, shot }) => {
  const { page } = await open();
  await mark(page, 0, PASSAGE, "3", "C9");
  await mark(page, 1, "Relations between Bamako", "1", "C7");
  await (await markOver(page, 0, PASSAGE)).click();
  await page.keyboard.press("Escape");
  await drag(page, 2, "looked into Moura");
  await page.getByRole("button", { name: /C9± again/ }).click();
  await expect(await markOver(page, 2, "looked into Moura")).toHaveClass(/mixed/);
  await (await markOver(page, 0, PASSAGE)).click();
  await (await markOver(page, 1, "Relations between Bamako")).click();
  const card = page.getByRole("dialog", { name: "Mark" });
  await expect(card.getByRole("button", { name: /C9± too/ })).toBeVisible();
  await shot(page, "card-with-repeat");
  await axe(page);
  await page.keyboard.press(".");
  await expect(card.getByRole("button", { name: /C9± too/ })).toBeHidden();
  await expect(pane(page, 1).locator('[data-label="C7+ C9±"]').first()).toBeVisible();
});

test("says what is missing when no tag was used yet", async ({ open }) => {
  const { page } = await open();
  const before = await markCount(page);
  await drag(page, 0, PASSAGE);
  await page.keyboard.press(".");
  await expect(page.getByText(/^There is no tag to repeat yet/)).toBeVisible();
  expect(await markCount(page)).toBe(before);
});

test("marks, tags and repeats forty passages by keyboard alone, in few keys", async ({ open, shot }) => {
  test.slow();
  const app = await open();
  const { page } = app;
  const quoted = await quotedNow(app);
  const before = await markCount(page);
  const known: number[] = [];
  const repeated: number[] = [];
  let voice = 0;
  await page.keyboard.press("F6");
  for (let place = 0; place < 5; place++) {
    await expect(text(page, place)).toBeFocused();
    await page.keyboard.press("Control+Home");
    for (let round = 0; round < 4; round++) {
      const made = before + place * 8 + round * 2;
      await selectWords(page);
      known.push(await tag(page, String(1 + ((place + round) % 5)), String(1 + ((place * 4 + round) % 15))));
      await expect.poll(() => markCount(page)).toBe(made + 1);
      if (round === 3) voice = await press(page, "v");
      await selectWords(page);
      repeated.push(await press(page, "."));
      await expect.poll(() => markCount(page)).toBe(made + 2);
      await expect(text(page, place)).toBeFocused();
    }
    await page.keyboard.press("F6");
  }
  await shot(page, "forty-marks");
  console.log(`Key presses per mark beyond the selection, median of ${known.length} and ${repeated.length}:`);
  console.log(
    `  known claim and stance ${median(known)}, another voice ${voice} more, repeated tag ${median(repeated)}`,
  );
  expect(await markCount(page)).toBe(before + 40);
  expect(median(known)).toBeLessThanOrEqual(3);
  expect(median(repeated)).toBe(1);
  await saved(page);
  await app.restart();
  expect(await quotedNow(app)).toBe(quoted + 10);
});

test("marks, tags and repeats forty passages by pointer alone, in few clicks", async ({ open }) => {
  test.slow();
  const app = await open();
  const { page } = app;
  const quoted = await quotedNow(app);
  const before = await markCount(page);
  const known: number[] = [];
  const repeated: number[] = [];
  let voice = 0;
  for (let place = 0; place < 5; place++) {
    const passages = await passagesOf(page, place, 8);
    for (const [round, passage] of passages.entries()) {
      await sweep(page, place, passage);
      const bar = page.getByRole("toolbar", { name: "Mark the selection" });
      if (round % 2 === 0) {
        await bar.getByRole("button", { name: STANCES[(place + round) % 5] ?? "" }).click();
        await page
          .getByRole("listbox", { name: "Claims" })
          .getByRole("option")
          .nth(round % 5)
          .click();
        await expect.poll(() => marksOver(page, place, passage), passage).not.toEqual([]);
        known.push(2);
        if (round === 6) voice = await quote(page, place, passage);
      } else {
        await bar.getByRole("button", { name: / again/ }).click();
        repeated.push(1);
      }
      await expect.poll(() => markCount(page)).toBe(before + place * 8 + round + 1);
      await expect.poll(() => marksOver(page, place, passage), passage).not.toEqual([]);
    }
  }
  console.log(`Clicks per mark beyond the selection, median of ${known.length} and ${repeated.length}:`);
  console.log(
    `  known claim and stance ${median(known)}, another voice ${voice} more, repeated tag ${median(repeated)}`,
  );
  expect(await markCount(page)).toBe(before + 40);
  await saved(page);
  await app.restart();
  expect(await quotedNow(app)).toBe(quoted + 10);
});

/** How many tags in the analyst's set on the disk quote somebody directly. */
async function quotedNow({ folder }: App): Promise<number> {
  const set = (await setsOnDisk(folder)).find(({ marks }) => marks.length > 40);
  const tags = set?.marks.flatMap((one) => one.tags) ?? [];
  return tags.filter(({ voice }) => voice === "quoted-direct").length;
}

/** Says in the card of a mark that it quotes somebody, and leaves the card; with how many clicks. */
async function quote(page: Page, place: number, passage: string): Promise<number> {
  await (await markOver(page, place, passage)).click();
  const card = page.getByRole("dialog", { name: "Mark" });
  await card.getByLabel("Voice").selectOption("quoted-direct");
  await pane(page, place).getByRole("heading").first().click();
  await expect(card).toBeHidden();
  return 4;
}

const STANCES = ["supports", "refutes", "mixed", "questions", "mentions"];

/** So many runs of three words that stand once in a text, from its beginning to its end. */
async function passagesOf(page: Page, place: number, count: number): Promise<readonly string[]> {
  const blocks = await text(page, place).locator("p").allTextContents();
  const whole = blocks.join("");
  const runs = blocks
    .flatMap((block) => block.match(/(?<=^| )(?:\p{L}{2,} ){2}\p{L}{2,}(?= )/gu) ?? [])
    .filter((run) => whole.split(run).length === 2);
  expect(runs.length).toBeGreaterThanOrEqual(count);
  return Array.from({ length: count }, (_, i) => runs[Math.floor((i * runs.length) / count)] ?? "");
}

/** Goes on a line and selects three words from the caret. */
async function selectWords(page: Page): Promise<void> {
  await page.keyboard.press("ArrowDown");
  for (let word = 0; word < 3; word++) await page.keyboard.press("Control+Shift+ArrowRight");
}

/** Gives the selection stance and claim; how many keys that took. */
async function tag(page: Page, stance: string, claim: string): Promise<number> {
  let count = await press(page, stance);
  for (const digit of claim) count += await press(page, digit);
  count += await press(page, "Enter");
  await expect(claimField(page)).toBeHidden();
  return count;
}

async function press(page: Page, key: string): Promise<number> {
  await page.keyboard.press(key);
  return 1;
}

function median(counts: readonly number[]): number {
  const sorted = [...counts].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[middle]];
  return (low + high) / 2;
}
