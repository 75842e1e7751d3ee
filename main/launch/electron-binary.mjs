import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { endedStep, lastLines } from "./child.mjs";
import { withLock } from "./lock.mjs";
import { say } from "./refusal.mjs";
import { memoryFolder } from "./repository.mjs";

const A_DAY_MS = 24 * 60 * 60_000;
const GLANCE_MS = 1_000;

/**
 * @typedef {object} Limits
 * @property {number} silenceMs how long the download may go without a byte
 * @property {number} totalMs how long all of it may take
 */

/** @type {Limits} */
const LIMITS = { silenceMs: 20_000, totalMs: 5 * 60_000 };

/**
 * The Electron executable that is there: in the folder that ELECTRON_OVERRIDE_DIST_PATH names, else the one that was
 * unpacked into node_modules; null when there is none.
 * @param {string} repository
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | null}
 */
export function installedElectron(repository, env) {
  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  const path = join(override || join(electronFolder(repository), "dist"), executableName(process.platform));
  return existsSync(path) && (override || isUnpacked(repository)) ? path : null;
}

/**
 * The Electron executable, after an attempt to download it where it is missing. The attempt has an end; a failed one
 * is remembered for a day.
 * @param {string} repository
 * @param {NodeJS.ProcessEnv} env
 * @param {{ again: boolean, limits?: Limits, tell?: typeof say }} options `again` forgets what failed before
 * @returns {Promise<{ kind: "found", path: string } | { kind: "missing", reason: string }>}
 */
export async function electronBinary(repository, env, { again, limits = LIMITS, tell = say }) {
  const installed = installedElectron(repository, env);
  if (installed !== null) return { kind: "found", path: installed };
  if (env.ELECTRON_OVERRIDE_DIST_PATH)
    return { kind: "missing", reason: `There is no Electron in ${env.ELECTRON_OVERRIDE_DIST_PATH}` };
  if (env.ELECTRON_SKIP_BINARY_DOWNLOAD)
    return { kind: "missing", reason: "Electron is missing and ELECTRON_SKIP_BINARY_DOWNLOAD is set" };
  if (again) forgetFailure(repository);
  return withLock(
    join(repository, "dist", ".locks", "electron"),
    () => downloadOnce(repository, env, limits, tell),
    () => tell("Another start is downloading Electron; waiting for it."),
  );
}

/**
 * @param {string} repository
 * @param {NodeJS.ProcessEnv} env
 * @param {Limits} limits
 * @param {typeof say} tell
 * @returns {ReturnType<typeof electronBinary>}
 */
async function downloadOnce(repository, env, limits, tell) {
  const arrived = installedElectron(repository, env);
  if (arrived !== null) return { kind: "found", path: arrived };
  if (hasFailedLately(repository))
    return {
      kind: "missing",
      reason: "Electron could not be downloaded earlier (npm start -- --desktop tries again)",
    };
  const failure = await download(repository, env, limits, tell);
  const path = installedElectron(repository, env);
  if (failure === null && path !== null) return { kind: "found", path };
  rememberFailure(repository);
  return { kind: "missing", reason: `Electron could not be downloaded (${failure ?? "it is not where it should be"})` };
}

/**
 * Runs Electron's own installer under watch. Gives back why it failed, in a few words, or null.
 * @param {string} repository
 * @param {NodeJS.ProcessEnv} env
 * @param {Limits} limits
 * @param {typeof say} tell
 */
async function download(repository, env, limits, tell) {
  const arriving = join(memoryFolder(repository), "electron-download");
  rmSync(arriving, { recursive: true, force: true });
  mkdirSync(arriving, { recursive: true });
  const child = spawn(process.execPath, [join(electronFolder(repository), "install.js")], {
    cwd: repository,
    // The installer downloads into the folder for temporary files; one of our own lets us see the bytes arrive.
    env: { ...env, TMPDIR: arriving, TMP: arriving, TEMP: arriving, ELECTRON_GET_NO_PROGRESS: "1" },
    stdio: ["ignore", "pipe", "pipe"],
    windowsHide: true,
  });
  const watch = watchOver(
    child,
    () => bytesIn(arriving) + bytesIn(join(electronFolder(repository), "dist")),
    limits,
    tell,
  );
  try {
    const end = await endedStep(child);
    return watch.verdict() ?? (end.code === 0 ? null : errorLine(end.output));
  } finally {
    watch.stop();
    rmSync(arriving, { recursive: true, force: true });
  }
}

/**
 * Looks at a download once a second, says how it goes, and ends it when nothing arrives any more.
 * @param {import("node:child_process").ChildProcess} child
 * @param {() => number} bytes
 * @param {Limits} limits
 * @param {typeof say} tell
 */
function watchOver(child, bytes, limits, tell) {
  const began = Date.now();
  let last = { bytes: bytes(), at: began };
  /** @type {string | null} */
  let verdict = null;
  const progress = progressLine(last.bytes, tell);
  const timer = setInterval(
    () => {
      const now = { bytes: bytes(), at: Date.now() };
      if (now.bytes !== last.bytes) last = now;
      progress.show(now.bytes, now.at - began);
      if (now.at - last.at >= limits.silenceMs) verdict = `nothing arrived for ${seconds(limits.silenceMs)}`;
      else if (now.at - began >= limits.totalMs) verdict = `it was not done after ${seconds(limits.totalMs)}`;
      if (verdict !== null) child.kill("SIGKILL");
    },
    Math.min(GLANCE_MS, limits.silenceMs),
  );
  return {
    verdict: () => verdict,
    stop() {
      clearInterval(timer);
      progress.end();
    },
  };
}

/**
 * One line that counts on a terminal; elsewhere a line every ten seconds.
 * @param {number} before the bytes that were there at the start
 * @param {typeof say} tell
 */
function progressLine(before, tell) {
  const rewrites = process.stderr.isTTY === true;
  let said = 0;
  tell("Downloading Electron. This is needed once; it has about 100 MB.");
  return {
    show(/** @type {number} */ bytes, /** @type {number} */ ms) {
      const line = `${Math.max(0, (bytes - before) / 1e6).toFixed(0)} MB after ${seconds(ms)}`;
      if (rewrites) process.stderr.write(`\r${line} `);
      else if (ms - said >= 10_000) tell(line);
      if (rewrites || ms - said >= 10_000) said = ms;
    },
    end() {
      if (rewrites && said > 0) process.stderr.write("\n");
    },
  };
}

/** @param {number} ms */
function seconds(ms) {
  return `${Math.round(ms / 1_000)} s`;
}

/**
 * The first line of an error report that a program left before it ended.
 * @param {string} output
 */
function errorLine(output) {
  return /^\w*Error: (.+)$/m.exec(output)?.[1] ?? (lastLines(output, 1) || "no reason was given");
}

/**
 * The size of all files of a folder together, as far as they stand still long enough to be measured.
 * @param {string} folder
 */
function bytesIn(folder) {
  if (!existsSync(folder)) return 0;
  const paths = readdirSync(folder, { encoding: "utf8", recursive: true }).map((name) => join(folder, name));
  return paths.reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
}

/**
 * Whether the installer finished: it writes path.txt last.
 * @param {string} repository
 */
function isUnpacked(repository) {
  const folder = electronFolder(repository);
  const [version, path] = [join(folder, "dist", "version"), join(folder, "path.txt")];
  return (
    existsSync(version) &&
    existsSync(path) &&
    readFileSync(version, "utf8").trim().replace(/^v/, "") === electronVersion(repository)
  );
}

/** @param {NodeJS.Platform} platform */
function executableName(platform) {
  if (platform === "darwin") return join("Electron.app", "Contents", "MacOS", "Electron");
  return platform === "win32" ? "electron.exe" : "electron";
}

/** @param {string} repository */
function electronFolder(repository) {
  return join(repository, "node_modules", "electron");
}

/**
 * @param {string} repository
 * @returns {string}
 */
function electronVersion(repository) {
  return JSON.parse(readFileSync(join(electronFolder(repository), "package.json"), "utf8")).version;
}

/** @param {string} repository */
function failureFile(repository) {
  return join(memoryFolder(repository), "electron-failed");
}

/** @param {string} repository */
function hasFailedLately(repository) {
  const file = failureFile(repository);
  return (
    existsSync(file) &&
    readFileSync(file, "utf8") === electronVersion(repository) &&
    Date.now() - statSync(file).mtimeMs < A_DAY_MS
  );
}

/** @param {string} repository */
function rememberFailure(repository) {
  writeFileSync(failureFile(repository), electronVersion(repository));
}

/** @param {string} repository */
function forgetFailure(repository) {
  rmSync(failureFile(repository), { force: true });
}
