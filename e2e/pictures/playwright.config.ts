import { defineConfig } from "@playwright/test";
import type { Hosting } from "../fixtures.ts";

/** Takes the pictures of the README anew, from the sample project. */
export default defineConfig<Hosting>({
  testDir: ".",
  testMatch: "*.pictures.ts",
  outputDir: "../../test-results/pictures",
  reporter: [["line"]],
  workers: 1,
  use: { host: "web" },
});
