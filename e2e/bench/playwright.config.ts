import { defineConfig } from "@playwright/test";
import type { Hosting } from "../fixtures.ts";

/** The benchmarks: one after the other, in Chromium, printing figures instead of passing or failing on them. */
export default defineConfig<Hosting>({
  testDir: ".",
  testMatch: "*.bench.ts",
  outputDir: "../../test-results/bench",
  reporter: [["line"]],
  workers: 1,
  timeout: 300_000,
  use: { host: "web" },
});
