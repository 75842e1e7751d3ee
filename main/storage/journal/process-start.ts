import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile, readlink } from "node:fs/promises";
import { hostname } from "node:os";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The field of /proc/<pid>/stat, counted after the closing bracket of the program's name, with the start time in ticks since boot. */
const START_FIELD = 19;

/**
 * When a process of this machine began, in words that no later process with the same number shares; null when there is
 * none. Where the system does not tell, all processes with that number look the same, so that one that is gone may
 * be taken for alive, never the other way round.
 */
export async function processStart(pid: number, platform: NodeJS.Platform = process.platform): Promise<string | null> {
  if (!isRunning(pid)) return null;
  try {
    return await startOn(platform, pid);
  } catch {
    return "unknown";
  }
}

/** Tells this machine, and the container that this process lives in, from others. */
export async function machineIdentity(platform: NodeJS.Platform = process.platform): Promise<string> {
  const id = await machineId(platform).catch(() => hostname());
  // The id itself is meant to stay on its machine.
  return createHash("sha256").update(`parallax ${id.trim()}`).digest("hex").slice(0, 32);
}

async function startOn(platform: NodeJS.Platform, pid: number): Promise<string> {
  switch (platform) {
    case "linux": {
      const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8");
      const stat = await readFile(`/proc/${pid}/stat`, "utf8");
      const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[START_FIELD];
      return `${boot.trim()} ${ticks}`;
    }
    case "win32": {
      const script = `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`;
      return (await run("powershell.exe", ["-NoProfile", "-NonInteractive", "-Command", script])).stdout.trim();
    }
    default: {
      const { stdout } = await run("ps", ["-o", "lstart=", "-p", String(pid)], { env: { LC_ALL: "C", TZ: "UTC" } });
      return stdout.trim();
    }
  }
}

async function machineId(platform: NodeJS.Platform): Promise<string> {
  switch (platform) {
    case "linux":
      return `${await readFile("/etc/machine-id", "utf8").catch(() => hostname())} ${await readlink("/proc/self/ns/pid")}`;
    case "darwin":
      return (await run("/usr/sbin/sysctl", ["-n", "kern.uuid"])).stdout;
    case "win32":
      return (await run("reg.exe", ["query", "HKLM\\SOFTWARE\\Microsoft\\Cryptography", "/v", "MachineGuid"])).stdout;
    default:
      return hostname();
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another account may not be asked.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
