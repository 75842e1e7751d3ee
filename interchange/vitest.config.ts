import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Programs of others read what Parallax writes. Their start takes a while, so that `npm test -- unit` does without them. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL(".", import.meta.url)),
    environment: "node",
    include: ["**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
