import { spawn } from "node:child_process";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page, Request } from "@playwright/test";
import { REPOSITORY } from "../main/launch/repository.mjs";
import type { Host } from "./app.ts";
import { listen } from "./complaints.ts";
import { end, pause, runToRefusal, waitForOutput } from "./host-process.ts";
import type { Running, Start } from "./running.ts";

const PROGRAM = join(REPOSITORY, "dist", "main", "parallax.js");

/** The loopback host with a browser. */
export function webHost(browser: () => Promise<Browser>): Host {
  return {
    kind: "web",
    start: async (start) => startInBrowser(await browser(), start),
    refuse: ({ args, cwd, env }) => runToRefusal(process.execPath, hostArguments(args), { cwd, env }),
  };
}

/** Serves the application and opens it in a fresh browser profile. */
async function startInBrowser(browser: Browser, { args, cwd, env, complain }: Start): Promise<Running> {
  const host = spawn(process.execPath, hostArguments(args), { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const url = await waitForOutput(host, /https?:\/\/\S+(?=\s)/);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  let listening = true;
  await listen(context, (complaint) => {
    if (listening) complain(complaint);
  });
  const page = await context.newPage();
  const answered = answeredCalls(page);
  await page.goto(url);
  return {
    page,
    stop: async () => {
      await answered();
      await context.close();
      await end(host, "SIGTERM");
    },
    kill: async () => {
      // From here on the page cannot reach its host, and says so on the console.
      listening = false;
      await end(host, "SIGKILL");
    },
    chooseFiles: async (paths) => {
      page.once("filechooser", (chooser) => chooser.setFiles([...paths]));
    },
    saveTo: async (path) => {
      page.once("download", async (download) => {
        await download.saveAs(`${path}.part`);
        await rename(`${path}.part`, path);
      });
    },
  };
}

/** The time that a call has to be answered before the page is closed; long work is cut off there. */
const ANSWER_LIMIT_MS = 1_000;

/** A call, but for the one that waits for what happens next. */
const CALL = /\/call\/(?!events\.next$)/;

/**
 * Follows the page's calls to its host. What it gives back waits until all are answered: a closed context takes its calls
 * with it, even those that outlive a page that a person leaves.
 */
function answeredCalls(page: Page): () => Promise<void> {
  const pending = new Set<Request>();
  page.on("request", (request) => CALL.test(request.url()) && pending.add(request));
  page.on("requestfinished", (request) => pending.delete(request));
  page.on("requestfailed", (request) => pending.delete(request));
  return async () => {
    const latest = Date.now() + ANSWER_LIMIT_MS;
    while (pending.size > 0 && Date.now() < latest) await pause(10);
  };
}

function hostArguments(args: readonly string[]): readonly string[] {
  return [PROGRAM, "start", "--no-open", ...args];
}
