import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json. */
export const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url)).replace(/[\\/]$/, "");

/**
 * The folder that the person was in. npm moves to the folder of package.json and leaves the other in INIT_CWD.
 * @param {string} current
 * @param {NodeJS.ProcessEnv} env
 */
export function callersFolder(current, env) {
  return current === REPOSITORY && env.INIT_CWD !== undefined && existsSync(env.INIT_CWD) ? env.INIT_CWD : current;
}

/**
 * A folder for what the launcher wants to remember until packages are installed anew.
 * @param {string} repository
 */
export function memoryFolder(repository) {
  return join(repository, "node_modules", ".parallax");
}
