import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Starts programs that have a disk of one megabyte, which is gone when they end. */
export interface SmallDisk {
  /** Runs `program` with the folder of the disk and `args`, and gives what it prints. */
  run(program: string, args: readonly string[]): Promise<string>;
}

/** Ways to a file system of one's own: as root; as somebody whom the system lets play root; or with a password-less sudo. */
const WAYS = [
  ["unshare", "--mount"],
  ["unshare", "--map-root-user", "--mount"],
  ["sudo", "--non-interactive", "unshare", "--mount"],
] as const;

const SCRIPT = 'mount -t tmpfs -o size=1m none "$1" && exec "$2" "$3" "$1" "$4"';

/** Null where the system allows nobody here to mount one. */
export async function smallDisk(): Promise<SmallDisk | null> {
  if (process.platform !== "linux") return null;
  for (const way of WAYS) {
    const works = await started(way, "true", []).then(
      () => true,
      () => false,
    );
    if (works) return { run: (program, args) => started(way, process.execPath, [program, ...args]) };
  }
  return null;
}

async function started(
  [command, ...options]: (typeof WAYS)[number],
  program: string,
  args: readonly string[],
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "parallax-disk-"));
  try {
    const { stdout } = await run(command, [...options, "sh", "-c", SCRIPT, "sh", folder, program, ...args]);
    return stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
