import { cp, rm } from "node:fs/promises";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { defineConfig, type EnvironmentOptions, type Plugin } from "vite";

const dist = join(import.meta.dirname, "../dist");
const sample = join(import.meta.dirname, "../annotations/sample");

/** What the runtime itself provides; everything else goes into the bundle. */
const provided = ["electron", ...builtinModules, /^node:/];

type Entries = Readonly<Record<string, string>>;

/** One bundle for Node, readable, with all it needs but what the runtime provides. */
function bundle(entries: Entries, format: "es" | "cjs", extension: string, first: boolean): EnvironmentOptions {
  return {
    consumer: "server",
    resolve: { noExternal: true, external: provided.filter((name) => typeof name === "string") },
    build: {
      outDir: join(dist, "main"),
      emptyOutDir: first,
      target: "node20",
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        platform: "node",
        input: entries,
        external: provided,
        // Shared parts stay beside the entries, so that `import.meta.dirname` is dist/main in all of them.
        output: { format, entryFileNames: `[name].${extension}`, chunkFileNames: `host.${extension}` },
      },
    },
  };
}

/** Puts the sample project beside the bundles. */
function copySample(): Plugin {
  return {
    name: "copy-sample",
    applyToEnvironment: ({ name }) => name === "main",
    writeBundle: async () => {
      await rm(join(dist, "sample"), { recursive: true, force: true });
      await cp(sample, join(dist, "sample"), { recursive: true });
    },
  };
}

/** Builds the host: `vite build -c main/vite.config.ts` writes dist/main and dist/sample. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [copySample()],
  environments: {
    main: bundle(
      { electron: "electron/main.ts", parallax: "cli/main.ts", reading: "host/reading/reading-worker.ts" },
      "es",
      "js",
      true,
    ),
    // A sandboxed preload script must be one CommonJS file.
    preload: bundle({ preload: "electron/preload.ts" }, "cjs", "cjs", false),
  },
  builder: {
    buildApp: async (builder) => {
      for (const environment of Object.values(builder.environments)) {
        if (environment.name === "main" || environment.name === "preload") await builder.build(environment);
      }
    },
  },
});
