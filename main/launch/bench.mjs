import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { exitCode, runVisibly } from "./child.mjs";
import { install } from "./install.mjs";
import { runToEnd, say } from "./refusal.mjs";
import { callersFolder, REPOSITORY } from "./repository.mjs";

/**
 * Every part of `npm run bench`.
 * @type {Readonly<Record<string, (more: readonly string[]) => Promise<number>>>}
 */
const PARTS = { storage, agreement, exchange, reading, review, search, "shared-passages": sharedPassages };

// `npm run bench` measures everything; `npm run bench -- storage` one part, with the arguments that follow.
await runToEnd(async () => {
  const [name, ...more] = process.argv.slice(2);
  const chosen = name === undefined ? Object.values(PARTS) : [PARTS[name] ?? []].flat();
  if (chosen.length === 0) {
    say(`Usage: npm run bench -- [${Object.keys(PARTS).join("|")}] [arguments for that part]`);
    return 2;
  }
  await install(REPOSITORY);
  for (const part of chosen) {
    const code = await part(more);
    if (code !== 0) return code;
  }
  return 0;
});

/**
 * Measured on the disk that holds the repository: the folder for temporary files is often in memory.
 * @param {readonly string[]} more
 */
async function storage(more) {
  return bundled(["main", "storage", "bench"], "storage.bench", more);
}

/** @param {readonly string[]} more */
async function agreement(more) {
  return bundled(["main", "cli", "bench"], "agreement.bench", more);
}

/** @param {readonly string[]} more */
async function exchange(more) {
  return bundled(["main", "cli", "bench"], "exchange.bench", more);
}

/**
 * @param {readonly string[]} folder where the program is, in the repository
 * @param {string} name its name without extension
 * @param {readonly string[]} more
 */
async function bundled(folder, name, more) {
  mkdirSync(join(REPOSITORY, "test-results"), { recursive: true });
  const root = mkdtempSync(join(REPOSITORY, "test-results", `${name}-`));
  try {
    const program = await bundle(join(REPOSITORY, ...folder), name, root);
    const cwd = callersFolder(process.cwd(), process.env);
    return exitCode(await runVisibly(process.execPath, [program, ...more], { cwd }));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** @param {readonly string[]} more */
async function reading(more) {
  return playwright("(reading|painting).bench.ts", more);
}

/** @param {readonly string[]} more */
async function search(more) {
  return playwright("search.bench.ts", more);
}

/** @param {readonly string[]} more */
async function review(more) {
  return playwright("review.bench.ts", more);
}

/** @param {readonly string[]} more */
async function sharedPassages(more) {
  return playwright("shared-passages.bench.ts", more);
}

/**
 * @param {string} file the benchmark, under e2e/bench
 * @param {readonly string[]} more
 */
async function playwright(file, more) {
  const program = join(REPOSITORY, "main", "launch", "playwright.mjs");
  return exitCode(await runVisibly(process.execPath, [program, "e2e/bench", file, ...more], { cwd: REPOSITORY }));
}

/**
 * Bundles a program as the application is, into a folder of the same name under `root`.
 * @param {string} folder
 * @param {string} name without extension
 * @param {string} root
 * @returns {Promise<string>} the program's path
 */
async function bundle(folder, name, root) {
  const { build } = await import("vite");
  const outDir = join(root, "dist", "main");
  await build({
    configFile: false,
    publicDir: false,
    logLevel: "error",
    ssr: { noExternal: true },
    build: {
      ssr: join(folder, `${name}.ts`),
      outDir,
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: `${name}.js`, chunkFileNames: "[name].js" } },
    },
  });
  return join(outDir, `${name}.js`);
}
