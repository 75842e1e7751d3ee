import { existsSync, readFileSync } from "node:fs";

/**
 * How many tests passed, failed and were skipped.
 * @typedef {{ passed: number, failed: number, skipped: number }} Figures
 */

/** @type {Figures} */
export const NONE = { passed: 0, failed: 0, skipped: 0 };

/**
 * The figures of a Vitest JSON report; none when there is no report.
 * @param {string} file
 * @returns {Figures}
 */
export function vitestFigures(file) {
  if (!existsSync(file)) return NONE;
  const report = JSON.parse(readFileSync(file, "utf8"));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * The figures of a Playwright JSON report; none when there is no report.
 * @param {string} file
 * @returns {Figures}
 */
export function playwrightFigures(file) {
  if (!existsSync(file)) return NONE;
  const { stats } = JSON.parse(readFileSync(file, "utf8"));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

/**
 * How many specs of one Playwright project were skipped.
 * @param {string} file a Playwright JSON report
 * @param {string} project
 */
export function skippedIn(file, project) {
  return existsSync(file) ? testsOf(JSON.parse(readFileSync(file, "utf8"))).filter(isSkipped).length : 0;

  /** @param {{ projectName: string, status: string }} test */
  function isSkipped(test) {
    return test.projectName === project && test.status === "skipped";
  }
}

/**
 * The specs that failed and then passed when they were tried again.
 * @param {string} file a Playwright JSON report
 * @returns {string[]} host and title of each
 */
export function flakyIn(file) {
  const tests = existsSync(file) ? testsOf(JSON.parse(readFileSync(file, "utf8"))) : [];
  return tests.filter(({ status }) => status === "flaky").map(({ projectName, title }) => `[${projectName}] ${title}`);
}

/**
 * @typedef {{ projectName: string, status: string }} Tried
 * @typedef {object} Suite
 * @property {Suite[]} [suites]
 * @property {{ title: string, tests: Tried[] }[]} [specs]
 */

/**
 * @param {Suite} suite
 * @returns {(Tried & { title: string })[]}
 */
function testsOf(suite) {
  const own = (suite.specs ?? []).flatMap(({ title, tests }) => tests.map((test) => ({ ...test, title })));
  return [...own, ...(suite.suites ?? []).flatMap(testsOf)];
}

/**
 * @param {readonly Figures[]} all
 * @returns {Figures}
 */
export function sum(all) {
  return all.reduce(
    (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }),
    NONE,
  );
}
