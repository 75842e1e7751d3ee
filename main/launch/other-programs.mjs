import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { runQuietly } from "./child.mjs";
import { installFromDebian, mayInstall, unpackFromDebian } from "./debian.mjs";
import { withLock } from "./lock.mjs";
import { onPath, starts } from "./program.mjs";
import { refusal, say } from "./refusal.mjs";

/** Apache UIMA; Apache OpenNLP with what it logs through; NLTK with the one package that it does not start without. */
const PACKAGES = [
  ...["libuima-core-java", "libapache-opennlp-java", "libslf4j-java"],
  ...["python3-nltk", "python3-regex"],
];

/**
 * Gets the programs of others that Debian packages for the tests of interchange, and says which tests are skipped where
 * one cannot be had. Throws a refusal where an automatic run could have them and does not.
 * @param {string} repository
 * @returns {Promise<NodeJS.ProcessEnv>} the variables by which the tests find them; empty where something is missing
 */
export async function otherPrograms(repository) {
  const folder = join(repository, "interchange", ".debian");
  const lock = join(repository, "dist", ".locks", "debian");
  const isThere = await withLock(lock, () => unpackFromDebian(PACKAGES, folder));
  if (!isThere) tellSkipped("Apache UIMA, Apache OpenNLP and NLTK", `the packages ${PACKAGES.join(", ")} of Debian`);
  const java = isThere ? await findJava() : null;
  if (isThere && java === null) tellSkipped("Apache UIMA and Apache OpenNLP", "a Java development kit");
  const python = isThere ? await findPython(folder) : null;
  if (isThere && python === null) tellSkipped("NLTK", "the Python of Debian");
  if ((java === null || python === null) && process.env.CI === "true" && mayInstall())
    throw refusal("a program that the tests of interchange need is missing; which one stands above.");
  return { PARALLAX_TEST_DEBIAN: folder, PARALLAX_TEST_JAVA: java ?? "", PARALLAX_TEST_PYTHON: python ?? "" };
}

/**
 * @param {string} programs
 * @param {string} need
 */
function tellSkipped(programs, need) {
  say(`!! NOT READ BY ${programs}: these tests are skipped, for they need ${need}.`);
}

/** A Java that runs a source file, for which it needs its compiler; installed where that may be. */
async function findJava() {
  if (onPath("javac", process.env) === null) await installFromDebian(["default-jdk-headless"]);
  const compiler = onPath("javac", process.env);
  const java = compiler === null ? null : join(dirname(compiler), "java");
  return java !== null && existsSync(java) && (await starts(java)) ? java : null;
}

/**
 * A Python in which NLTK starts: Debian's own, for which its packages are built, else the first on the PATH.
 * @param {string} folder where the packages are unpacked
 */
async function findPython(folder) {
  const env = { ...process.env, PYTHONPATH: join(folder, "usr", "lib", "python3", "dist-packages") };
  for (const python of ["/usr/bin/python3", onPath("python3", process.env)]) {
    if (python === null || !existsSync(python)) continue;
    const end = await runQuietly(python, ["-c", "import nltk"], { cwd: folder, env });
    if (end.code === 0) return python;
  }
  return null;
}
