import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { Holder, Processes } from "./holder.ts";
import { machineIdentity, processStart } from "./process-start.ts";

/** The openings of this process that are not over. */
const open = new Set<string>();

/** A holder without its session. */
type Process = Pick<Holder, "host" | "machine" | "pid" | "started">;

let self: Promise<Process> | undefined;

/** The processes of this machine. */
export const machineProcesses: Processes = {
  begin: async () => {
    self ??= thisProcess();
    const holder = { session: randomUUID(), ...(await self) };
    open.add(holder.session);
    return holder;
  },
  end: ({ session }) => {
    open.delete(session);
  },
  stateOf: async ({ session, machine, pid, started }) => {
    self ??= thisProcess();
    const mine = await self;
    if (machine !== mine.machine) return "alive-elsewhere";
    if (pid === mine.pid && started === mine.started) return open.has(session) ? "alive-here" : "gone";
    return (await processStart(pid)) === started ? "alive-here" : "gone";
  },
};

async function thisProcess(): Promise<Process> {
  const { pid } = process;
  const [machine, started] = await Promise.all([machineIdentity(), processStart(pid)]);
  return { host: hostname(), machine, pid, started: started ?? "unknown" };
}
