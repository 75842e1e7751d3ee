import { type Files, nodeFiles } from "../disk/files.ts";
import { openProjectStore, type ProjectStore } from "../project/project-store.ts";
import { ANALYST } from "./synthetic-project.ts";

interface Options {
  readonly files?: Files;
  /** In milliseconds; without it as long as in the application. */
  readonly idleTime?: number;
}

/** Opens a project for the analyst of the benchmark. */
export async function openForBench(folder: string, { files = nodeFiles, ...options }: Options = {}) {
  const store = await openProjectStore(files, folder, options);
  await store.workAs(ANALYST);
  return store;
}

/** Lets `use` work with an open project and closes it. */
export async function withStore<T>(
  folder: string,
  use: (store: ProjectStore) => Promise<T>,
  options: Options = {},
): Promise<T> {
  const store = await openForBench(folder, options);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}
