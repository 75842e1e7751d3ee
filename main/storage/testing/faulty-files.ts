import { type Files, nodeFiles, type OpenFile } from "../files.ts";

/** The calls of the port, those on an open file included. */
type Call = keyof Files | Exclude<keyof OpenFile, "size" | "close">;

/** What a test makes of one call: an error code to fail with, or nothing to let it through. */
export type Interference = (call: Call, path: string) => string | undefined;

export interface FaultyFiles extends Files {
  /** Every call that came through or failed, as "call name-of-file". */
  readonly log: string[];
  /** Called before each call; a test replaces it at will. */
  interfere: Interference;
  /** The most bytes that one write takes. */
  writeLimit: number;
}

/** The real file system with a hand between: calls can be recorded, made to fail, or made to write less than asked. */
export function faultyFiles(interfere: Interference = () => undefined): FaultyFiles {
  const log: string[] = [];

  function check(call: Call, path: string): void {
    log.push(`${call} ${path.split("/").at(-1)}`);
    const code = faulty.interfere(call, path);
    if (code) throw Object.assign(new Error(`${code}: made to fail`), { code, syscall: call });
  }

  function opened(path: string, file: OpenFile): OpenFile {
    return {
      ...file,
      write: async (bytes, position) => {
        check("write", path);
        return file.write(bytes.subarray(0, faulty.writeLimit), position);
      },
      truncate: async (size) => {
        check("truncate", path);
        await file.truncate(size);
      },
      syncData: async () => {
        check("syncData", path);
        await file.syncData();
      },
      sync: async () => {
        check("sync", path);
        await file.sync();
      },
    };
  }

  const faulty: FaultyFiles = {
    log,
    interfere,
    writeLimit: Number.POSITIVE_INFINITY,
    facts: (path) => guarded("facts", path, () => nodeFiles.facts(path)),
    realPath: (path) => guarded("realPath", path, () => nodeFiles.realPath(path)),
    read: (path) => guarded("read", path, () => nodeFiles.read(path)),
    list: (folder) => guarded("list", folder, () => nodeFiles.list(folder)),
    create: (path, mode) => guarded("create", path, async () => opened(path, await nodeFiles.create(path, mode))),
    open: (path) => guarded("open", path, async () => opened(path, await nodeFiles.open(path))),
    rename: (from, to) => guarded("rename", to, () => nodeFiles.rename(from, to)),
    remove: (path) => guarded("remove", path, () => nodeFiles.remove(path)),
    removeFolder: (path) => guarded("removeFolder", path, () => nodeFiles.removeFolder(path)),
    createFolder: (path) => guarded("createFolder", path, () => nodeFiles.createFolder(path)),
    ensureFolder: (path) => guarded("ensureFolder", path, () => nodeFiles.ensureFolder(path)),
    syncFolder: (path) => guarded("syncFolder", path, () => nodeFiles.syncFolder(path)),
  };

  async function guarded<T>(call: Call, path: string, carryOut: () => Promise<T>): Promise<T> {
    check(call, path);
    return carryOut();
  }

  return faulty;
}
