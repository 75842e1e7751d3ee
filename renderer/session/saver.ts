import { Failure } from "../../annotations/api/reply.ts";
import type { Command } from "../../annotations/commands/command.ts";
import { sentenceOf } from "./sentence.ts";

/** What the analyst is told about the state of the disk. */
export type Saving =
  | { readonly kind: "saved" }
  | { readonly kind: "saving" }
  | { readonly kind: "failed"; readonly message: string };

/** Sends commands to the host in order, those that queue up meanwhile together in one call. */
export interface Saver {
  /** Commands that are kept all or none. */
  push(commands: readonly Command[]): void;
  /** Sends again what could not be saved. */
  retry(): void;
  /** Whether anything is not on the disk yet. */
  pending(): boolean;
}

export interface SaverEvents {
  report(saving: Saving): void;
  /** The host will never take something that was sent; the rest of the queue is saved, or has failed for another reason. */
  giveUp(reason: string): void;
}

/** What goes into one call at most, unless one group alone is larger; the contract allows ten thousand. */
const MOST_PER_CALL = 1_000;

/** `send` settles when the host has the commands safely on the disk; nothing is forgotten before that, but for what it refuses. */
export function createSaver(
  send: (commands: readonly Command[]) => Promise<void>,
  { report, giveUp }: SaverEvents,
): Saver {
  let queue: readonly (readonly Command[])[] = [];
  let sending = false;

  async function drain(): Promise<void> {
    sending = true;
    report({ kind: "saving" });
    let refused: string | null = null;
    try {
      while (queue.length > 0) refused = (await sendFirst()) ?? refused;
      report({ kind: "saved" });
    } catch (error) {
      report({ kind: "failed", message: sentenceOf(error) });
    } finally {
      sending = false;
    }
    if (refused !== null) giveUp(refused);
  }

  /** Sends as many groups as fit. When they are refused together, each goes alone, so that only the bad one is dropped. */
  async function sendFirst(): Promise<string | null> {
    const groups = firstGroups(queue);
    try {
      await send(groups.flat());
      queue = queue.slice(groups.length);
      return null;
    } catch (error) {
      if (!isFinal(error)) throw error;
    }
    let reason: string | null = null;
    for (const group of groups) reason = (await sendAlone(group)) ?? reason;
    return reason;
  }

  async function sendAlone(group: readonly Command[]): Promise<string | null> {
    let reason: string | null = null;
    try {
      await send(group);
    } catch (error) {
      if (!isFinal(error)) throw error;
      reason = sentenceOf(error);
    }
    queue = queue.slice(1);
    return reason;
  }

  function start(): void {
    if (!sending && queue.length > 0) void drain();
  }

  return {
    push(commands) {
      queue = [...queue, commands];
      start();
    },
    retry: start,
    pending: () => queue.length > 0,
  };
}

/** Whether sending the same again can never help. */
function isFinal(error: unknown): boolean {
  return error instanceof Failure && (error.code === "refused" || error.code === "invalid-input");
}

function firstGroups(queue: readonly (readonly Command[])[]): readonly (readonly Command[])[] {
  let size = 0;
  const end = queue.findIndex((group) => {
    size += group.length;
    return size > MOST_PER_CALL;
  });
  return end === -1 ? queue : queue.slice(0, Math.max(end, 1));
}
