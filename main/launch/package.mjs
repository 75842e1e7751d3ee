import { join } from "node:path";
import { build } from "./build.mjs";
import { exitCode, runVisibly } from "./child.mjs";
import { install } from "./install.mjs";
import { runToEnd } from "./refusal.mjs";
import { REPOSITORY } from "./repository.mjs";

// `npm run package`: an installable application in release/. Arguments go to electron-builder.
await runToEnd(async () => {
  await install(REPOSITORY);
  await build(REPOSITORY);
  const builder = join(REPOSITORY, "node_modules", "electron-builder", "cli.js");
  return exitCode(await runVisibly(process.execPath, [builder, ...process.argv.slice(2)], { cwd: REPOSITORY }));
});
