import { Failure } from "../../annotations/api/reply.ts";
import type { Command } from "../../annotations/commands/command.ts";
import { NoAnswer } from "./no-answer.ts";
import { sentenceOf } from "./sentence.ts";

/** What the analyst is told about the state of the disk. */
export type Saving =
  | { readonly kind: "saved" }
  /** `long` once it has lasted so long that a person would wonder. */
  | { readonly kind: "saving"; readonly long: boolean }
  | {
      readonly kind: "failed";
      readonly message: string;
      /** Whether the host answered, so that it could save a copy elsewhere. */
      readonly answered: boolean;
      /** Whether it is being tried again at this moment. */
      readonly retrying: boolean;
    };

/** Sends commands to the host in order, those that queue up meanwhile together in one call. */
export interface Saver {
  /** Commands that are kept all or none. */
  push(commands: readonly Command[]): void;
  /** Sends again what could not be saved. */
  retry(): void;
  /** Whether anything is not on the disk yet. */
  pending(): boolean;
  /** What is not on the disk yet, in order. */
  waiting(): readonly Command[];
  /** Settles when nothing is being sent: with true when all is on the disk, with false when something could not be saved. */
  settled(): Promise<boolean>;
}

export interface SaverEvents {
  report(saving: Saving): void;
  /** The host will never take something that was sent; the rest of the queue is saved, or has failed for another reason. */
  giveUp(reason: string): void;
}

/** What goes into one call at most, unless one group alone is larger; the contract allows ten thousand. */
const MOST_PER_CALL = 1_000;

/** In milliseconds; a disk in good health needs a few. */
export const LONG_SAVING = 300;

/** `send` settles when the host has the commands safely on the disk; nothing is forgotten before that, but for what it refuses. */
export function createSaver(
  send: (commands: readonly Command[]) => Promise<void>,
  { report, giveUp }: SaverEvents,
): Saver {
  let queue: readonly (readonly Command[])[] = [];
  let sending = false;
  let failure: Extract<Saving, { kind: "failed" }> | null = null;
  let onSettled: readonly ((saved: boolean) => void)[] = [];

  async function drain(): Promise<void> {
    sending = true;
    // Until it is known that it helped, somebody who was told of a failure is told of nothing better.
    report(failure ? { ...failure, retrying: true } : { kind: "saving", long: false });
    const timer = setTimeout(() => !failure && report({ kind: "saving", long: true }), LONG_SAVING);
    const refused = await sendAll();
    clearTimeout(timer);
    sending = false;
    report(failure ?? { kind: "saved" });
    if (refused !== null) giveUp(refused);
    tellSettled();
  }

  /** Sends until the queue is empty or something fails; why something was dropped, if anything was. */
  async function sendAll(): Promise<string | null> {
    let refused: string | null = null;
    try {
      while (queue.length > 0) refused = (await sendFirst()) ?? refused;
      failure = null;
    } catch (error) {
      const answered = !(error instanceof NoAnswer);
      failure = { kind: "failed", message: sentenceOf(error), answered, retrying: false };
    }
    return refused;
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

  function tellSettled(): void {
    if (sending) return;
    const told = onSettled;
    onSettled = [];
    for (const tell of told) tell(queue.length === 0);
  }

  return {
    push(commands) {
      queue = [...queue, commands];
      start();
    },
    retry: start,
    pending: () => queue.length > 0,
    waiting: () => queue.flat(),
    settled: () =>
      new Promise((resolve) => {
        onSettled = [...onSettled, resolve];
        tellSettled();
      }),
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
