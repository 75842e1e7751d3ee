import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { refusal } from "./refusal.mjs";
import { hasCode } from "./system-error.mjs";

const RELEASED = "released";
const POLL_MS = 150;
const HEARTBEAT_MS = 3_000;

/**
 * @typedef {object} Patience
 * @property {number} totalMs how long to wait for other processes before giving up
 * @property {number} silenceMs how long a holder may go without a sign of life
 */

/** @type {Patience} */
const PATIENCE = { totalMs: 15 * 60_000, silenceMs: 30_000 };

/**
 * Runs `work` while no other process runs something under the lock of the same folder. A holder that died is
 * noticed at once on the same machine, and otherwise by its silence.
 *
 * The folder holds numbered files. Whoever creates the next number has the lock, and creating a file is atomic; the
 * newest number stays when it is released, so that no number is ever given twice.
 * @template T
 * @param {string} folder is created where missing
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] called once when another process has the lock
 * @param {Patience} [patience]
 * @returns {Promise<T>}
 */
export async function withLock(folder, work, onWait = () => {}, patience = PATIENCE) {
  mkdirSync(folder, { recursive: true });
  const file = await take(folder, onWait, patience);
  const heartbeat = setInterval(() => touch(file), HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    release(file);
  }
}

/**
 * @param {string} folder
 * @param {() => void} onWait
 * @param {Patience} patience
 */
async function take(folder, onWait, patience) {
  const began = Date.now();
  let waiting = false;
  let seen = { sign: "", at: began };
  for (;;) {
    const newest = newestNumber(folder);
    const holder = lookAt(folder, newest);
    if (holder.sign !== seen.sign) seen = { sign: holder.sign, at: Date.now() };
    if (holder.free || Date.now() - seen.at > patience.silenceMs) {
      const file = claim(folder, newest + 1);
      if (file !== null) return file;
      continue;
    }
    if (Date.now() - began > patience.totalMs)
      throw refusal(
        `another start has been busy in ${folder} for too long. End it, or delete that folder, and try again.`,
      );
    if (!waiting) onWait();
    waiting = true;
    await sleep(POLL_MS);
  }
}

/**
 * Who has the lock: whether it is free, and a sign that changes as long as its holder lives.
 * @param {string} folder
 * @param {number} number
 */
function lookAt(folder, number) {
  if (number === 0) return { free: true, sign: "" };
  const file = join(folder, String(number));
  try {
    const holder = readFileSync(file, "utf8");
    return { free: holder === RELEASED || isDead(holder), sign: `${number} ${statSync(file).mtimeMs}` };
  } catch (error) {
    // Gone between listing and reading: a later number exists by now.
    if (hasCode(error, "ENOENT")) return { free: false, sign: `${number} gone` };
    throw error;
  }
}

/** @param {string} holder */
function isDead(holder) {
  const [pid, host] = holder.split(" ", 2);
  if (pid === undefined || host !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return hasCode(error, "ESRCH");
  }
}

/**
 * @param {string} folder
 * @param {number} number
 */
function claim(folder, number) {
  const file = join(folder, String(number));
  try {
    const handle = openSync(file, "wx");
    writeFileSync(handle, `${process.pid} ${hostname()}`);
    closeSync(handle);
  } catch (error) {
    if (hasCode(error, "EEXIST")) return null;
    throw error;
  }
  // A process that slept since it listed the folder may create a number that was cleared away long ago.
  if (newestNumber(folder) > number) {
    rmSync(file, { force: true });
    return null;
  }
  for (const earlier of numbers(folder).filter((n) => n < number))
    rmSync(join(folder, String(earlier)), { force: true });
  return file;
}

/** @param {string} file */
function release(file) {
  try {
    writeFileSync(file, RELEASED);
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
  }
}

/** @param {string} file */
function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
  }
}

/** @param {string} folder */
function newestNumber(folder) {
  return Math.max(0, ...numbers(folder));
}

/** @param {string} folder */
function numbers(folder) {
  return readdirSync(folder)
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}
