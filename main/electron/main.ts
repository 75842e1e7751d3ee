import { accessSync, constants, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { app, dialog } from "electron";
import { Failure } from "../../annotations/api/reply.ts";
import { hostPaths } from "../host/paths.ts";
import { startApplication } from "./application.ts";
import { readArguments, SecondStart } from "./arguments.ts";
import { lockNavigation } from "./navigation.ts";
import { registerScheme } from "./protocol.ts";

const paths = hostPaths();
const given = readArguments(process.argv, app.isPackaged);

// Whoever starts Chromium without its sandbox, as root must, has said so on the command line.
if (!app.commandLine.hasSwitch("no-sandbox")) app.enableSandbox();
registerScheme();
app.setPath("userData", chromiumFolder(paths.config));
app.on("web-contents-created", (_event, contents) => lockNavigation(contents));
app.on("window-all-closed", () => app.quit());

// What was given goes along: the system may reorder the command line that a second start hands over.
if (app.requestSingleInstanceLock({ given, from: process.cwd() } satisfies SecondStart)) run();
else app.quit();

function run(): void {
  const started = app.whenReady().then(() => startApplication({ given, paths, development: !app.isPackaged }));
  let leaving = false;
  started.then(tellLauncher, (error: unknown) => leaving || refuse(error));
  app.on("second-instance", (_event, _argv, _folder, data) => {
    const second = SecondStart.parse(data);
    started.then((application) => application.open(second.given, second.from)).catch(console.error);
  });
  app.once("before-quit", () => {
    leaving = true;
  });
  // Comes once the window is closed, so that the page has had its last word.
  app.once("will-quit", (event) => {
    event.preventDefault();
    const closed = started.then((application) => application.close().catch(console.error), nothing);
    // Electron takes no new wish to quit while it still asks about this one.
    closed.finally(() => setImmediate(() => app.quit()));
  });
}

/** For a start that ended because the person left while it went on. */
function nothing(): void {}

/** Tells the program that started this one, if it listens, that the window is there. */
function tellLauncher(): void {
  if (process.connected) process.send?.("ready");
}

/** Ends a start that could not be carried out. An unpackaged one comes from a terminal, which shows the reason. */
function refuse(error: unknown): void {
  const isRefusal = error instanceof Failure;
  console.error(isRefusal ? `Parallax: ${error.message}` : error);
  if (app.isPackaged) dialog.showErrorBox("Parallax", isRefusal ? error.message : "Parallax could not be started.");
  app.exit(1);
}

/** Chromium's own folder, in ours; one for this time only where ours cannot be written. */
function chromiumFolder(config: string): string {
  const folder = join(config, "electron");
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return mkdtempSync(join(tmpdir(), "parallax-"));
  }
}
