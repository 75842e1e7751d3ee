import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { basename, join, resolve } from "node:path";

/** Where things lie on this machine. */
export interface Paths {
  /** Where projects go that were given no folder. */
  readonly home: string;
  /** Where the settings are. */
  readonly config: string;
  /** The built screen. */
  readonly renderer: string;
  /** The sample project as it is shipped. */
  readonly sample: string;
  /** The program's package.json. */
  readonly manifest: string;
}

/** The folder of package.json: this file runs from dist/main when it is built, and from main/host in tests. */
const ROOT = resolve(import.meta.dirname, "..", "..");
const IS_BUILT = basename(import.meta.dirname) === "main";

/** `$PARALLAX_HOME` and `$PARALLAX_CONFIG` go before the places that are usual on the system. */
export function hostPaths(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  account: string = homedir(),
): Paths {
  return {
    home: resolve(env.PARALLAX_HOME || join(account, "Parallax")),
    config: resolve(env.PARALLAX_CONFIG || join(configFolder(env, platform, account), "parallax")),
    renderer: join(ROOT, "dist", "renderer"),
    sample: IS_BUILT ? join(ROOT, "dist", "sample") : join(ROOT, "annotations", "sample"),
    manifest: join(ROOT, "package.json"),
  };
}

/** The version that package.json states. */
export async function programVersion({ manifest }: Pick<Paths, "manifest">): Promise<string> {
  const content: unknown = JSON.parse(await readFile(manifest, "utf8"));
  const hasVersion = typeof content === "object" && content !== null && "version" in content;
  return hasVersion ? String(content.version) : "unknown";
}

function configFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, account: string): string {
  switch (platform) {
    case "win32":
      return env.APPDATA || join(account, "AppData", "Roaming");
    case "darwin":
      return join(account, "Library", "Application Support");
    default:
      return env.XDG_CONFIG_HOME || join(account, ".config");
  }
}
