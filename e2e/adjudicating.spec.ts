import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { saved, setsOnDisk } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

test("decides where analysts differ, with a reason, by keyboard, and undoes it in one step", async ({
  open,
  shot,
  axe,
}) => {
  const app = await open();
  const { page, folder } = app;
  await page.keyboard.press("r");
  await page.getByRole("tab", { name: "Analysts" }).click();
  const part = page.getByRole("tabpanel", { name: "Analysts" });
  const list = part.getByRole("region", { name: "Where they differ" });
  await list.getByRole("button", { name: "Work as the adjudicator" }).focus();
  await page.keyboard.press("Enter");
  const first = list.locator(".disagreements > li").first();
  await expect(first.getByRole("button", { name: /^Decide on/ })).toBeVisible();
  await expect(first).toContainText("different stances");

  const filters = list.getByRole("group", { name: "Which disagreements are shown" });
  await expect(filters.getByRole("button", { name: /^All/ })).toBeFocused();
  await filters.getByRole("button", { name: /^Place/ }).focus();
  await page.keyboard.press("Enter");
  await expect(first).toContainText(/passages|boundaries/);
  await filters.getByRole("button", { name: /^All/ }).click();

  // Both marks are beside each other, and the article stands at the one that was chosen.
  await first.getByRole("button", { name: /^Passage of Ben Laurent/ }).click();
  const evidence = page.getByRole("complementary", { name: "Passages" });
  await expect(evidence.getByRole("heading", { name: "Ada Okafor" })).toBeVisible();
  await expect(evidence.getByRole("heading", { name: "Ben Laurent" })).toBeVisible();

  await first.getByRole("button", { name: /^Decide on/ }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await expect(first.getByRole("radio", { name: /^As Ben Laurent/ })).toBeChecked();
  await page.keyboard.press("Tab");
  await page.keyboard.type("The headline says so.");
  await shot(page, "adjudicating");
  await axe(page);
  await page.keyboard.press("Control+Enter");
  await expect(first).toContainText("Decided:");
  await expect(first).toContainText("The headline says so.");
  await expect(first.getByRole("button", { name: /^Change the decision/ })).toBeFocused();
  await filters.getByRole("button", { name: /^Undecided/ }).click();
  await expect(list).not.toContainText("The headline says so.");
  await filters.getByRole("button", { name: /^Undecided/ }).click();
  await first.getByRole("button", { name: /^Change the decision/ }).focus();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(first.getByRole("button", { name: /^Decide on/ })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(first).toContainText("The headline says so.");

  const stance = part.getByRole("region", { name: "Which stance" });
  await stance.getByText("The table behind these figures").click();
  await stance.locator(".raw-table button.link").first().click();
  await expect(evidence.getByRole("heading", { name: "Ada Okafor" })).toBeVisible();
  await stance.getByText("For experts: how far apart stances are").click();
  await stance.getByLabel("From refutes to supports").fill("4");
  await page.keyboard.press("Enter");
  await stance.getByText("Pairs of analysts, and further measures").click();
  await expect(stance.getByRole("row", { name: /with the project’s distance table/ })).toBeVisible();
  await expect(part.getByRole("region", { name: "Conflict or artefact" })).toContainText(
    /as decided|the sources differ/,
  );
  await shot(page, "adjudicating-tables");
  await axe(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await shot(page, "adjudicating-dark");
  await saved(page);
  await app.restart();
  const adjudicated = (await setsOnDisk(folder)).find(({ analyst }) => analyst.name === "Adjudicator");
  expect(adjudicated?.cellNotes?.map(({ text }) => text)).toEqual(["The headline says so."]);
  expect(adjudicated?.marks.length).toBeGreaterThan(0);

  // The layer goes out like any analyst's set.
  const path = join(app.home, "adjudicated.json");
  await app.page.getByRole("button", { name: "Export", exact: true }).click();
  const dialog = app.page.getByRole("dialog");
  await dialog.getByRole("radio", { name: /Parallax annotation set/ }).check();
  await dialog.getByRole("radio", { name: /Only (the adjudicated layer|Adjudicator)/ }).check();
  await app.saveTo(path);
  await dialog.getByRole("button", { name: /Save…|Download/ }).click();
  await expect(dialog.getByRole("status").last()).toContainText("Exported as");
  await expect.poll(() => readFile(path, "utf8").catch(() => "")).not.toBe("");
  const { sets } = JSON.parse(await readFile(path, "utf8"));
  expect(sets.map((set: typeof adjudicated) => set?.marks)).toEqual([adjudicated?.marks]);
});
