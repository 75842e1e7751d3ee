import type { Command } from "../../annotations/commands/command.ts";

/** What the analyst is told about the state of the disk. */
export type Saving =
  | { readonly kind: "saved" }
  | { readonly kind: "saving" }
  | { readonly kind: "failed"; readonly message: string };

/** Sends commands to the host in order, those that queue up meanwhile together in one call. */
export interface Saver {
  push(command: Command): void;
  /** Sends again what could not be saved. */
  retry(): void;
  /** Whether anything is not on the disk yet. */
  pending(): boolean;
}

/** What may go into one call; the contract allows ten thousand. */
const MOST_PER_CALL = 1_000;

/** `send` settles when the host has the commands safely on the disk; nothing is forgotten before that. */
export function createSaver(
  send: (commands: readonly Command[]) => Promise<void>,
  report: (saving: Saving) => void,
): Saver {
  let queue: readonly Command[] = [];
  let sending = false;

  async function drain(): Promise<void> {
    sending = true;
    report({ kind: "saving" });
    try {
      while (queue.length > 0) {
        const batch = queue.slice(0, MOST_PER_CALL);
        await send(batch);
        queue = queue.slice(batch.length);
      }
      report({ kind: "saved" });
    } catch (error) {
      report({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
    } finally {
      sending = false;
    }
  }

  function start(): void {
    if (!sending && queue.length > 0) void drain();
  }

  return {
    push(command) {
      queue = [...queue, command];
      start();
    },
    retry: start,
    pending: () => queue.length > 0,
  };
}
