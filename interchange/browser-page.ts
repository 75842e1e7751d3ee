import { type Browser, chromium, type Page } from "@playwright/test";

/** What stands at an address: a file of the disk, or a text. */
export type Answer =
  | { readonly path: string }
  | { readonly contentType: string; readonly body: string; readonly headers?: Readonly<Record<string, string>> };

/** Starts the browser that the launcher of the tests found. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.PARALLAX_TEST_BROWSER ?? "" });
}

/** A page without a network: each request gets an answer of ours, or fails where there is none. */
export async function offlinePage(browser: Browser, answer: (url: URL) => Answer | undefined): Promise<Page> {
  const page = await browser.newPage();
  await page.route("**/*", async (route) => {
    const found = answer(new URL(route.request().url()));
    await (found ? route.fulfill(found) : route.abort());
  });
  return page;
}
