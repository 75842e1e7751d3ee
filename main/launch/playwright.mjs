import { join } from "node:path";
import { testBrowser } from "./browser.mjs";
import { build } from "./build.mjs";
import { exitCode, runVisibly } from "./child.mjs";
import { install } from "./install.mjs";
import { runToEnd } from "./refusal.mjs";
import { REPOSITORY } from "./repository.mjs";

// `npm run bench` and `npm run pictures`: installs and builds what is missing, then runs the Playwright
// configuration in the folder named first, with the arguments that follow.
await runToEnd(async () => {
  const [folder = "e2e", ...more] = process.argv.slice(2);
  await install(REPOSITORY);
  await build(REPOSITORY);
  const playwright = join(REPOSITORY, "node_modules", "@playwright", "test", "cli.js");
  const config = join(REPOSITORY, folder, "playwright.config.ts");
  const end = await runVisibly(process.execPath, [playwright, "test", "--config", config, ...more], {
    cwd: REPOSITORY,
    env: { ...process.env, PARALLAX_TEST_BROWSER: await testBrowser(REPOSITORY) },
  });
  return exitCode(end);
});
