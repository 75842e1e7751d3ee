import { spawn } from "node:child_process";
import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { isAbsolute, posix, win32 } from "node:path";

/** The parts of the machine that decide how a browser is opened. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  /** How long a program that opens browsers is watched for failing, in milliseconds. */
  readonly patience: number;
}

interface Opener {
  readonly command: string;
  readonly args: readonly string[];
}

const THIS_MACHINE: Machine = { platform: process.platform, environment: process.env, patience: 1_500 };

/**
 * Opens the system's browser at a web address, without waiting for it to end. False when there is no browser or no
 * display to show it on, or when the address is not a web address. Never throws. The address can be read in the
 * machine's process list, so it must hold no lasting secret.
 */
export async function openBrowser(url: string, machine: Machine = THIS_MACHINE): Promise<boolean> {
  const address = webAddress(url);
  const opener = address === null ? null : await openerFor(address, machine);
  return opener !== null && (await starts(opener, machine).catch(() => false));
}

/** The address as browsers write it, with quotes and blanks escaped; null when it is none that a browser may be handed. */
function webAddress(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === "http:" || protocol === "https:" ? href : null;
}

/** The program that opens `url`, by its full path where a namesake could stand in the way; no shell reads the address. */
export async function openerFor(url: string, { platform, environment }: Machine): Promise<Opener | null> {
  switch (platform) {
    case "darwin":
      return { command: "/usr/bin/open", args: [url] };
    case "win32": {
      const system = environment.SystemRoot ?? "C:\\Windows";
      return { command: win32.join(system, "System32", "rundll32.exe"), args: ["url.dll,FileProtocolHandler", url] };
    }
    default: {
      if (!environment.DISPLAY && !environment.WAYLAND_DISPLAY) return null;
      const command = await findProgram("xdg-open", environment.PATH ?? "");
      return command === null ? null : { command, args: [url] };
    }
  }
}

async function findProgram(name: string, path: string): Promise<string | null> {
  for (const folder of path.split(":").filter((entry) => isAbsolute(entry))) {
    const file = posix.join(folder, name);
    const isThere = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return file;
  }
  return null;
}

/** Whether the program starts and does not fail at once; what it does later is not waited for. */
function starts({ command, args }: Opener, { environment, patience }: Machine): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { detached: true, stdio: "ignore", env: environment, windowsHide: true });
    child.unref();
    const timer = setTimeout(() => resolve(true), patience);
    const settle = (opened: boolean) => {
      clearTimeout(timer);
      resolve(opened);
    };
    child.once("error", () => settle(false));
    child.once("exit", (code) => settle(code === 0));
  });
}
