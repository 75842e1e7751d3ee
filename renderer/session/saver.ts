import { Failure } from "../../annotations/api/reply.ts";
import type { Command } from "../../annotations/commands/command.ts";
import type { StepNote } from "../../annotations/commands/step-note.ts";
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
  /** Commands that are kept all or none, and what they are to the history, where they are anything. */
  push(commands: readonly Command[], note?: Note): void;
  /** Sends again what could not be saved. */
  retry(): void;
  /** Whether anything is not on the disk yet. */
  pending(): boolean;
  /** What is not on the disk yet, in order. */
  waiting(): readonly Command[];
  /** Settles when nothing is being sent: with true when all is on the disk, with false when something could not be saved. */
  settled(): Promise<boolean>;
}

/** What commands are to the history, without their number. */
export type Note =
  | { readonly kind: "do"; readonly name: string; readonly inverse: readonly Command[] }
  | { readonly kind: "undo" }
  | { readonly kind: "redo" }
  | { readonly kind: "lasting" };

/** Commands that are kept all or none. */
interface Group {
  readonly commands: readonly Command[];
  readonly note: Note | undefined;
}

type Send = (commands: readonly Command[], steps: readonly StepNote[]) => Promise<void>;

export interface SaverEvents {
  report(saving: Saving): void;
  /** The host will never take something that was sent; the rest of the queue is saved, or has failed for another reason. */
  giveUp(reason: string): void;
}

/** What goes into one call at most, unless one group alone is larger; the contract allows ten thousand. */
const MOST_PER_CALL = 1_000;

/** In milliseconds; a disk in good health needs a few. Until then the sign of the last saving stands. */
export const LONG_SAVING = 150;

/** `send` settles when the host has the commands safely on the disk; nothing is forgotten before that, but for what it refuses. */
export function createSaver(send: Send, { report, giveUp }: SaverEvents): Saver {
  let queue: readonly Group[] = [];
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
      await sendTogether(groups);
      queue = queue.slice(groups.length);
      return null;
    } catch (error) {
      if (!isFinal(error)) throw error;
    }
    let reason: string | null = null;
    for (const group of groups) reason = (await sendAlone(group)) ?? reason;
    return reason;
  }

  function sendTogether(groups: readonly Group[]): Promise<void> {
    return send(
      groups.flatMap(({ commands }) => commands),
      notesOf(groups),
    );
  }

  async function sendAlone(group: Group): Promise<string | null> {
    let reason: string | null = null;
    try {
      await sendTogether([group]);
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
    push(commands, note) {
      queue = [...queue, { commands, note }];
      start();
    },
    retry: start,
    pending: () => queue.length > 0,
    waiting: () => queue.flatMap(({ commands }) => commands),
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

/** None as soon as one is missing: the others would seem to follow each other. */
function notesOf(groups: readonly Group[]): readonly StepNote[] {
  const notes = groups.flatMap(({ commands, note }) => (note ? [{ ...note, commands: commands.length }] : []));
  return notes.length === groups.length ? notes : [];
}

function firstGroups(queue: readonly Group[]): readonly Group[] {
  let size = 0;
  const end = queue.findIndex((group) => {
    size += group.commands.length;
    return size > MOST_PER_CALL;
  });
  return end === -1 ? queue : queue.slice(0, Math.max(end, 1));
}
