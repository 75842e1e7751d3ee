import { endWithNpm } from "./orphan.mjs";

/**
 * An outcome that the person is told of in one sentence, as opposed to a fault of the program.
 * @param {string} sentence what happened, to what, and what to do next
 */
export function refusal(sentence) {
  return Object.assign(new Error(sentence), { name: "Refusal" });
}

/**
 * Runs a program of the launcher to its end. A refusal becomes its sentence on standard error and exit code 1;
 * anything else keeps its stack.
 * @param {() => Promise<number | undefined>} program gives back an exit code, or nothing to leave the exit to what it started
 */
export async function runToEnd(program) {
  endWithNpm();
  try {
    const code = await program();
    if (code !== undefined) process.exitCode = code;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "Refusal") throw error;
    say(`Parallax: ${error.message}`);
    process.exitCode = 1;
  }
}

/**
 * Says a line to the person. On standard error, so that standard output stays for results.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
