import { spawn } from "node:child_process";
import { join } from "node:path";
import { endedStep } from "./child.mjs";
import { installFromDebian } from "./debian.mjs";
import { onPath, starts } from "./program.mjs";
import { refusal, say } from "./refusal.mjs";

const INSTALL_LIMIT_MS = 5 * 60_000;

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];

/**
 * The browser for the end-to-end specs: the one that Playwright brought along before, else an installed Chromium or
 * Chrome, else a fresh one from Playwright, else, on Debian as root, the package `chromium`.
 * @param {string} repository
 * @returns {Promise<string>} its path
 */
export async function testBrowser(repository) {
  const found = await findBrowser();
  if (found !== null) return found;
  say("No Chromium or Chrome here. Getting one for the end-to-end specs; this is needed once.");
  await installFromPlaywright(repository);
  const playwrights = await findBrowser();
  if (playwrights !== null) return playwrights;
  await installFromDebian(["chromium", "fonts-liberation"]);
  const debians = await findBrowser();
  if (debians !== null) return debians;
  throw refusal(
    "there is no browser for the end-to-end specs, and none could be installed. Install Chromium or Chrome and try again.",
  );
}

/** @returns {Promise<string | null>} */
async function findBrowser() {
  const { chromium } = await import("@playwright/test");
  for (const path of [chromium.executablePath(), ...usualPlaces(process.platform, process.env)])
    if (await starts(path)) return path;
  return null;
}

/**
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]}
 */
function usualPlaces(platform, env) {
  const chrome = join("Google", "Chrome", "Application", "chrome.exe");
  const places = {
    darwin: ["Google Chrome", "Chromium"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
    win32: [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].flatMap((folder) =>
      folder === undefined ? [] : [join(folder, chrome)],
    ),
    linux: ["/opt/google/chrome/chrome", "/snap/bin/chromium"],
  };
  const onThePath = NAMES.flatMap((name) => onPath(name, env) ?? []);
  return [...onThePath, ...(platform in places ? places[/** @type {keyof typeof places} */ (platform)] : [])];
}

/** @param {string} repository */
async function installFromPlaywright(repository) {
  const playwright = join(repository, "node_modules", "@playwright", "test", "cli.js");
  const child = spawn(process.execPath, [playwright, "install", "chromium"], {
    cwd: repository,
    stdio: ["ignore", "pipe", "pipe"],
    windowsHide: true,
  });
  const timer = setTimeout(() => child.kill("SIGKILL"), INSTALL_LIMIT_MS);
  const end = await endedStep(child);
  clearTimeout(timer);
  if (end.code !== 0) say("Playwright could not download its Chromium.");
}
