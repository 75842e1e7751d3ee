import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lastLines, runQuietly } from "./child.mjs";
import { say } from "./refusal.mjs";

/** Whether this is Debian, or what is made from it. */
function isDebian() {
  return existsSync("/etc/debian_version");
}

/** Whether packages of Debian may be installed here: as root. */
export function mayInstall() {
  return isDebian() && process.getuid?.() === 0;
}

/**
 * Installs packages of Debian where that may be; says why where it failed.
 * @param {readonly string[]} names
 */
export async function installFromDebian(names) {
  if (!mayInstall()) return;
  say(`Installing the Debian package${names.length === 1 ? "" : "s"} ${names.join(", ")}.`);
  await apt(["update", "-qq"], "/");
  await apt(["install", "-y", "-qq", "--no-install-recommends", ...names], "/");
}

/**
 * Unpacks packages of Debian, alone and without what they depend on, into a folder: the system stays as it is. Costs
 * nothing when the folder has them already.
 * @param {readonly string[]} names
 * @param {string} folder is created where missing; belongs to the packages alone
 * @returns {Promise<boolean>} whether they are there
 */
export async function unpackFromDebian(names, folder) {
  if (isUnpacked(names, folder)) return true;
  if (!isDebian()) return false;
  say(`Downloading the Debian packages ${names.join(", ")}. This is needed once.`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (!(await download(names, folder)) || !(await unpack(folder))) return false;
  writeFileSync(stampFile(folder), stampOf(names));
  return true;
}

/**
 * @param {readonly string[]} names
 * @param {string} folder
 */
function isUnpacked(names, folder) {
  return existsSync(stampFile(folder)) && readFileSync(stampFile(folder), "utf8") === stampOf(names);
}

/**
 * Downloads into a folder, once more after root has fetched the lists of packages where these are missing or old.
 * @param {readonly string[]} names
 * @param {string} folder
 */
async function download(names, folder) {
  const wish = ["download", "-qq", ...names];
  if (!mayInstall()) return apt(wish, folder);
  return (await runApt(wish, folder)).code === 0 || ((await apt(["update", "-qq"], folder)) && apt(wish, folder));
}

/** @param {string} folder */
async function unpack(folder) {
  for (const archive of readdirSync(folder).filter((name) => name.endsWith(".deb"))) {
    const end = await runQuietly("dpkg-deb", ["-x", archive, "."], { cwd: folder });
    if (end.code !== 0) say(lastLines(end.output, 10));
    if (end.code !== 0) return false;
    rmSync(join(folder, archive));
  }
  return true;
}

/**
 * Runs a step of apt-get and says the end of its output where it fails.
 * @param {readonly string[]} step
 * @param {string} folder
 */
async function apt(step, folder) {
  const end = await runApt(step, folder);
  if (end.code !== 0) say(lastLines(end.output, 10));
  return end.code === 0;
}

/**
 * @param {readonly string[]} step
 * @param {string} folder
 */
function runApt(step, folder) {
  return runQuietly("apt-get", step, { cwd: folder, env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
}

/** @param {string} folder */
function stampFile(folder) {
  return join(folder, "unpacked");
}

/** @param {readonly string[]} names */
function stampOf(names) {
  return `${names.join("\n")}\n${process.platform}-${process.arch}\n`;
}
