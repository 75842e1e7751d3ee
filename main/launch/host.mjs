import { constants } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { REPOSITORY } from "./repository.mjs";

/**
 * Goes on as the built command line, in this very process, so that signals and exit codes are its own.
 * @param {readonly string[]} args
 * @param {string} folder to which relative paths in `args` belong
 * @returns {Promise<undefined>}
 */
export async function runHost(args, folder) {
  const program = join(REPOSITORY, "dist", "main", "parallax.js");
  endOnSecondInterrupt();
  process.chdir(folder);
  process.argv = [process.execPath, program, ...args];
  await import(pathToFileURL(program).href);
}

/**
 * Lets an orderly end run its course. On a terminal one Ctrl+C arrives twice, from the terminal and from npm; only one
 * that comes later asks for an end at once.
 */
function endOnSecondInterrupt() {
  let first = 0;
  process.on("SIGINT", () => {
    first ||= Date.now();
    if (Date.now() - first > 500) process.exit(128 + constants.signals.SIGINT);
  });
}
