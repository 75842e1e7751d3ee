import { type Browser, chromium, type Page, type Request } from "@playwright/test";

/** What is answered to a request: a file of the disk, or a text. */
export type Answer =
  | { readonly path: string; readonly headers?: Headers }
  | { readonly contentType: string; readonly body: string; readonly headers?: Headers };

type Headers = { [name: string]: string };

/** Starts the browser that the launcher of the tests found. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.PARALLAX_TEST_BROWSER ?? "" });
}

/** A page without a network: each request gets an answer of ours, or fails where there is none. */
export async function offlinePage(browser: Browser, answer: (request: Request) => Answer | undefined): Promise<Page> {
  const page = await browser.newPage();
  await page.route("**/*", async (route) => {
    const found = answer(route.request());
    await (found ? route.fulfill(found) : route.abort());
  });
  return page;
}
