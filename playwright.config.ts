import { defineConfig } from "@playwright/test";
import type { Hosting } from "./e2e/fixtures.ts";

export default defineConfig<Hosting>({
  testDir: "e2e",
  outputDir: "test-results/playwright",
  reporter: [["list"], ["json", { outputFile: "test-results/playwright.json" }]],
  // Every spec has a host, a browser and a folder of its own.
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // At a desk a spec that fails now and then has to be seen to fail; the automatic run tries it again, and says so.
  retries: process.env.CI === undefined ? 0 : 1,
  forbidOnly: process.env.CI !== undefined,
  projects: [
    { name: "chromium", use: { host: "web" } },
    { name: "electron", use: { host: "electron" } },
  ],
});
