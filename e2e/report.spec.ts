import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "@playwright/test";
import type { App } from "./app.ts";
import { expect, test } from "./fixtures.ts";

test("writes what the sources say as a page that opens from the disk, and as Markdown", async ({
  open,
  browserOnDemand,
  shot,
  axe,
}) => {
  const app = await open();
  await app.page.keyboard.press("r");
  const statuses = app.page.getByRole("grid").locator("tbody .status");
  await expect(statuses).toHaveCount(15);
  const shown = await statuses.allTextContents();
  await app.page.getByRole("button", { name: "Report…" }).click();
  await expect(app.page.getByRole("radio", { name: /HTML/ })).toBeChecked();
  await shot(app.page, "report-dialog");
  await axe(app.page);
  const html = await written(app, "report.html");

  const browser = await browserOnDemand();
  await using plain = await openedFromDisk(browser, html, { javaScriptEnabled: false });
  const { page, requests } = plain;
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mali 2021–2022");
  const claim = page.getByRole("region", { name: /^C13 Wagner’s presence made Mali less secure/ });
  await expect(claim.locator(".sign").first()).toHaveText("contested");
  await expect(claim.getByText("Supported by 4 of 5 sources, 4 of them in the source's own voice")).toBeVisible();
  const memri = claim.getByRole("region", { name: "B MEMRI" });
  await expect(memri.getByRole("figure")).toHaveCount(2);
  for (const quote of await memri.locator("mark").all()) await expect(quote).not.toBeEmpty();
  const reported = page.getByRole("table", { name: /^Claims and sources/ }).locator("tbody td:last-child");
  await expect(reported).toHaveText(shown);
  await page.getByRole("link", { name: "Methods" }).click();
  await expect(page.getByRole("heading", { name: "Methods" })).toBeInViewport();
  await expect(page.getByText("Nothing here is a measure of truth")).toBeVisible();
  expect(requests).toEqual([pathToFileURL(html).href]);

  await using scripted = await openedFromDisk(browser, html, {});
  await shot(scripted.page, "report-light");
  await axe(scripted.page);
  await scripted.page.emulateMedia({ colorScheme: "dark" });
  const body = scripted.page.locator("body");
  await expect(body).toHaveCSS("background-color", "rgb(27, 30, 35)");
  await shot(scripted.page, "report-dark");
  await axe(scripted.page);
  await scripted.page.setViewportSize({ width: 1024, height: 800 });
  expect(await scripted.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024);
  await scripted.page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(body).toHaveCSS("background-color", "rgb(255, 255, 255)");
  await shot(scripted.page, "report-print");

  await app.page.getByRole("button", { name: "Close" }).last().click();
  await app.page.keyboard.press("ControlOrMeta+k");
  await app.page.getByRole("dialog").getByRole("combobox").fill("report");
  await app.page.keyboard.press("Enter");
  await app.page.getByRole("radio", { name: "Markdown" }).check();
  const markdown = await readFile(await written(app, "report.md"), "utf8");
  expect(markdown).toMatch(/^# Mali 2021–2022: what the sources say\n/);
  expect(markdown).toContain("### C13 Wagner’s presence made Mali less secure in 2021 and 2022.");
});

/** Saves what the open window writes, and gives back where. */
async function written(app: App, name: string): Promise<string> {
  const path = join(app.home, name);
  await app.saveTo(path);
  await app.page
    .getByRole("dialog")
    .getByRole("button", { name: /Save…|Download/ })
    .click();
  await expect(app.page.getByRole("dialog").getByRole("status")).toContainText("Written as");
  await expect.poll(() => readFile(path, "utf8").catch(() => "")).not.toBe("");
  return path;
}

interface FromDisk {
  readonly page: Page;
  /** The addresses that were asked for, of which those of the network were not answered. */
  readonly requests: readonly string[];
}

/** Opens a file from the disk in a browser that reaches no network. */
async function openedFromDisk(
  browser: Browser,
  path: string,
  options: { readonly javaScriptEnabled?: boolean },
): Promise<FromDisk & AsyncDisposable> {
  const context = await browser.newContext({ ...options, colorScheme: "light", offline: true });
  const requests: string[] = [];
  context.on("request", (request) => requests.push(request.url()));
  const page = await context.newPage();
  await page.goto(pathToFileURL(path).href);
  return { page, requests, [Symbol.asyncDispose]: () => context.close() };
}
