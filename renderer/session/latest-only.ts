/**
 * Hands values to `send` one at a time, so that an earlier one never arrives after a later one. What comes while one is
 * on its way waits, and only the latest of it goes. `send` must not reject.
 */
export function latestOnly<Value>(send: (value: Value) => Promise<void>): (value: Value) => void {
  let waiting: { readonly value: Value } | null = null;
  let sending = false;

  async function drain(): Promise<void> {
    sending = true;
    while (waiting !== null) {
      const { value } = waiting;
      waiting = null;
      await send(value);
    }
    sending = false;
  }

  return (value) => {
    waiting = { value };
    if (!sending) void drain();
  };
}
