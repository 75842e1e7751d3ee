import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "node",
    include: ["annotations/**/*.test.ts", "main/**/*.test.ts", "renderer/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", "dist/**"],
    testTimeout: 15_000,
    hookTimeout: 30_000,
  },
});
