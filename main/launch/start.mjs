import { readArguments, USAGE } from "./arguments.mjs";
import { build } from "./build.mjs";
import { noWindowHere } from "./display.mjs";
import { electronBinary } from "./electron-binary.mjs";
import { runHost } from "./host.mjs";
import { install } from "./install.mjs";
import { runToEnd, say } from "./refusal.mjs";
import { callersFolder, REPOSITORY } from "./repository.mjs";
import { openWindow } from "./window.mjs";

await runToEnd(async () => {
  const asked = readArguments(process.argv.slice(2));
  if (asked.kind === "help") {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  if (asked.kind === "wrong") {
    say(`Parallax: ${asked.reason}\n\n${USAGE}`);
    return 2;
  }
  await install(REPOSITORY);
  await build(REPOSITORY);
  return start(asked.wish);
});

/** @param {import("./arguments.mjs").Wish} wish */
async function start({ where, opening, serving }) {
  const folder = callersFolder(process.cwd(), process.env);
  if (where !== "browser") {
    const window = await tryWindow(where === "window", opening, folder);
    if (window.kind === "ended") return window.code;
    say(`${window.reason}, so Parallax opens in the browser instead.`);
  }
  return runHost(["start", ...serving, ...opening], folder);
}

/**
 * @param {boolean} insists whether the person asked for a window in so many words
 * @param {readonly string[]} opening
 * @param {string} folder
 * @returns {ReturnType<typeof openWindow>}
 */
async function tryWindow(insists, opening, folder) {
  const reason = noWindowHere(process.platform, process.env, process.getuid?.());
  if (reason !== null) return { kind: "failed", reason };
  const electron = await electronBinary(REPOSITORY, process.env, { again: insists });
  if (electron.kind === "missing") return { kind: "failed", reason: electron.reason };
  return openWindow(electron.path, REPOSITORY, opening, folder);
}
