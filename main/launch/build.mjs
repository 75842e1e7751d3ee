import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { lastLines, runQuietly } from "./child.mjs";
import { withLock } from "./lock.mjs";
import { refusal, say } from "./refusal.mjs";

/** What dist/ is made of, relative to the repository. */
const SOURCES = ["annotations", "main", "renderer", "package.json", "package-lock.json", "tsconfig.base.json"];

/** What stands in those folders and does not go into dist/: tests, the launcher, files of editors and file managers. */
const NOT_BUILT = /\.test\.tsx?$|^main[\\/]launch[\\/]|(^|[\\/])\./;

const CONFIGURATIONS = [join("renderer", "vite.config.ts"), join("main", "vite.config.ts")];

/** What a finished build has, relative to dist/. */
const RESULTS = [
  join("renderer", "index.html"),
  ...["electron.js", "preload.cjs", "parallax.js"].map((name) => join("main", name)),
];

/**
 * Makes dist/ agree with the sources. A build that was broken off leaves no stamp and is done again.
 * @param {string} repository
 */
export async function build(repository) {
  if (isBuilt(repository)) return;
  await withLock(
    join(repository, "dist", ".locks", "build"),
    async () => {
      if (!isBuilt(repository)) await buildAll(repository);
    },
    () => say("Another start is building Parallax; waiting for it."),
  );
}

/**
 * Whether dist/ was built from the sources as they are now.
 * @param {string} repository
 */
export function isBuilt(repository) {
  const dist = join(repository, "dist");
  return (
    existsSync(stampFile(repository)) &&
    RESULTS.every((result) => existsSync(join(dist, result))) &&
    readFileSync(stampFile(repository), "utf8") === fingerprint(repository)
  );
}

/** @param {string} repository */
async function buildAll(repository) {
  const began = Date.now();
  say("Building Parallax.");
  rmSync(stampFile(repository), { force: true });
  // Taken before the build: what is edited while it runs makes the next start build again.
  const sources = fingerprint(repository);
  for (const configuration of CONFIGURATIONS) await viteBuild(repository, configuration);
  const missing = RESULTS.filter((result) => !existsSync(join(repository, "dist", result)));
  if (missing.length > 0) throw refusal(`the build ended without ${missing.join(", ")}.`);
  writeStamp(repository, sources);
  say(`Built in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
}

/**
 * @param {string} repository
 * @param {string} configuration
 */
async function viteBuild(repository, configuration) {
  const vite = join(repository, "node_modules", "vite", "bin", "vite.js");
  const end = await runQuietly(process.execPath, [vite, "build", "--config", configuration, "--logLevel", "warn"], {
    cwd: repository,
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (end.code === 0) return;
  say(lastLines(end.output, 60));
  throw refusal(`${configuration} could not be built; the reasons stand above.`);
}

/**
 * A hash over the names and contents of everything that goes into dist/.
 * @param {string} repository
 */
export function fingerprint(repository) {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap((source) => filesUnder(repository, source))) {
    const bytes = readFileSync(join(repository, file));
    hash.update(`${file.split(sep).join("/")}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex");
}

/**
 * The files of a folder and of the folders in it, in a fixed order; a file stands for itself.
 * @param {string} repository
 * @param {string} source relative to the repository, as the files that are given back
 */
function filesUnder(repository, source) {
  const isFile = (/** @type {string} */ path) => statSync(join(repository, path)).isFile();
  if (isFile(source)) return [source];
  return readdirSync(join(repository, source), { encoding: "utf8", recursive: true })
    .map((path) => join(source, path))
    .filter((path) => !NOT_BUILT.test(path) && isFile(path))
    .sort();
}

/** @param {string} repository */
function stampFile(repository) {
  return join(repository, "dist", ".built");
}

/**
 * @param {string} repository
 * @param {string} stamp
 */
function writeStamp(repository, stamp) {
  mkdirSync(join(repository, "dist"), { recursive: true });
  const unfinished = `${stampFile(repository)}.${process.pid}`;
  writeFileSync(unfinished, stamp);
  renameSync(unfinished, stampFile(repository));
}
