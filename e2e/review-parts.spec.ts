import type { Page } from "@playwright/test";
import { saved } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

function rowLabels(page: Page): Promise<readonly string[]> {
  return page.getByRole("grid").locator("tbody .claim-label").allTextContents();
}

test("orders, narrows and folds the rows of the matrix, and asks for more origins", async ({ open, axe }) => {
  const { page } = await open();
  await page.keyboard.press("r");
  await expect.poll(async () => (await rowLabels(page)).length).toBe(15);
  const made = await rowLabels(page);

  await page.getByLabel("Order", { exact: true }).selectOption("where sources differ most");
  await expect.poll(() => rowLabels(page)).not.toEqual(made);
  expect([...(await rowLabels(page))].sort()).toEqual([...made].sort());
  await page.getByLabel("Fold where all agree").check();
  const folded = page.getByText(/claims? on which all sources agree/);
  await expect(folded).toBeVisible();
  const left = (await rowLabels(page)).length;
  expect(left).toBeLessThan(15);
  await expect(folded).toContainText(String(15 - left));

  await page.getByLabel("Status").selectOption("contested");
  for (const status of await page.locator("tbody .status").allTextContents()) expect(status).toBe("contested");
  await page.getByLabel("Claims with").fill("wagner nowhere");
  await expect(page.getByText("No claim has all of this.")).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).click();
  await expect.poll(() => rowLabels(page)).toEqual(made);

  const headings = page.getByRole("grid").getByRole("columnheader");
  await page.getByLabel("Columns").selectOption("by date");
  await expect(headings.nth(1)).toContainText("2021");
  await axe(page);

  const corroborated = page.locator("tbody .status.corroborated");
  const before = await corroborated.count();
  expect(before).toBeGreaterThan(0);
  await page.getByLabel("Independent origins that corroborate a claim").selectOption("4");
  await expect.poll(() => corroborated.count()).toBeLessThan(before);
  await page.getByRole("grid").locator(".cell-button").first().focus();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(corroborated).toHaveCount(before);
  await saved(page);
});

test("puts speakers, pairs of sources, dates and gaps side by side, each with its passages", async ({
  open,
  shot,
  axe,
}) => {
  const { page } = await open();
  await page.keyboard.press("r");
  const evidence = page.getByRole("complementary", { name: "Passages" });
  const part = (name: string) => page.getByRole("tabpanel", { name });

  // What the sources together say leads to the passages of all of them.
  await page.getByRole("grid").locator(".cell-button").first().focus();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(".together-button:focus")).toContainText("contested");
  await page.keyboard.press("Enter");
  await expect(evidence.locator(".passage-source").first()).toBeVisible();
  const articles = new Set(await evidence.locator(".passage-source").allTextContents());
  expect(articles.size).toBeGreaterThan(3);

  // By keyboard alone: the tabs are one stop, and the arrows go from one to the next.
  await page.getByRole("tab", { name: "Matrix" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(part("Speakers").getByRole("table")).toBeVisible();
  const quoted = part("Speakers")
    .getByRole("button", { name: /in 2 articles$/ })
    .first();
  await quoted.focus();
  await page.keyboard.press("Enter");
  await expect(evidence.locator(".passage-source")).toHaveCount(2);
  await expect(evidence.locator("mark.active").first()).toBeInViewport();
  const other = evidence.locator("button.passage").nth(1);
  const article = await other.locator(".passage-source").textContent();
  await other.click();
  await expect(evidence.getByRole("article")).toHaveAccessibleName(article ?? "");
  await expect(evidence.locator("mark.active").first()).toBeInViewport();
  await part("Speakers")
    .getByRole("button", { name: /that name nobody$/ })
    .first()
    .click();
  await expect(evidence.getByRole("heading", { name: /^Unnamed voices on/ })).toBeVisible();
  await shot(page, "review-speakers");
  await axe(page);

  await page.getByRole("tab", { name: "Pairs of sources" }).click();
  const opposite = part("Pairs of sources")
    .getByRole("button", { name: /1 opposite/ })
    .first();
  await opposite.click();
  const claims = page.getByRole("region", { name: "Claims of the chosen pair" });
  await expect(claims.getByRole("heading", { name: "opposite 1 claim" })).toBeVisible();
  const [first, second] = await claims.getByRole("button").all();
  await expect(claims.getByRole("list").first().getByRole("button")).toHaveCount(2);
  await first?.click();
  await expect(first ?? claims).toHaveAttribute("aria-pressed", "true");
  await expect(evidence.locator("mark.active").first()).toBeInViewport();
  await second?.click();
  await expect(evidence.locator("mark.active").first()).toBeInViewport();
  await shot(page, "review-pairs");
  await axe(page);

  await page.getByRole("tab", { name: "Timeline" }).click();
  const line = part("Timeline").getByRole("listitem").filter({ hasText: "C1" }).first();
  const dates = await line.getByRole("time").evaluateAll((times) => times.map((time) => time.getAttribute("datetime")));
  expect(dates).toEqual([...dates].sort());
  await expect(line.getByText("first", { exact: true })).toHaveCount(1);
  await line.getByRole("button").first().click();
  await expect(evidence.locator("mark.active").first()).toBeInViewport();
  await shot(page, "review-timeline");
  await axe(page);

  await page.getByRole("tab", { name: "Gaps" }).click();
  const missing = part("Gaps").getByRole("button", { name: /not reviewed$/ });
  const before = await missing.count();
  await missing.first().focus();
  await page.keyboard.press("n");
  await expect(missing).toHaveCount(before - 1);
  await shot(page, "review-gaps");
  await axe(page);
  await saved(page);

  await page.getByRole("tab", { name: "Analysts" }).click();
  const stance = part("Analysts").getByRole("region", { name: "Which stance" });
  await expect(stance.getByText("Fewer than 20 units can be compared").first()).toBeVisible();
  await expect(part("Analysts").getByRole("region", { name: "Where", exact: true })).toContainText("Overlap F10.");
  await stance.getByText("Pairs of analysts, and further measures").click();
  await expect(stance.getByRole("row", { name: /^Cohen’s kappa Ada Okafor and Ben Laurent/ })).toBeVisible();
  const differing = part("Analysts").getByRole("region", { name: "Where they differ" });
  await expect(differing).toContainText("You are still blind to 2 articles");
  await differing.locator("button.differing").first().click();
  await expect(evidence.locator("mark.active").first()).toBeInViewport();
  await shot(page, "review-analysts");
  await axe(page);
  await part("Analysts").getByLabel("The adjudicated layer is").selectOption("Ben Laurent’s");
  await expect(part("Analysts").getByText("Only one analyst has marked anything")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(differing).toBeVisible();

  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  for (const tab of await page.getByRole("tab").all()) {
    const name = await tab.textContent();
    await tab.click();
    await expect(part(name ?? "")).toBeVisible();
    await shot(page, `review-${name?.toLowerCase().replaceAll(" ", "-")}-dark`);
  }
});
