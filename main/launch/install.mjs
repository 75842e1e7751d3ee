import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { lastLines, runQuietly } from "./child.mjs";
import { withLock } from "./lock.mjs";
import { refusal, say } from "./refusal.mjs";
import { memoryFolder } from "./repository.mjs";

const OLDEST_NODE = [20, 19];
const MACHINE = ` ${process.platform}-${process.arch}\n`;

/**
 * Makes node_modules hold what package-lock.json asks for. Costs a few milliseconds when it does already.
 * @param {string} repository
 */
export async function install(repository) {
  refuseOldNode(process.versions.node);
  if (isInstalled(repository)) return;
  await withLock(
    join(repository, "dist", ".locks", "install"),
    async () => {
      if (!isInstalled(repository)) await installPackages(repository);
    },
    () => say("Another start is installing the packages; waiting for it."),
  );
}

/**
 * Refuses a Node on which the packages do not run.
 * @param {string} version such as "20.19.0"
 */
export function refuseOldNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw refusal(
    `this is Node ${version}, and Parallax needs ${OLDEST_NODE.join(".")} or newer. Install a newer Node and try again.`,
  );
}

/**
 * Whether node_modules is what package-lock.json asks for. Packages that somebody installed by hand count when they
 * are the same.
 * @param {string} repository
 */
export function isInstalled(repository) {
  const lockfile = readFileSync(join(repository, "package-lock.json"), "utf8");
  const stamp = existsSync(stampFile(repository)) ? readFileSync(stampFile(repository), "utf8") : null;
  if (stamp === stampOf(lockfile)) return true;
  const notes = npmsNotes(repository);
  const ofThisMachine = stamp === null || stamp.endsWith(MACHINE);
  if (!ofThisMachine || !existsSync(notes) || !agrees(lockfile, readFileSync(notes, "utf8"))) return false;
  writeStamp(repository, lockfile);
  return true;
}

/**
 * Whether what npm noted at the end of its last installation has every package of the lockfile in the same version.
 * Optional packages may be missing: they are for other machines.
 * @param {string} lockfile
 * @param {string} installed
 */
function agrees(lockfile, installed) {
  const { "": _root, ...wanted } = packagesOf(lockfile);
  const present = packagesOf(installed);
  return (
    Object.keys(present).every((path) => path in wanted) &&
    Object.entries(wanted).every(([path, wish]) => {
      const found = present[path];
      return found === undefined
        ? wish.optional === true
        : found.version === wish.version && found.integrity === wish.integrity;
    })
  );
}

/**
 * @param {string} lockfile
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }>}
 */
function packagesOf(lockfile) {
  return JSON.parse(lockfile).packages;
}

/** @param {string} repository */
async function installPackages(repository) {
  const began = Date.now();
  say("Installing packages. This is needed once and takes a minute or two.");
  for (const proof of [stampFile(repository), npmsNotes(repository)]) rmSync(proof, { force: true });
  const lockfile = readFileSync(join(repository, "package-lock.json"), "utf8");
  const [command, ...first] = npm();
  const end = await runQuietly(
    command,
    // Everything is a development dependency, whatever NODE_ENV or the person's npm settings say. Electron's packages
    // ask for a newer Node than they need here.
    [
      ...first,
      "ci",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--include=dev",
      "--include=optional",
      "--no-engine-strict",
    ],
    { cwd: repository, shell: first.length === 0 && process.platform === "win32" },
  );
  if (end.code !== 0) {
    say(npmsReasons(end.output));
    throw refusal(
      "the packages could not be installed; npm's reasons stand above. Once they are dealt with, try again.",
    );
  }
  writeStamp(repository, lockfile);
  say(`Packages installed in ${Math.round((Date.now() - began) / 1000)} s.`);
}

/**
 * What npm says of its failure, without the usage that it prints after it.
 * @param {string} output
 */
export function npmsReasons(output) {
  const said = output.split(/\r?\n/).filter((line) => /^npm (error|ERR!) *\S/.test(line));
  const usage = said.findIndex((line) => /^npm (error|ERR!) (Clean install a project|Usage:)/.test(line));
  const reasons = usage === -1 ? said : said.slice(0, usage);
  return reasons.slice(0, 30).join("\n") || lastLines(output, 30);
}

/**
 * How npm is called: the one that runs us, else the one that came with this Node, else the one on the PATH.
 * @returns {[string, ...string[]]}
 */
function npm() {
  const bin = dirname(process.execPath);
  const scripts = [
    process.env.npm_execpath ?? "",
    join(bin, "node_modules", "npm", "bin", "npm-cli.js"),
    join(bin, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
  ];
  const script = scripts.find((path) => path.endsWith("npm-cli.js") && existsSync(path));
  return script === undefined ? ["npm"] : [process.execPath, script];
}

/**
 * Where npm notes, at the end of an installation, what it installed.
 * @param {string} repository
 */
function npmsNotes(repository) {
  return join(repository, "node_modules", ".package-lock.json");
}

/** @param {string} repository */
function stampFile(repository) {
  return join(memoryFolder(repository), "installed");
}

/**
 * @param {string} repository
 * @param {string} lockfile
 */
function writeStamp(repository, lockfile) {
  mkdirSync(memoryFolder(repository), { recursive: true });
  writeFileSync(stampFile(repository), stampOf(lockfile));
}

/** @param {string} lockfile */
function stampOf(lockfile) {
  return createHash("sha256").update(lockfile).digest("hex") + MACHINE;
}
