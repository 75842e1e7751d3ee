import type { Files, OpenFile } from "../disk/files.ts";

type Call = keyof Files | Exclude<keyof OpenFile, "close">;

/** What becomes of a call: it is carried out; it is left out and says that all went well; or it never returns. */
type Fate = "carried-out" | "left-out" | "never-returns";

/** Decides about each call; only those that give nothing back may be left out. */
export type Guide = (call: Call, path: string) => Fate;

/** Other files with a hand between: as of a program that forgets a call, or is killed in one. */
export function guidedFiles(files: Files, guide: Guide): Files {
  async function giving<T>(call: Call, path: string, carryOut: () => Promise<T>): Promise<T> {
    const fate = guide(call, path);
    if (fate === "left-out") throw new Error(`${call} gives something back and cannot be left out`);
    return fate === "carried-out" ? carryOut() : new Promise<never>(() => undefined);
  }

  async function doing(call: Call, path: string, carryOut: () => Promise<void>): Promise<void> {
    const fate = guide(call, path);
    if (fate === "left-out") return;
    return fate === "carried-out" ? carryOut() : new Promise<never>(() => undefined);
  }

  function opened(path: string, file: OpenFile): OpenFile {
    return {
      write: (bytes, position) => giving("write", path, () => file.write(bytes, position)),
      truncate: (size) => doing("truncate", path, () => file.truncate(size)),
      setMode: (mode) => doing("setMode", path, () => file.setMode(mode)),
      syncData: () => doing("syncData", path, () => file.syncData()),
      sync: () => doing("sync", path, () => file.sync()),
      size: () => giving("size", path, () => file.size()),
      close: () => file.close(),
    };
  }

  return {
    facts: (path) => giving("facts", path, () => files.facts(path)),
    realPath: (path) => giving("realPath", path, () => files.realPath(path)),
    read: (path) => giving("read", path, () => files.read(path)),
    list: (folder) => giving("list", folder, () => files.list(folder)),
    create: (path, mode) => giving("create", path, async () => opened(path, await files.create(path, mode))),
    open: (path) => giving("open", path, async () => opened(path, await files.open(path))),
    link: (from, to) => doing("link", to, () => files.link(from, to)),
    rename: (from, to) => doing("rename", to, () => files.rename(from, to)),
    remove: (path) => doing("remove", path, () => files.remove(path)),
    removeFolder: (path) => doing("removeFolder", path, () => files.removeFolder(path)),
    createFolder: (path) => doing("createFolder", path, () => files.createFolder(path)),
    ensureFolder: (path) => doing("ensureFolder", path, () => files.ensureFolder(path)),
    syncFolder: (path) => doing("syncFolder", path, () => files.syncFolder(path)),
  };
}
