import type { ChildProcess } from "node:child_process";
import { _electron, type ElectronApplication, errors, type Page } from "@playwright/test";
import { hasScreen } from "../main/launch/display.mjs";
import { installedElectron } from "../main/launch/electron-binary.mjs";
import { REPOSITORY } from "../main/launch/repository.mjs";
import type { Host } from "./app.ts";
import { listen, reportViolations } from "./complaints.ts";
import { collect, END_LIMIT_MS, end, pause, runToRefusal, START_LIMIT_MS } from "./host-process.ts";
import type { Running, Start } from "./running.ts";

/** The time that Electron has to answer Playwright. It takes less than a second, on a very busy machine a few. */
const LAUNCH_LIMIT_MS = 15_000;

/** Why specs cannot run in Electron here; null when they can. */
export function noElectronHere(): string | null {
  if (installedElectron(REPOSITORY, process.env) === null)
    return "there is no Electron: node_modules has none and ELECTRON_OVERRIDE_DIST_PATH names none";
  return hasScreen(process.platform, process.env) ? null : "Electron has no display here, and there is no xvfb-run";
}

/** The Electron shell. */
export const electronHost: Host = {
  kind: "electron",
  start: startInElectron,
  refuse: ({ args, cwd, env }) => runToRefusal(executable(), electronArguments(args), { cwd, env }),
};

/** The time that a window has to draw two frames. */
const FRAMES_LIMIT_MS = 10_000;

/**
 * Opens the application's own window. Now and then one on a virtual screen never draws, though its page runs; it is ended
 * and another opened, once, and the log says so.
 */
async function startInElectron(start: Start): Promise<Running> {
  const running = await opened(start);
  if (await draws(running.page)) return running;
  console.warn(`A window of Electron drew nothing for ${FRAMES_LIMIT_MS / 1000} s, and is opened again.`);
  await running.kill();
  return opened(start);
}

async function draws(page: Page): Promise<boolean> {
  const frames = page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    return true;
  });
  return Promise.race([frames.catch(() => false), pause(FRAMES_LIMIT_MS).then(() => false)]);
}

async function opened({ args, cwd, env, complain }: Start): Promise<Running> {
  const electron = await launch({ executablePath: executable(), args: electronArguments(args), cwd, env: { ...env } });
  const host = electron.process();
  const complaints = collect(host.stderr);
  await listen(electron.context(), complain);
  const page = await electron.firstWindow({ timeout: START_LIMIT_MS }).catch(async (cause) => {
    await end(host, "SIGKILL");
    throw new Error(`No window opened: ${complaints()}`, { cause });
  });
  await page.evaluate(reportViolations);
  await resize(electron, page);
  return {
    page,
    stop: () => close(electron, host),
    kill: () => end(host, "SIGKILL"),
    chooseFiles: (paths) =>
      electron.evaluate(
        ({ dialog }, filePaths) => {
          dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
        },
        [...paths],
      ),
    saveTo: (path) =>
      electron.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath });
      }, path),
  };
}

/**
 * Now and then an Electron that Playwright has started never answers it, whatever the application does. That one is
 * ended and another started, once, and the log says so.
 */
async function launch(options: Parameters<typeof _electron.launch>[0]): Promise<ElectronApplication> {
  try {
    return await _electron.launch({ ...options, timeout: LAUNCH_LIMIT_MS });
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    console.warn(`Electron did not answer Playwright within ${LAUNCH_LIMIT_MS / 1000} s, and is started again.`);
    return _electron.launch({ ...options, timeout: LAUNCH_LIMIT_MS });
  }
}

function executable(): string {
  const path = installedElectron(REPOSITORY, process.env);
  if (path === null) throw new Error(noElectronHere() ?? "There is no Electron.");
  return path;
}

function electronArguments(args: readonly string[]): string[] {
  // Chromium's sandbox refuses root, which is who runs the specs in many a container.
  const sandbox = process.platform === "linux" && process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return [...sandbox, REPOSITORY, ...args];
}

/**
 * In a corner of the virtual screen, whose own pointer rests in the middle: under that pointer, a window of another worker
 * that opens or closes would cut a drag short.
 */
async function resize(electron: ElectronApplication, page: Page): Promise<void> {
  // Electron now and then collects the promise that answers this, right after the start.
  const window = await electron.browserWindow(page).catch(() => electron.browserWindow(page));
  await window.evaluate((browserWindow) => browserWindow.setContentBounds({ x: 0, y: 0, width: 1440, height: 900 }));
  await page.waitForFunction(() => innerWidth === 1440 && innerHeight === 900);
}

/** Quits as a person would, unless Electron is gone already. */
async function close(electron: ElectronApplication, host: ChildProcess): Promise<void> {
  if (host.exitCode !== null || host.signalCode !== null) return;
  const closed = electron.close().then(() => true);
  if (await Promise.race([closed, pause(END_LIMIT_MS).then(() => false)])) return;
  host.kill("SIGKILL");
  throw new Error(`Electron did not quit within ${END_LIMIT_MS / 1000} s.`);
}
