import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { ended, exitCode } from "./child.mjs";

/** A line of Chromium's own log, which tells a person nothing. */
const CHROMIUM_LOG = /^\[\d+:[\d/]+/;

/**
 * Opens Parallax in a window of its own and waits until it is closed. `failed` when no window came, for a reason
 * other than a refused input.
 * @param {string} electron the executable
 * @param {string} application the folder that holds package.json
 * @param {readonly string[]} opening
 * @param {string} folder to which relative paths in `opening` belong
 * @returns {Promise<{ kind: "ended", code: number } | { kind: "failed", reason: string }>}
 */
export async function openWindow(electron, application, opening, folder) {
  // With ELECTRON_RUN_AS_NODE, which terminals inside Electron applications hand on, Electron is a plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const child = spawn(electron, [application, ...opening], {
    cwd: folder,
    env,
    stdio: ["inherit", "inherit", "pipe", "ipc"],
  });
  let shown = false;
  child.on("message", (message) => {
    shown ||= message === "ready";
  });
  const complaints = showErrors(child.stderr);
  try {
    const end = await ended(child);
    if (shown || end.code === 0 || end.received !== null) return { kind: "ended", code: exitCode(end) };
    if (end.code === 1 && complaints.some((line) => line.startsWith("Parallax:"))) return { kind: "ended", code: 1 };
    const why = complaints.at(-1) ?? `it ended with ${end.signal ?? `exit code ${end.code}`}`;
    return { kind: "failed", reason: `The window did not open (${why})` };
  } catch (error) {
    return { kind: "failed", reason: `The window did not open (${error instanceof Error ? error.message : error})` };
  }
}

/**
 * Hands on what a window prints as errors, without Chromium's log, and gives back the lines handed on.
 * @param {import("node:stream").Readable | null} stream
 */
function showErrors(stream) {
  /** @type {string[]} */
  const lines = [];
  if (stream === null) return lines;
  createInterface({ input: stream }).on("line", (line) => {
    if (line.trim() === "" || CHROMIUM_LOG.test(line)) return;
    lines.push(line);
    process.stderr.write(`${line}\n`);
  });
  return lines;
}
