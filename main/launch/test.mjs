import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { testBrowser } from "./browser.mjs";
import { build } from "./build.mjs";
import { exitCode, runVisibly } from "./child.mjs";
import { hasScreen } from "./display.mjs";
import { flakyIn, NONE, playwrightFigures, skippedIn, sum, vitestFigures } from "./figures.mjs";
import { install } from "./install.mjs";
import { otherPrograms } from "./other-programs.mjs";
import { onPath } from "./program.mjs";
import { runToEnd, say } from "./refusal.mjs";
import { REPOSITORY } from "./repository.mjs";

/**
 * @typedef {import("./figures.mjs").Figures} Figures
 * @typedef {{ ok: boolean, figures: Figures }} Outcome
 * @typedef {{ name: string, heading: string, run: (more: readonly string[]) => Promise<Outcome> }} Part
 */

const RESULTS = join(REPOSITORY, "test-results");
const INTERCHANGE = join(REPOSITORY, "interchange");
const UNIT_REPORT = join(RESULTS, "vitest.json");
const INTERCHANGE_REPORT = join(RESULTS, "interchange.json");
const PLAYWRIGHT_REPORT = join(RESULTS, "playwright.json");

/**
 * Every part of `npm test`, in the order in which they run.
 * @type {readonly Part[]}
 */
const PARTS = [
  { name: "types", heading: "Types", run: types },
  { name: "lint", heading: "Lint", run: lint },
  { name: "dead-code", heading: "Dead code", run: (more) => tool(["knip", "bin", "knip.js"], more) },
  { name: "unit", heading: "Unit tests", run: unit },
  { name: "interchange", heading: "Interchange", run: interchange },
  { name: "build", heading: "Build", run: buildApplication },
  { name: "e2e", heading: "End to end", run: endToEnd },
];

await runToEnd(async () => {
  const [chosen, more] = choose(process.argv.slice(2));
  if (chosen.length === 0) {
    say(`Usage: npm test -- [${PARTS.map((part) => part.name).join("|")}] [arguments for that part]`);
    return 2;
  }
  await install(REPOSITORY);
  mkdirSync(RESULTS, { recursive: true });
  return runParts(chosen, more);
});

/**
 * The parts to run: all, or those whose names come first; what follows a single name goes to that part.
 * @param {readonly string[]} args
 * @returns {[readonly Part[], readonly string[]]}
 */
function choose(args) {
  if (args.length === 0) return [PARTS, []];
  const known = new Set(PARTS.map((part) => part.name));
  const firstOther = args.findIndex((arg) => !known.has(arg));
  const names = new Set(firstOther === -1 ? args : args.slice(0, firstOther));
  const more = firstOther === -1 ? [] : args.slice(firstOther);
  if (more.length > 0 && names.size !== 1) return [[], []];
  return [PARTS.filter((part) => names.has(part.name)), more];
}

/**
 * @param {readonly Part[]} parts
 * @param {readonly string[]} more
 */
async function runParts(parts, more) {
  /** @type {Figures[]} */
  const figures = [];
  for (const part of parts) {
    const { ok, figures: some } = await runPart(part, more);
    figures.push(some);
    if (ok) continue;
    say(`\n${part.heading}: failed, so nothing after it ran. To run this part alone: npm test -- ${part.name}`);
    return conclude(sum(figures), 1);
  }
  return conclude(sum(figures), 0);
}

/**
 * @param {Part} part
 * @param {readonly string[]} more
 * @returns {Promise<Outcome>}
 */
async function runPart(part, more) {
  say(`\n== ${part.heading} ==`);
  const began = Date.now();
  const result = await part.run(more);
  say(`${part.heading}: ${result.ok ? "passed" : "failed"} after ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return result;
}

/**
 * @param {Figures} figures
 * @param {number} code
 */
function conclude(figures, code) {
  process.stdout.write(`${figures.passed} passed, ${figures.failed} failed, ${figures.skipped} skipped\n`);
  return code;
}

async function types() {
  await install(INTERCHANGE);
  for (const folder of ["annotations", "main", "renderer", "e2e", "interchange", "."]) {
    const { ok } = await tool(["typescript", "bin", "tsc"], ["-p", folder]);
    if (!ok) return outcome(false, NONE);
  }
  return outcome(true, NONE);
}

/** @param {readonly string[]} more */
async function lint(more) {
  // Biome colours its reports in automatic runs too, letter by letter.
  const colours = process.stdout.isTTY ? [] : ["--colors=off"];
  return tool(["@biomejs", "biome", "bin", "biome"], ["ci", "--error-on-warnings", ...colours, ...more]);
}

/** @param {readonly string[]} more */
function unit(more) {
  return vitest([], UNIT_REPORT, more);
}

/** @param {readonly string[]} more */
async function interchange(more) {
  await install(INTERCHANGE);
  Object.assign(process.env, await otherPrograms(REPOSITORY), { PARALLAX_TEST_BROWSER: await testBrowser(REPOSITORY) });
  return vitest(["--config", join(INTERCHANGE, "vitest.config.ts")], INTERCHANGE_REPORT, more);
}

/**
 * @param {readonly string[]} choice which configuration; none for that of the repository
 * @param {string} report where the figures go
 * @param {readonly string[]} more
 */
async function vitest(choice, report, more) {
  rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { ok } = await tool(["vitest", "vitest.mjs"], ["run", ...choice, ...reporters, ...more]);
  return outcome(ok, vitestFigures(report));
}

async function buildApplication() {
  await build(REPOSITORY);
  return outcome(true, NONE);
}

/** @param {readonly string[]} more */
async function endToEnd(more) {
  await build(REPOSITORY);
  const browser = await testBrowser(REPOSITORY);
  rmSync(PLAYWRIGHT_REPORT, { force: true });
  const playwright = join(REPOSITORY, "node_modules", "@playwright", "test", "cli.js");
  const [command = "", ...args] = [...virtualScreen(process.env), process.execPath, playwright, "test", ...more];
  const end = await runVisibly(command, args, {
    cwd: REPOSITORY,
    env: { ...process.env, PARALLAX_TEST_BROWSER: browser },
  });
  sayFlaky();
  const ok = exitCode(end) === 0 && electronWasTested(process.env);
  return outcome(ok, playwrightFigures(PLAYWRIGHT_REPORT));
}

/**
 * What to put before a command so that Electron finds a screen.
 * @param {NodeJS.ProcessEnv} env
 */
function virtualScreen(env) {
  const xvfb = hasScreen(process.platform, env) ? null : onPath("xvfb-run", env);
  // Without -noreset the screen is gone for a moment whenever the last window on it closes, and a start just then fails.
  return xvfb === null ? [] : [xvfb, "--auto-servernum", "--server-args=-screen 0 3840x2400x24 -noreset"];
}

/** Names what passed only at the second attempt: it counts as passed, and is not right. */
function sayFlaky() {
  const flaky = flakyIn(PLAYWRIGHT_REPORT);
  if (flaky.length > 0) say(`\n!! PASSED ONLY WHEN TRIED AGAIN:\n${flaky.map((spec) => `   ${spec}`).join("\n")}`);
}

/**
 * Says loudly when specs were skipped in Electron; that fails where the automatic run brought an Electron along.
 * @param {NodeJS.ProcessEnv} env
 */
function electronWasTested(env) {
  const skipped = skippedIn(PLAYWRIGHT_REPORT, "electron");
  if (skipped === 0) return true;
  say(
    `\n!! NOT TESTED IN ELECTRON: ${skipped} specs were skipped there. They need Electron and a screen (or xvfb-run).`,
  );
  return !(env.CI === "true" && env.ELECTRON_OVERRIDE_DIST_PATH);
}

/**
 * Runs the program of a package and takes its exit code for the outcome.
 * @param {readonly string[]} program its path under node_modules
 * @param {readonly string[]} args
 */
async function tool(program, args) {
  const end = await runVisibly(process.execPath, [join(REPOSITORY, "node_modules", ...program), ...args], {
    cwd: REPOSITORY,
  });
  return outcome(exitCode(end) === 0, NONE);
}

/**
 * A part that failed without a failed test counts as one failure.
 * @param {boolean} ok
 * @param {Figures} figures
 * @returns {Outcome}
 */
function outcome(ok, figures) {
  return { ok, figures: ok || figures.failed > 0 ? figures : { ...figures, failed: 1 } };
}
