import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { claimField, drag, markOver, pane, select, text } from "./desk.ts";
import { expect, test } from "./fixtures.ts";
import { previewed, sweep } from "./passages.ts";

test("marks whole words without blanks and punctuation around them, and shows them before", async ({ open, shot }) => {
  const { page } = await open();
  await drag(page, 0, "iddle months of 2022 the offi");
  await expect.poll(() => previewed(page)).toEqual(["middle months of 2022 the officers"]);
  await shot(page, "preview-light");
  await page.keyboard.press("1");
  await expect(pane(page, 0).locator("mark.draft").first()).toHaveText(/^middle months/);
  await expect.poll(() => previewed(page)).toEqual([]);
  await claimField(page).fill("C1");
  await page.keyboard.press("Enter");
  await expect(await markOver(page, 0, "middle months of 2022 the officers")).toBeVisible();
  await drag(page, 4, " agreement that is nearly ready. ");
  await expect.poll(() => previewed(page)).toEqual(["agreement that is nearly ready"]);
});

test("marks exactly what is selected with Alt", async ({ open }) => {
  const { page } = await open();
  await select(page, 0, "iddle months of 20");
  await page.keyboard.down("Alt");
  await expect.poll(() => previewed(page)).toEqual(["iddle months of 20"]);
  await page.keyboard.up("Alt");
  await expect.poll(() => previewed(page)).toEqual(["middle months of 2022"]);
  await page.keyboard.press("Alt+2");
  await claimField(page).fill("C2");
  await page.keyboard.press("Enter");
  await expect(await markOver(page, 0, "iddle months of 20")).toHaveClass(/refutes/);

  await select(page, 1, "elations between Bam");
  const bar = page.getByRole("toolbar", { name: "Mark the selection" });
  await bar.getByRole("button", { name: "mixed" }).click({ modifiers: ["Alt"] });
  await claimField(page).fill("C2");
  await page.keyboard.press("Enter");
  await expect(await markOver(page, 1, "elations between Bam")).toHaveClass(/mixed/);
});

test("takes what the pointer selects as words, or exactly with Alt held at its end", async ({ open }) => {
  const { page } = await open();
  await sweep(page, 2, "ork Times has looked");
  await expect.poll(() => previewed(page)).toEqual(["York Times has looked"]);
  await sweep(page, 2, "executed hun", "Alt");
  await expect.poll(() => previewed(page)).toEqual(["executed hun"]);
  await page.keyboard.press("m");
  await expect(await markOver(page, 2, "executed hun")).toHaveClass(/active/);
});

test("does not take a selection for a click on the mark where it ends", async ({ open }) => {
  const { page } = await open();
  await sweep(page, 0, "private army that allegedly");
  await expect.poll(() => previewed(page)).toEqual(["private army that allegedly"]);
  await expect(page.getByRole("dialog", { name: "Mark" })).toBeHidden();
  await expect(page.locator("mark.active")).toHaveCount(0);
});

test("shows the preview in the text that has the focus only", async ({ open }) => {
  const { page } = await open();
  await drag(page, 0, "iddle months");
  await expect.poll(() => previewed(page)).toEqual(["middle months"]);
  await drag(page, 1, "elations between");
  await expect.poll(() => previewed(page)).toEqual(["Relations between"]);
  await page.locator("#claim-filter").focus();
  await expect.poll(() => previewed(page)).toEqual([]);
});

const FRENCH =
  "Le porte-parole de l’armée a parlé. Il a dit que la ville est calme et que les soldats sont dans le camp, mais qu’on ne sait pas pour qui.\n";
const ARABIC =
  "قال الناطق باسم الجيش، إن المدينة هادئة. وقال أيضا أن الجنود في المعسكر وأن هذا ما كان من قبل، على أن الأمر لا يزال قيد النظر.\n";
const CHINESE = "马里军政府与瓦格纳集团签署协议。联合国代表说，调查仍在进行，士兵已经回到营地。\n";
const MIXED = "Sank 👩‍👩‍👧 there, cafe\u0301 noir. The word السلام stands in it.\n";

test("goes by the words of the language, in any script", async ({ open, shot }) => {
  const files = { "a.txt": FRENCH, "b.txt": ARABIC, "c.txt": CHINESE, "d.txt": MIXED };
  const { page } = await open({
    args: Object.keys(files),
    prepare: async (folder) => {
      for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    },
  });
  await expect(text(page, 0)).toHaveAttribute("lang", "fr");
  for (const [place, selected, passage] of [
    [0, "rmé", "armée"],
    [0, "l’arm", "l’armée"],
    [1, "اطق باسم الج", "الناطق باسم الجيش"],
    [2, "府与", "政府与"],
    [3, "\u0301 n", "cafe\u0301 noir"],
    [3, "nk 👩", "Sank 👩‍👩‍👧"],
    [3, "سلا", "السلام"],
  ] as const) {
    await drag(page, place, selected);
    await expect.poll(() => previewed(page), selected).toEqual([passage]);
  }
  await drag(page, 1, "اطق باسم الج");
  await expect.poll(() => previewed(page)).toEqual(["الناطق باسم الجيش"]);
  await shot(page, "preview-scripts");
});
