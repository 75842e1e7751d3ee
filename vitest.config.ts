import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "node",
    include: ["annotations/**/*.test.ts", "main/**/*.test.ts", "renderer/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", "dist/**"],
    // One core fewer is the default, which is half of a machine with two.
    maxWorkers: availableParallelism(),
    testTimeout: 15_000,
    hookTimeout: 30_000,
  },
});
