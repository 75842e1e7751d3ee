import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { exitCode, lastLines, runQuietly } from "./child.mjs";
import { install } from "./install.mjs";
import { runToEnd, say } from "./refusal.mjs";
import { REPOSITORY } from "./repository.mjs";

/**
 * One line of the table. A dash stands for what a kind does not count.
 * @typedef {{ kind: string, runs: string, acknowledged: string, lost: string, back: string, unreadable: string, owners: string, other: string, seconds: number }} Row
 *
 * What `vitest` prints of a test that counts by itself: the runs, and how many of them broke a promise.
 * @typedef {{ title: string, line: RegExp }} Counted
 *
 * @typedef {object} Kind
 * @property {string} name
 * @property {string} file the tests, under main/storage/torture
 * @property {string} variable the environment variable for how much of it
 * @property {string} option the option for that, and for how much by default
 * @property {string} amount
 * @property {Counted} [counted] without it the tests write rows themselves
 */

/** @type {readonly Kind[]} */
const KINDS = [
  { name: "kill", file: "kill.test.ts", variable: "PARALLAX_KILLS", option: "kills", amount: "1000" },
  { name: "disk", file: "full-disk.test.ts", variable: "PARALLAX_FULL_DISKS", option: "disks", amount: "50" },
  {
    ...{ name: "analysts", file: "two-analysts.test.ts", variable: "PARALLAX_TWO_ANALYSTS" },
    ...{ option: "changes", amount: "2000" },
  },
  {
    ...{ name: "power", file: "power-loss.test.ts", variable: "PARALLAX_POWER_LOSS_STATES" },
    ...{ option: "states", amount: "20000" },
    counted: { title: "power loss", line: /^power loss: (\d+) states .*?(\d+) with a fault/gm },
  },
  {
    ...{ name: "faults", file: "faults.test.ts", variable: "PARALLAX_FAULTS", option: "faults", amount: "all" },
    counted: { title: "file calls that fail", line: /^faults: (\d+) runs .*?lost or broken (\d+)/gm },
  },
  {
    ...{ name: "damage", file: "damage.test.ts", variable: "PARALLAX_DAMAGES", option: "damages", amount: "1000" },
    counted: { title: "damaged files", line: /^damages: (\d+),.*?broken (\d+)/gm },
  },
];

const RESULTS = join(REPOSITORY, "test-results", "torture");
const ROWS = join(RESULTS, "rows.jsonl");

const USAGE = [
  `Usage: npm run torture -- [${KINDS.map(({ name }) => name).join("|")}] [--seed N]`,
  ...KINDS.map(({ option, amount }) => `[--${option} ${amount}]`),
].join(" ");

// `npm run torture` does the worst to the storage that its tests know, for about an hour, and prints what came of it.
await runToEnd(async () => {
  const wish = readWish(process.argv.slice(2));
  if (wish === null) {
    say(USAGE);
    return 2;
  }
  await install(REPOSITORY);
  mkdirSync(RESULTS, { recursive: true });
  /** @type {Row[]} */
  const rows = [];
  let failed = false;
  for (const kind of wish.kinds) {
    const { ok, found } = await torture(kind, wish.values[kind.option] ?? kind.amount, wish.seed);
    rows.push(...found);
    failed ||= !ok;
  }
  process.stdout.write(`Seed ${wish.seed}, Node ${process.versions.node}, ${process.platform}.\n\n${table(rows)}\n`);
  return failed ? 1 : 0;
});

/** @param {readonly string[]} args */
function readWish(args) {
  const names = [...KINDS.map(({ option }) => option), "seed"];
  const options = Object.fromEntries(names.map((name) => [name, { type: /** @type {const} */ ("string") }]));
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const chosen = KINDS.filter(({ name }) => positionals.includes(name));
    if (chosen.length !== new Set(positionals).size) return null;
    return { kinds: chosen.length === 0 ? KINDS : chosen, values, seed: values.seed ?? "1" };
  } catch {
    return null;
  }
}

/**
 * Runs the tests of one kind, and says what they print where they fail.
 * @param {Kind} kind
 * @param {string} amount
 * @param {string} seed
 * @returns {Promise<{ ok: boolean, found: readonly Row[] }>}
 */
async function torture({ name, file, variable, counted }, amount, seed) {
  say(`${name}: ${amount} …`);
  rmSync(ROWS, { force: true });
  const began = Date.now();
  const vitest = join(REPOSITORY, "node_modules", "vitest", "vitest.mjs");
  const end = await runQuietly(process.execPath, [vitest, "run", `main/storage/torture/${file}`], {
    cwd: REPOSITORY,
    env: {
      ...process.env,
      NO_COLOR: "1",
      PARALLAX_SEED: seed,
      PARALLAX_TORTURE_ROWS: ROWS,
      [variable]: amount,
    },
  });
  const seconds = (Date.now() - began) / 1_000;
  const found = counted ? countedRows(counted, end.output, seconds) : writtenRows();
  // A kind that was not counted has shown nothing.
  const ok = exitCode(end) === 0 && found.some(({ runs }) => runs !== "0");
  if (!ok) say(lastLines(end.output, 200));
  say(table(found));
  return { ok, found };
}

/**
 * @param {Counted} counted
 * @param {string} output
 * @param {number} seconds
 * @returns {readonly Row[]}
 */
function countedRows({ title, line }, output, seconds) {
  const lines = [...output.matchAll(line)];
  const total = (/** @type {number} */ group) => whole(lines.reduce((sum, match) => sum + Number(match[group]), 0));
  const dashes = { acknowledged: "–", lost: "–", back: "–", unreadable: "–", owners: "–" };
  return [{ kind: title, runs: total(1), ...dashes, other: total(2), seconds }];
}

/** @returns {readonly Row[]} */
function writtenRows() {
  if (!existsSync(ROWS)) return [];
  return readFileSync(ROWS, "utf8").trim().split("\n").map(writtenRow);
}

/**
 * @param {string} line
 * @returns {Row}
 */
function writtenRow(line) {
  /** @type {import("../storage/torture/row.ts").Row} */
  const { kind, runs, acknowledged, seconds, faults } = JSON.parse(line);
  const count = (/** @type {string} */ name) => whole(faults.filter((fault) => fault.kind === name).length);
  return {
    ...{ kind, runs: whole(runs), acknowledged: whole(acknowledged), seconds },
    ...{ lost: count("lost"), back: count("back"), unreadable: count("unreadable") },
    ...{ owners: count("two-owners"), other: count("other") },
  };
}

/**
 * The rows as Markdown.
 * @param {readonly Row[]} rows
 */
function table(rows) {
  const head =
    "| kind | runs | acknowledged commands | lost | back | unreadable snapshots | two owners | other faults | time |";
  const lines = rows.map(
    ({ kind, runs, acknowledged, lost, back, unreadable, owners, other, seconds }) =>
      `| ${[kind, runs, acknowledged, lost, back, unreadable, owners, other, `${Math.round(seconds)} s`].join(" | ")} |`,
  );
  return [head, "| --- | --: | --: | --: | --: | --: | --: | --: | --: |", ...lines].join("\n");
}

/** @param {number} value */
function whole(value) {
  return value.toLocaleString("en");
}
