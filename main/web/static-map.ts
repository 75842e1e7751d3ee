import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Failure } from "../../annotations/api/reply.ts";
import { mediaTypeOf } from "./media-type.ts";

/** One built file of the screen, held in memory. */
export interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  /** Whether its name holds a hash of its content, so that a browser may keep it for good. */
  readonly hashed: boolean;
}

/**
 * Reads every file below `folder` once and gives it under the exact path that a browser asks for; `/` is the page.
 * Serving is then a look-up: no request is ever turned into a path. Links are left out. Throws a `Failure` when the
 * folder holds no page.
 */
export async function readAssets(folder: string): Promise<ReadonlyMap<string, Asset>> {
  const assets = new Map<string, Asset>();
  for (const path of await filesBelow(folder, "")) {
    assets.set(encodeURI(path), await readAsset(folder, path));
  }
  const page = assets.get("/index.html");
  if (!page) throw notBuilt(folder);
  return assets.set("/", page);
}

async function filesBelow(folder: string, path: string): Promise<string[]> {
  const entries = await readdir(join(folder, path), { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) throw notBuilt(folder);
    throw error;
  });
  const found: string[] = [];
  for (const entry of entries) {
    if (entry.isDirectory()) found.push(...(await filesBelow(folder, `${path}/${entry.name}`)));
    if (entry.isFile()) found.push(`${path}/${entry.name}`);
  }
  return found;
}

async function readAsset(folder: string, path: string): Promise<Asset> {
  const bytes = new Uint8Array(await readFile(join(folder, path)));
  return { bytes, mediaType: mediaTypeOf(path), hashed: HASHED.test(path) };
}

/** How the build names what it bundles: `assets/`, the name, and eight characters of its hash. */
const HASHED = /^\/assets\/.+-[A-Za-z0-9_-]{8}\.[a-z0-9]+$/;

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}

function notBuilt(folder: string): Failure {
  return new Failure("internal", `The screen has not been built: ${folder} holds no index.html. Run "npm start".`);
}
