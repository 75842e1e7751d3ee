import { execFileSync } from "node:child_process";
import { join } from "node:path";

const FOLDER = process.env.PARALLAX_TEST_DEBIAN ?? "";
const JAVA = process.env.PARALLAX_TEST_JAVA ?? "";
const PYTHON = process.env.PARALLAX_TEST_PYTHON ?? "";

/** Whether programs in Java are here; the launcher of the tests says why where they are not. */
export const HAS_JAVA = JAVA !== "";

/** Whether programs in Python are here. */
export const HAS_PYTHON = PYTHON !== "";

/** A row that a program printed. */
export type Row = readonly string[];

/** Runs a source file of Java, with the packages of Debian, to its end. Throws with what it said where it fails. */
export function runJava(file: string, args: readonly string[]): readonly Row[] {
  const jars = join(FOLDER, "usr", "share", "java", "*");
  return rowsOf(JAVA, ["-cp", jars, join(import.meta.dirname, file), ...args], {});
}

/** The same with a source file of Python. */
export function runPython(file: string, args: readonly string[]): readonly Row[] {
  const packages = join(FOLDER, "usr", "lib", "python3", "dist-packages");
  return rowsOf(PYTHON, [join(import.meta.dirname, file), ...args], { PYTHONPATH: packages });
}

/** The programs print a line for a row, and in it, divided by tabs, cells that are written as in the query of an address. */
function rowsOf(command: string, args: readonly string[], env: NodeJS.ProcessEnv): readonly Row[] {
  const output = execFileSync(command, args, {
    encoding: "utf8",
    env: { ...process.env, ...env },
    maxBuffer: 2 ** 28,
    timeout: 150_000,
    stdio: ["ignore", "pipe", "pipe"],
  });
  return output
    .split("\n")
    .slice(0, -1)
    .map((line) => line.split("\t").map((cell) => decodeURIComponent(cell.replaceAll("+", " "))));
}
