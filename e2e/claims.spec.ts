import type { Page } from "@playwright/test";
import { claimField, mark, markOver, saved, setsOnDisk } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

const MONTHS = "In the middle months of 2022";

function rail(page: Page) {
  return page.getByRole("complementary", { name: "Claims" });
}

function claim(page: Page, label: string) {
  return rail(page).getByRole("button", { name: new RegExp(`^${label} `) });
}

/** The claims of the list in order, each with as many dots before as claims stand above it. */
function tree(page: Page): Promise<readonly string[]> {
  return rail(page)
    .locator("li[data-row]")
    .evaluateAll((lines) =>
      lines.map((line) => {
        const level = Number(getComputedStyle(line).getPropertyValue("--level"));
        return `${".".repeat(level)}${line.querySelector(".claim-label")?.textContent ?? ""}`;
      }),
    );
}

const START = ["C1", "C2", "C3", ".C12", "C4", ".C5", ".C6", "C7", "C8", "C9", "C10", "C11", "C13", "C14", "C15"];

test("arranges claims by key, keeps the focus on them, and takes it back", async ({ open, shot, axe }) => {
  const app = await open();
  const { page } = app;
  await expect.poll(() => tree(page)).toEqual(START);
  await claim(page, "C2").focus();
  await page.keyboard.press("Alt+ArrowRight");
  await expect.poll(async () => (await tree(page)).slice(0, 3)).toEqual(["C1", ".C2", "C3"]);
  await expect(claim(page, "C2")).toBeFocused();
  await expect(claim(page, "C2")).toHaveAccessibleName(/part of C1/);
  await page.keyboard.press("Alt+ArrowLeft");
  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(async () => (await tree(page)).slice(0, 3)).toEqual(["C2", "C1", "C3"]);
  await expect(claim(page, "C2")).toBeFocused();
  await axe(page);
  await shot(page, "claims-tree");
  await saved(page);
  await app.restart();
  await expect.poll(async () => (await tree(app.page)).slice(0, 3)).toEqual(["C2", "C1", "C3"]);
});

test("takes a move back as one step", async ({ open }) => {
  const { page } = await open();
  await claim(page, "C13").focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(async () => (await tree(page)).indexOf("C13")).toBe(START.indexOf("C13") - 1);
  await page.keyboard.press("Control+z");
  await expect.poll(() => tree(page)).toEqual(START);
});

test("hides the parts of a claim, and pins claims first, and remembers both", async ({ open }) => {
  const app = await open();
  await claim(app.page, "C4").focus();
  await app.page.keyboard.press("ArrowLeft");
  await app.page.keyboard.press("End");
  await expect(claim(app.page, "C15")).toBeFocused();
  await app.page.keyboard.press("p");
  const expected = ["C15", ...START.filter((label) => label !== ".C5" && label !== ".C6")];
  await expect.poll(() => tree(app.page)).toEqual(expected);
  await expect
    .poll(async () => {
      await app.restart();
      return tree(app.page);
    })
    .toEqual(expected);
});

test("makes a claim part of another by dragging it there", async ({ open }) => {
  const { page } = await open();
  await claim(page, "C15").dragTo(claim(page, "C14"));
  await expect.poll(async () => (await tree(page)).slice(-2)).toEqual(["C14", ".C15"]);
});

test("renames a claim, keeps the old ID as an alias, and writes the codebook", async ({ open, shot, axe }) => {
  const { page, folder } = await open();
  await claim(page, "C7").focus();
  await page.keyboard.press("e");
  const dialog = page.getByRole("dialog", { name: "Claim C7" });
  await dialog.getByLabel("Claim ID").fill("TREATY");
  await dialog.getByLabel("What counts", { exact: true }).fill("ending, leaving, denouncing");
  await dialog.getByLabel("What does not").fill("threats to do so");
  await dialog.getByText("Verdict").click();
  await dialog.getByLabel(/^In words/).fill("Half true");
  await dialog.getByLabel("As a number").selectOption("3");
  await dialog.getByLabel("Why").fill("The notice came a day later.");
  await dialog.getByLabel("Part of").selectOption("1fefb327-c483-4136-8bf2-959f3767d998");
  await dialog.getByRole("radio", { name: "purple" }).check();
  await expect(dialog.getByRole("checkbox", { name: /C7 stays an alias/ })).toBeChecked();
  await axe(page);
  await shot(page, "claim-dialog");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(claim(page, "TREATY")).toBeVisible();
  await rail(page).getByRole("textbox").fill("C7");
  await expect.poll(() => tree(page)).toEqual(["TREATY"]);
  await saved(page);
  await expect
    .poll(async () =>
      (await setsOnDisk(folder)).flatMap(({ claims }) => claims.filter(({ label }) => label === "TREATY")),
    )
    .toMatchObject([
      {
        aliases: ["C7"],
        colour: "purple",
        include: "ending, leaving, denouncing",
        exclude: "threats to do so",
        verdict: { rating: "Half true", value: 3, explanation: "The notice came a day later." },
        parent: "1fefb327-c483-4136-8bf2-959f3767d998",
      },
    ]);
});

test("says what a merge will do, does it, and takes it back in one step", async ({ open, shot, axe }) => {
  const { page } = await open();
  await mark(page, 0, MONTHS, "1", "C15");
  await claim(page, "C15").focus();
  await page.keyboard.press("e");
  await page.getByRole("button", { name: "Merge…" }).click();
  const dialog = page.getByRole("dialog", { name: "Merge C15 into another claim" });
  await expect(dialog.getByRole("button", { name: "Merge", exact: true })).toBeDisabled();
  await dialog.getByLabel("Merge into").selectOption({ index: 1 });
  await expect(dialog.getByRole("status").last()).toContainText(/tags? of yours on \d+ marks? (goes|go) over to C1/);
  await axe(page);
  await shot(page, "merging-claims");
  await dialog.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator('.label[data-label*="C15"]')).toHaveCount(0);
  await expect(page.locator('.panes .label[data-label="C1+"]').first()).toBeAttached();
  await page.keyboard.press("Control+z");
  await expect(claim(page, "C15")).toBeVisible();
  await expect(page.locator('.panes .label[data-label="C15+"]').first()).toBeAttached();
  await page.keyboard.press("Control+Shift+z");
  await expect(page.locator('.label[data-label*="C15"]')).toHaveCount(0);
});

test("splits ticked tags off into a new claim, by key, as one step", async ({ open, shot, axe }) => {
  const { page } = await open();
  await mark(page, 0, MONTHS, "1", "C13");
  await claim(page, "C13").focus();
  await page.keyboard.press("e");
  await page.getByRole("button", { name: "Split…" }).click();
  const dialog = page.getByRole("dialog", { name: "Split C13" });
  await page.keyboard.type("Something that C13 also said");
  await expect(dialog.getByLabel("What the new claim says")).toHaveValue("Something that C13 also said");
  const passage = dialog.getByRole("checkbox", { name: new RegExp(MONTHS) });
  await passage.focus();
  await page.keyboard.press("Space");
  await expect(dialog.getByText("1 tag goes over")).toBeVisible();
  await axe(page);
  await shot(page, "splitting-a-claim");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(rail(page).getByText("Something that C13 also said")).toBeVisible();
  await expect(page.locator('.panes .label[data-label="C16+"]')).toHaveCount(1);
  await page.keyboard.press("Control+z");
  await expect(rail(page).getByText("Something that C13 also said")).toBeHidden();
  await expect(page.locator('.panes .label[data-label="C16+"]')).toHaveCount(0);
  await expect(await markOver(page, 0, MONTHS)).toHaveClass(/supports/);
});

test("keeps for a dialog what is pressed while it opens", async ({ open }) => {
  const { page } = await open();
  await claim(page, "C13").focus();
  await page.keyboard.press("e");
  const former = page.getByRole("dialog", { name: "Claim C13" });
  await expect(former.getByLabel(/^What it says/)).toBeFocused();
  // In one go, so that the second key comes before the dialog can have taken the focus: on a claim it opens its window.
  const behind = page.locator(".claim-rail button.claim").filter({ hasText: "C13" });
  await behind.evaluate((line) => {
    [...document.querySelectorAll("button")].find((button) => button.textContent === "Split…")?.click();
    line.dispatchEvent(new KeyboardEvent("keydown", { key: "e", bubbles: true, cancelable: true }));
  });
  const dialog = page.getByRole("dialog", { name: "Split C13" });
  await expect(dialog.getByLabel("What the new claim says")).toBeFocused();
  await expect(former).toBeHidden();
});

test("warns of a new claim that nearly repeats another one, and does not stand in its way", async ({
  open,
  shot,
  axe,
}) => {
  const { page } = await open();
  await page.keyboard.press("n");
  const dialog = page.getByRole("dialog", { name: "New claim" });
  const wording = dialog.getByLabel(/^What it says/);
  await wording.fill("On 2 May 2022 Mali ended the defence agreements with France");
  await expect(dialog.getByText("This nearly repeats another claim:")).toBeVisible();
  await axe(page);
  await shot(page, "near-claim");
  await expect(dialog.getByRole("button", { name: "Add claim" })).toBeEnabled();
  await dialog.getByRole("button", { name: "Use C7" }).click();
  await expect(dialog).toBeHidden();
  await expect(claim(page, "C7")).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("n");
  await wording.fill("On 3 May 2022 Mali ended the defence agreements with France");
  await expect(dialog.getByText("This nearly repeats")).toHaveCount(0);
  await dialog.getByRole("button", { name: "Add claim" }).click();
  await expect(rail(page).getByText("On 3 May 2022")).toBeVisible();
  await expect(claimField(page)).toBeHidden();
});
