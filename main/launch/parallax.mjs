import { build } from "./build.mjs";
import { runHost } from "./host.mjs";
import { install } from "./install.mjs";
import { runToEnd } from "./refusal.mjs";
import { callersFolder, REPOSITORY } from "./repository.mjs";

await runToEnd(async () => {
  const folder = callersFolder(process.cwd(), process.env);
  await install(REPOSITORY);
  await build(REPOSITORY);
  return runHost(process.argv.slice(2), folder);
});
