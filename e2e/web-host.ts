import { spawn } from "node:child_process";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { REPOSITORY } from "../main/launch/repository.mjs";
import type { Host } from "./app.ts";
import { listen } from "./complaints.ts";
import { end, runToRefusal, waitForOutput } from "./host-process.ts";
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
  await page.goto(url);
  return {
    page,
    stop: async () => {
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

function hostArguments(args: readonly string[]): readonly string[] {
  return [PROGRAM, "start", "--no-open", ...args];
}
