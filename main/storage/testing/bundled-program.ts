import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { build } from "vite";

/** A program bundled as the application is, in folders of the same names, for tests that run it as a process. */
export interface BundledProgram {
  /** Stands for the application's folder; the program lies in dist/main. */
  readonly root: string;
  readonly program: string;
  remove(): Promise<void>;
}

export async function bundleProgram(entry: string): Promise<BundledProgram> {
  const root = await mkdtemp(join(tmpdir(), "parallax-built-"));
  const name = `${basename(entry, ".ts")}.js`;
  await build({
    configFile: false,
    publicDir: false,
    logLevel: "error",
    ssr: { noExternal: true, external: ["vitest"] },
    build: {
      ssr: entry,
      outDir: join(root, "dist", "main"),
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: name, chunkFileNames: "[name].js" } },
    },
  });
  return {
    root,
    program: join(root, "dist", "main", name),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
