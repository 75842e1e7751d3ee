import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { REPOSITORY } from "../main/launch/repository.mjs";
import { claimField, select } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

const SAMPLE = join(REPOSITORY, "annotations", "sample");
const MONTHS = "In the middle months of 2022";

test("finds a claim by a slip of the pen, by letters in order and by an alias, and shows what it is part of", async ({
  open,
  shot,
  axe,
}) => {
  const { page } = await open();
  await select(page, 0, MONTHS);
  await page.keyboard.press("1");
  const first = page.getByRole("option").first();
  await claimField(page).fill("helicoptres");
  await expect(first).toHaveAccessibleName(/^C10 /);
  await claimField(page).fill("hlcptrs");
  await expect(first).toHaveAccessibleName(/^C10 /);
  await claimField(page).fill("C5");
  await expect(first).toContainText("part of C4");
  await axe(page);
  await shot(page, "claim-picker");
  await page.keyboard.press("Enter");
  await expect(claimField(page)).toBeHidden();
});

test("lists recent claims first, then those pinned", async ({ open }) => {
  const { page } = await open();
  await page.getByRole("complementary", { name: "Claims" }).getByRole("button", { name: /^C9 / }).focus();
  await page.keyboard.press("p");
  await select(page, 0, MONTHS);
  await page.keyboard.press("1");
  await expect(page.getByRole("option").first()).toHaveAccessibleName(/^C9 /);
  await claimField(page).fill("C3");
  await page.keyboard.press("Enter");
  await select(page, 0, MONTHS);
  await page.keyboard.press("2");
  await expect(page.getByRole("option").first()).toHaveAccessibleName(/^C3 /);
  await expect(page.getByRole("option").nth(1)).toHaveAccessibleName(/^C9 /);
});

test("lists three thousand claims, of which only those in view are on the page", async ({ open, shot }, testInfo) => {
  const { page } = await open({ project: SAMPLE, prepare: (folder) => addClaims(folder, 3_000) });
  const lines = page.getByRole("complementary", { name: "Claims" }).locator("li[data-row]");
  await expect(lines.first()).toBeVisible();
  await expect.poll(() => lines.count()).toBeLessThan(120);
  await lines.first().getByRole("button", { name: /^C1 / }).focus();
  await page.keyboard.press("End");
  await expect(page.locator("button.claim:focus")).toHaveAccessibleName(/^M3000 /);
  await select(page, 0, MONTHS);
  const painted = await page.evaluate(async () => {
    const began = performance.now();
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "1", bubbles: true, cancelable: true }));
    while (!document.querySelector(".picker-item")) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return Math.round(performance.now() - began);
  });
  testInfo.annotations.push({ type: "key to list painted, 3,000 claims", description: `${painted} ms` });
  await claimField(page).fill("Statement 2718");
  await expect(page.getByRole("option").first()).toHaveAccessibleName(/^M2718 /);
  await shot(page, "claim-picker-3000");
});

/** Adds so many claims, `M1` and on, to the sample's first set. */
async function addClaims(folder: string, count: number): Promise<void> {
  const path = join(folder, "annotations", "5bb33e11-69cb-4b85-b0b7-2974aec62f8c.json");
  const set = JSON.parse(await readFile(path, "utf8"));
  const more = Array.from({ length: count }, (_, i) => ({
    ...set.claims[0],
    id: `99999999-0000-4000-8000-${String(i + 1).padStart(12, "0")}`,
    label: `M${i + 1}`,
    text: `Statement ${i + 1} of many`,
  }));
  set.claims = [...set.claims, ...more].sort((a, b) => (a.id < b.id ? -1 : 1));
  // The seal of the former content is not that of this one.
  delete set.sha256;
  await writeFile(path, `${JSON.stringify(set, null, 2)}\n`);
}
