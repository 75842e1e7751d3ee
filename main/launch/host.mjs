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
  process.chdir(folder);
  process.argv = [process.execPath, program, ...args];
  await import(pathToFileURL(program).href);
}
