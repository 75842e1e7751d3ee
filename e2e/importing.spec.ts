import { readdir, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { App } from "./app.ts";
import { claimField, pane, saved, select } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

const ARTICLE = [
  "Home / Sahel / The bridge at Gao is open again",
  "The bridge at Gao is open again",
  "March 4, 2021",
  "By Aminata Keita – Correspondent",
  "The bridge over the river was opened on Monday after eleven months of repairs, the governor said. Lorries had waited for weeks on the far bank, and the price of millet had doubled.",
  "Drivers who were there speak of a longer wait. “We counted forty lorries,” said one of them, and a trader put the loss at two million francs.",
  "Leave a Reply",
].join("\n\n");

async function stage(app: App, files: readonly string[]): Promise<void> {
  await app.page.getByRole("button", { name: "Import", exact: true }).click();
  await app.chooseFiles(files);
  await app.page.getByText("Choose files…").click();
}

test("shows what it read off an article, and takes the analyst's corrections", async ({ open, shot, axe }) => {
  const app = await open();
  const file = join(app.home, "a81f.txt");
  await writeFile(file, ARTICLE);
  await stage(app, [file]);
  const dialog = app.page.getByRole("dialog", { name: "Import articles" });
  await expect(dialog.getByLabel("Title")).toHaveValue("The bridge at Gao is open again");
  await expect(dialog.getByLabel("Author")).toHaveValue("Aminata Keita");
  await expect(dialog.getByLabel("Date")).toHaveValue("2021-03-04");
  await expect(dialog.getByLabel("Outlet")).toHaveValue("");
  await expect(dialog.getByRole("checkbox", { name: "Leave a Reply" })).toBeChecked();
  await shot(app.page, "import");
  await axe(app.page);

  await dialog.getByLabel("Date").fill("4 March");
  await expect(dialog.getByRole("button", { name: "Add 1 article" })).toBeDisabled();
  await dialog.getByLabel("Date").fill("2021-03");
  await dialog.getByLabel("Outlet").fill("River Post");
  await dialog.getByRole("button", { name: "Add 1 article" }).click();
  await expect(dialog).toBeHidden();
  await expect(pane(app.page, 5)).toContainText("River Post · Aminata Keita");
  await expect(pane(app.page, 5).getByRole("textbox")).toBeFocused();

  const articles = app.page.locator(".panes").getByRole("article");
  await app.page.keyboard.press("Control+z");
  await expect(articles).toHaveCount(5);
  await app.page.keyboard.press("Control+Shift+z");
  await expect(articles).toHaveCount(6);
  await saved(app.page);
  await app.restart();
  await expect(pane(app.page, 5)).toContainText("Mar 2021");
});

test("keeps the text as it came but for line ends and the byte order mark, and counts code points", async ({
  open,
}) => {
  const text = "A title with 😀\n\nSecond line, e\u0301 and 👩‍👩‍👧, then this passage.\n";
  const app = await open();
  const file = join(app.home, "crlf.txt");
  await writeFile(file, `\uFEFF${text.replaceAll("\n", "\r\n")}`);
  await stage(app, [file]);
  await app.page.getByRole("button", { name: "Add 1 article" }).click();
  await select(app.page, 5, "this passage");
  await app.page.keyboard.press("1");
  await claimField(app.page).fill("C1");
  await app.page.keyboard.press("Enter");
  await saved(app.page);
  await app.restart();

  const sources = join(app.folder, "sources");
  const texts = await Promise.all(
    (await readdir(sources))
      .filter((name) => /^[^.]+\.txt$/.test(name))
      .map((name) => readFile(join(sources, name), "utf8")),
  );
  expect(texts).toContain(text);
  const annotations = join(app.folder, "annotations");
  const sets = await Promise.all((await readdir(annotations)).map((name) => readFile(join(annotations, name), "utf8")));
  const range = sets
    .flatMap((set): { ranges: { quote: string; start: number }[] }[] => JSON.parse(set).marks)
    .flatMap((mark) => mark.ranges)
    .find(({ quote }) => quote === "this passage");
  expect(range?.start).toBe([...text.slice(0, text.indexOf("this passage"))].length);
});

test("opens several files as a new project and asks to check what was read off them", async ({ open, shot, axe }) => {
  const app = await open({
    args: ["one.txt", "two.txt"],
    prepare: async (folder) => {
      await writeFile(join(folder, "one.txt"), ARTICLE);
      await writeFile(join(folder, "two.txt"), ARTICLE.replaceAll("Gao", "Mopti").replaceAll("Monday", "Tuesday"));
    },
  });
  const { page } = app;
  await expect(page.locator(".panes").getByRole("article")).toHaveCount(2);
  await expect(page.getByText("A claim is one checkable statement")).toBeVisible();
  await shot(page, "new-project");
  await axe(page);
  await page.getByRole("button", { name: "Check details" }).click();
  const dialog = page.getByRole("dialog", { name: "Details of the articles" });
  await axe(page);
  await dialog.getByLabel("Outlet").fill("River Post");
  await dialog.getByRole("button", { name: "Confirm", exact: true }).click();
  await dialog.getByRole("button", { name: "Confirm", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Check that they are right")).toBeHidden();
  await expect(pane(page, 0)).toContainText("River Post");
});

test("refuses what is not an article with a sentence each, and takes nothing in", async ({ open, shot }) => {
  const app = await open();
  const path = (name: string) => join(app.home, name);
  await writeFile(path("latin1.txt"), Buffer.from("Un \xe9t\xe9 \xe0 Bamako, en fran\xe7ais.", "latin1"));
  await writeFile(path("empty.txt"), "");
  await writeFile(path("huge.txt"), "");
  await truncate(path("huge.txt"), 200 * 1024 * 1024);
  await stage(app, [path("latin1.txt"), path("empty.txt"), path("huge.txt")]);
  const refused = app.page.getByRole("list", { name: "Files that were not read" });
  await expect(refused.getByRole("listitem")).toHaveCount(3);
  await expect(refused).toContainText(/latin1\.txt.*UTF-8/);
  await expect(refused).toContainText(/empty\.txt.*empty/i);
  await expect(refused).toContainText(/huge\.txt.*200 MB.*64 MB/);
  await shot(app.page, "refused-files");
  await app.page.keyboard.press("Escape");
  await expect(app.page.locator(".panes").getByRole("article")).toHaveCount(5);
  expect((await readdir(join(app.folder, "sources"))).length).toBe(15);
});

test("takes an article out of the project, and brings it back", async ({ open }) => {
  const app = await open();
  const articles = app.page.locator(".panes").getByRole("article");
  await app.page.getByRole("button", { name: /^More for Digest: To Bamako/ }).click();
  await app.page.getByRole("menuitem", { name: "Take out of the project" }).click();
  await expect(articles).toHaveCount(4);
  await app.page.keyboard.press("Control+z");
  await expect(articles).toHaveCount(5);
  await app.page.keyboard.press("Control+Shift+z");
  await expect(articles).toHaveCount(4);

  await app.page.getByRole("button", { name: /^More for Digest: Russia/ }).click();
  await app.page.getByRole("menuitem", { name: "Correct the details…" }).click();
  const dialog = app.page.getByRole("dialog", { name: "Details of the articles" });
  await dialog.getByRole("button", { name: /To Bamako.*taken out/ }).click();
  await dialog.getByRole("button", { name: "Bring back" }).click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(articles).toHaveCount(5);
  await saved(app.page);
  await app.restart();
  await expect(app.page.locator(".panes").getByRole("article")).toHaveCount(5);
});

test("stops reading many files when asked, and keeps those that were read", async ({ open }) => {
  const { page } = await open();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Import articles" });
  const files = 2_000;
  await dialog.getByRole("region", { name: "Import" }).evaluate((region, count) => {
    const transfer = new DataTransfer();
    for (let i = 0; i < count; i++) {
      transfer.items.add(new File([`The ferry ${i}\n\nIt sank on day ${i}.\n`], `ferry-${i}.txt`));
    }
    region.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, files);
  await dialog.getByRole("button", { name: "Stop" }).click();
  const add = dialog.getByRole("button", { name: /^Add \d+ articles?$/ });
  await expect(add).toBeVisible();
  const read = Number(/\d+/.exec((await add.textContent()) ?? "")?.[0]);
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(files);
  await expect(dialog.getByRole("button", { name: "Stop" })).toBeHidden();
});
