import { type Files, nodeFiles, type OpenFile } from "../disk/files.ts";

/** The calls of the port, those on an open file included. */
export type Call = keyof Files | keyof OpenFile;

/** What a test makes of one call: an error code to fail with, or nothing to let it through. */
export type Interference = (call: Call, path: string) => string | undefined;

export interface FaultyFiles extends Files {
  /** Every call that came through or failed, as "call name-of-file", without asking for the size and closing. */
  readonly log: string[];
  /** Called before each call; a test replaces it at will. */
  interfere: Interference;
  /** The most bytes that one write takes. */
  writeLimit: number;
}

/** Files with a hand between, by default the real ones: calls can be recorded, made to fail, or made to write less than asked. */
export function faultyFiles(interfere: Interference = () => undefined, files: Files = nodeFiles): FaultyFiles {
  const log: string[] = [];

  function check(call: Call, path: string): void {
    if (call !== "size" && call !== "close") log.push(`${call} ${path.split("/").at(-1)}`);
    const code = faulty.interfere(call, path);
    if (code) throw Object.assign(new Error(`${code}: made to fail`), { code, syscall: call });
  }

  function opened(path: string, file: OpenFile): OpenFile {
    return {
      write: async (bytes, position) => {
        check("write", path);
        return file.write(bytes.subarray(0, faulty.writeLimit), position);
      },
      truncate: async (size) => {
        check("truncate", path);
        await file.truncate(size);
      },
      setMode: async (mode) => {
        check("setMode", path);
        await file.setMode(mode);
      },
      syncData: async () => {
        check("syncData", path);
        await file.syncData();
      },
      sync: async () => {
        check("sync", path);
        await file.sync();
      },
      size: async () => {
        check("size", path);
        return file.size();
      },
      // The system closes the file even when it says that this failed.
      close: async () => {
        await file.close();
        check("close", path);
      },
    };
  }

  const faulty: FaultyFiles = {
    log,
    interfere,
    writeLimit: Number.POSITIVE_INFINITY,
    facts: (path) => guarded("facts", path, () => files.facts(path)),
    realPath: (path) => guarded("realPath", path, () => files.realPath(path)),
    read: (path) => guarded("read", path, () => files.read(path)),
    list: (folder) => guarded("list", folder, () => files.list(folder)),
    create: (path, mode) => guarded("create", path, async () => opened(path, await files.create(path, mode))),
    open: (path) => guarded("open", path, async () => opened(path, await files.open(path))),
    link: (from, to) => guarded("link", to, () => files.link(from, to)),
    rename: (from, to) => guarded("rename", to, () => files.rename(from, to)),
    remove: (path) => guarded("remove", path, () => files.remove(path)),
    removeFolder: (path) => guarded("removeFolder", path, () => files.removeFolder(path)),
    createFolder: (path) => guarded("createFolder", path, () => files.createFolder(path)),
    ensureFolder: (path) => guarded("ensureFolder", path, () => files.ensureFolder(path)),
    syncFolder: (path) => guarded("syncFolder", path, () => files.syncFolder(path)),
  };

  async function guarded<T>(call: Call, path: string, carryOut: () => Promise<T>): Promise<T> {
    check(call, path);
    return carryOut();
  }

  return faulty;
}
