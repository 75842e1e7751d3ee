import { randomUUID } from "node:crypto";
import type { Processes } from "../journal/holder.ts";

/** One program on a machine, which a test can kill. */
export interface TestProgram extends Processes {
  kill(): void;
}

/** A machine without any programs yet; each call starts one. */
export function testMachine(): () => TestProgram {
  const alive = new Set<string>();
  return () => {
    const own = new Set<string>();
    return {
      begin: async () => {
        const session = randomUUID();
        for (const sessions of [alive, own]) sessions.add(session);
        return { session, host: "desk", machine: "test", pid: 1, started: "once" };
      },
      end: ({ session }) => {
        alive.delete(session);
      },
      stateOf: async ({ session }) => (alive.has(session) ? "alive-here" : "gone"),
      kill: () => {
        for (const session of own) alive.delete(session);
      },
    };
  };
}
