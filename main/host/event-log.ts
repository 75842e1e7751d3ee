import type { HostEvent, Output } from "../../annotations/api/contract.ts";

/** What happened in the host, for screens that ask for it. */
export interface EventLog {
  /** The number of the last event; the first has number 1. */
  readonly last: number;
  emit(event: HostEvent): void;
  /** The events after number `after`, as soon as there is one; none after a while, or when the log is closed. */
  next(after: number): Promise<Output<"events.next">>;
  /** Answers everybody who waits. */
  close(): void;
}

/** A screen that has fallen behind by more than this has missed some. */
const KEPT = 100;

export function createEventLog(patience = 25_000): EventLog {
  let kept: readonly { readonly number: number; readonly event: HostEvent }[] = [];
  let last = 0;
  let isClosed = false;
  const waiting = new Set<() => void>();

  function since(after: number): Output<"events.next"> {
    return { last, events: kept.filter(({ number }) => number > after).map(({ event }) => event) };
  }

  function wakeAll(): void {
    for (const wake of [...waiting]) wake();
  }

  return {
    get last() {
      return last;
    },
    emit: (event) => {
      kept = [...kept, { number: ++last, event }].slice(-KEPT);
      wakeAll();
    },
    next: (after) =>
      new Promise((resolve) => {
        const timer = setTimeout(wake, patience);
        function wake(): void {
          clearTimeout(timer);
          waiting.delete(wake);
          resolve(since(after));
        }
        waiting.add(wake);
        // A number from the future belongs to a host that is gone.
        if (isClosed || last !== after) wake();
      }),
    close: () => {
      isClosed = true;
      wakeAll();
    },
  };
}
