import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { claimField, markOver, pane, saved, select, setsOnDisk, text } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

const ARABIC =
  "قال الناطق باسم الجيش، إن المدينة هادئة. وقال أيضا أن الجنود في المعسكر وأن هذا ما كان من قبل، على أن الأمر لا يزال قيد النظر.\n";
const MIXED = "Sank 👩‍👩‍👧 there 😀, cafe\u0301 noir. The word السلام stands in it, and 12 men.\n";

const files = { "arabic.txt": ARABIC, "mixed.txt": MIXED };

/** Where a passage stands in a text, in code points. */
function codePoints(whole: string, passage: string): { start: number; end: number } {
  const start = Array.from(whole.slice(0, whole.indexOf(passage))).length;
  return { start, end: start + Array.from(passage).length };
}

test("marks Arabic, mixed directions, emoji and combining marks, and keeps them to the code point", async ({
  open,
  shot,
  axe,
}) => {
  const app = await open({
    args: Object.keys(files),
    prepare: async (folder) => {
      for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    },
  });
  const { page } = app;
  await expect(text(page, 0).locator("p").first()).toHaveCSS("direction", "rtl");
  await expect(text(page, 1).locator("p").first()).toHaveCSS("direction", "ltr");

  const marks = [
    [0, ARABIC, "الناطق باسم الجيش", "الناطق باسم"],
    [1, MIXED, "👩‍👩‍👧 there", "👩‍👩‍👧 the"],
    [1, MIXED, "cafe\u0301 noir", "afe\u0301 noir"],
    [1, MIXED, "السلام stands", "السلام sta"],
  ] as const;
  const claim = "المدينة هادئة, says the army";
  for (const [i, [place, , passage, selected]] of marks.entries()) {
    await select(page, place, place === 0 ? passage : selected);
    await page.keyboard.press(String(1 + i));
    await claimField(page).fill(claim);
    await page.keyboard.press("Enter");
    await expect(claimField(page)).toBeHidden();
    await expect(await markOver(page, place, passage)).toBeVisible();
  }
  await expect(page.getByRole("complementary", { name: "Claims" }).locator("[data-claim]")).toHaveCount(1);
  await saved(page);
  await shot(page, "writing-systems");
  await axe(page);

  await app.restart();
  const ranges = (await setsOnDisk(app.folder)).flatMap((set) => set.marks).flatMap((mark) => mark.ranges);
  const found = ranges.map(({ start, end, quote }) => ({ start, end, quote }));
  const expected = marks.map(([, whole, passage]) => ({ ...codePoints(whole, passage), quote: passage }));
  expect(new Set(found.map((range) => JSON.stringify(range)))).toEqual(
    new Set(expected.map((range) => JSON.stringify(range))),
  );
  for (const [place, , passage] of marks) await expect(await markOver(app.page, place, passage)).toBeVisible();

  await app.page.keyboard.press("Control+f");
  await app.page.locator("#search-field").fill("الجَيْش");
  await expect(pane(app.page, 0)).toBeVisible();
  await expect(app.page.locator(".results .hit")).toHaveCount(1);
});
