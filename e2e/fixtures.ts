import { basename, join } from "node:path";
import { type Browser, test as base, expect, type Page, type TestInfo } from "@playwright/test";
import { testBrowser } from "../main/launch/browser.mjs";
import { REPOSITORY } from "../main/launch/repository.mjs";
import { violations } from "./accessibility.ts";
import { type App, type Host, type Opening, openApp, refuseOpening } from "./app.ts";
import { electronHost, noElectronHere } from "./electron-host.ts";
import type { Refusal } from "./running.ts";
import { webHost } from "./web-host.ts";

export { expect };

/** What a Playwright project says about itself: the host in which its specs run. */
export interface Hosting {
  readonly host: "web" | "electron";
}

interface Fixtures {
  /** The way into the application that this project tests. */
  readonly way: Host;
  /** Starts the application in a fresh home and waits for its page. Everything is ended and removed after the spec. */
  readonly open: (opening?: Opening) => Promise<App>;
  /** Starts the application with something that it is expected to refuse, and gives back how it ended. */
  readonly refuse: (opening: Opening) => Promise<Refusal>;
  /** Leaves a screenshot under test-results/screenshots. */
  readonly shot: (page: Page, name: string) => Promise<void>;
  /** Expects that axe-core finds nothing on the page that breaks WCAG 2.2 A or AA. */
  readonly axe: (page: Page) => Promise<void>;
}

interface WorkerFixtures {
  /** Launches the browser at its first use: specs in Electron need none. */
  readonly browserOnDemand: () => Promise<Browser>;
}

/** Where the picture goes that every spec leaves of its end: by host, file and title. */
function lastPicture({ project, file, title }: TestInfo, app: number): string {
  const name = title.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 80);
  return join(
    REPOSITORY,
    "test-results",
    "screenshots",
    project.name,
    basename(file, ".spec.ts"),
    `${name}${app === 0 ? "" : `-${app + 1}`}.png`,
  );
}

/** The specs' `test`. Errors on the console, uncaught ones and broken content security policies fail a spec. */
export const test = base.extend<Fixtures & Hosting, WorkerFixtures>({
  host: ["web", { option: true }],

  browserOnDemand: [
    async ({ playwright }, use) => {
      let browser: Browser | undefined;
      await use(async () => {
        browser ??= await playwright.chromium.launch({ executablePath: await testBrowser(REPOSITORY) });
        return browser;
      });
      await browser?.close();
    },
    { scope: "worker" },
  ],

  way: async ({ host, browserOnDemand }, use, testInfo) => {
    const reason = host === "electron" ? noElectronHere() : null;
    testInfo.skip(reason !== null, reason ?? "");
    await use(host === "electron" ? electronHost : webHost(browserOnDemand));
  },

  open: async ({ way, browserOnDemand }, use, testInfo) => {
    const complaints: string[] = [];
    const apps: (App & AsyncDisposable)[] = [];
    await use(async (opening = {}) => {
      // A second Electron with the same home would hand over to the first.
      const host = opening.beside ? webHost(browserOnDemand) : way;
      const app = await openApp(host, opening, (complaint) => complaints.push(complaint));
      apps.push(app);
      return app;
    });
    // The last one first: it may stand in a folder that the first one removes.
    for (const app of apps.toReversed()) {
      const path = lastPicture(testInfo, apps.indexOf(app));
      if (!app.page.isClosed()) await app.page.screenshot({ path, animations: "disabled" });
      await app[Symbol.asyncDispose]();
    }
    expect(complaints).toEqual([]);
  },

  refuse: async ({ way }, use) => {
    await use((opening) => refuseOpening(way, opening));
  },

  shot: async ({ playwright: _ }, use, { project }) => {
    await use(async (page, name) => {
      const path = join(REPOSITORY, "test-results", "screenshots", project.name, `${name}.png`);
      await page.screenshot({ path, animations: "disabled" });
    });
  },

  axe: async ({ playwright: _ }, use) => {
    await use(async (page) => expect(await violations(page)).toEqual([]));
  },
});
