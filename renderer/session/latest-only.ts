/** Hands values on one at a time, so that an earlier one never arrives after a later one. */
export interface LatestOnly<Value> {
  /** Sends the value, or has it wait while another is on its way; of what waits only the latest goes. */
  give(value: Value): void;
  /** Sends what waits at once: for the moment in which nothing can wait any longer. */
  hurry(): void;
}

/** `send` must not reject. */
export function latestOnly<Value>(send: (value: Value) => Promise<void>): LatestOnly<Value> {
  let waiting: { readonly value: Value } | null = null;
  let sending = false;

  async function sendWaiting(): Promise<void> {
    const next = waiting;
    waiting = null;
    if (next) await send(next.value);
  }

  async function drain(): Promise<void> {
    sending = true;
    while (waiting !== null) await sendWaiting();
    sending = false;
  }

  return {
    give(value) {
      waiting = { value };
      if (!sending) void drain();
    },
    hurry: () => void sendWaiting(),
  };
}
