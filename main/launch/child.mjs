import { spawn } from "node:child_process";
import { constants } from "node:os";

/**
 * How a child ended, and the last of what it printed where that was collected.
 * @typedef {{ code: number | null, signal: NodeJS.Signals | null, output: string }} Ended
 */

/** @type {readonly NodeJS.Signals[]} */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
const KEPT_CHARACTERS = 200_000;

/**
 * Runs a step of the launcher to its end and collects what it prints, without showing it. A signal that comes
 * meanwhile ends the step and then this process.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, shell?: boolean }} options
 * @returns {Promise<Ended>}
 */
export function runQuietly(command, args, options) {
  return endedStep(spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"], windowsHide: true }));
}

/**
 * The same on the person's own terminal.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<Ended>}
 */
export function runVisibly(command, args, options) {
  return endedStep(spawn(command, args, { ...options, stdio: "inherit" }));
}

/**
 * Waits for a step that was started by other means.
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<Ended>}
 */
export async function endedStep(child) {
  const { received, ...end } = await ended(child);
  if (received !== null) process.kill(process.pid, received);
  return end;
}

/**
 * Waits for a child and passes on to it the signals that this process receives; `received` is the last of them.
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<Ended & { received: NodeJS.Signals | null }>}
 */
export async function ended(child) {
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
      output = (output + text).slice(-KEPT_CHARACTERS);
    });
  const passing = passSignals(child);
  try {
    return await new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code, signal) => resolve({ code, signal, output, received: passing.received() }));
    });
  } finally {
    passing.stop();
  }
}

/** @param {import("node:child_process").ChildProcess} child */
function passSignals(child) {
  /** @type {NodeJS.Signals | null} */
  let received = null;
  const pass = (/** @type {NodeJS.Signals} */ signal) => {
    received = signal;
    // On a terminal Ctrl+C reaches the child by itself, and a second one would cut its orderly end short.
    if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, pass);
  return {
    received: () => received,
    stop() {
      for (const signal of SIGNALS) process.off(signal, pass);
    },
  };
}

/**
 * The exit code by which to hand on how a child ended, as shells count it.
 * @param {Pick<Ended, "code" | "signal">} end
 */
export function exitCode(end) {
  return end.code ?? (end.signal === null ? 1 : 128 + constants.signals[end.signal]);
}

/**
 * The end of what a program printed, for an error report.
 * @param {string} output
 * @param {number} lines
 */
export function lastLines(output, lines) {
  return output.trimEnd().split(/\r?\n/).slice(-lines).join("\n");
}
