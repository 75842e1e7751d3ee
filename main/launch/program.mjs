import { execFile } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

/**
 * Where a program lies on the PATH; null when it is not there.
 * @param {string} name without .exe
 * @param {NodeJS.ProcessEnv} env
 */
export function onPath(name, env) {
  const folders = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether a program is there and starts: a browser without its libraries, or a stub that stands in for one, does not.
 * @param {string} path
 */
export async function starts(path) {
  if (!existsSync(path)) return false;
  try {
    await promisify(execFile)(path, ["--version"], { timeout: 20_000, windowsHide: true });
    return true;
  } catch {
    return false;
  }
}
