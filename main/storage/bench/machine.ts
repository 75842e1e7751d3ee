import { statfs } from "node:fs/promises";
import { cpus, loadavg, release, type } from "node:os";

/** Where figures were measured. */
export interface Machine {
  readonly processors: string;
  readonly system: string;
  readonly node: string;
  /** The file system of the measured folder. */
  readonly fileSystem: string;
  /** How many programs wanted a processor in the last minute, where the system counts that. */
  readonly load: number;
}

/** From Linux's `statfs(2)`. */
const LINUX_FILE_SYSTEMS: ReadonlyMap<number, string> = new Map([
  [0xef53, "ext4"],
  [0x9123683e, "btrfs"],
  [0x58465342, "xfs"],
  [0x2fc12fc1, "zfs"],
  [0x794c7630, "overlay"],
  [0x01021994, "tmpfs (memory: nothing is ever synced)"],
]);

export async function thisMachine(folder: string): Promise<Machine> {
  const processors = cpus();
  const { type: number } = await statfs(folder);
  const name = process.platform === "linux" ? LINUX_FILE_SYSTEMS.get(number) : undefined;
  return {
    processors: `${processors.length} × ${processors[0]?.model.trim() ?? "unknown"}`,
    system: `${type()} ${release()}`,
    node: process.version,
    load: loadavg()[0] ?? 0,
    fileSystem: name ?? `number 0x${number.toString(16)}`,
  };
}
