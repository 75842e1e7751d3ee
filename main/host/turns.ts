/** Lets changes pass side by side, and something larger alone: it waits for those under way, and later ones for it. */
export interface Turns {
  beside<T>(task: () => Promise<T>): Promise<T>;
  alone<T>(task: () => Promise<T>): Promise<T>;
}

export function turns(): Turns {
  const underWay = new Set<Promise<unknown>>();
  let gate: Promise<unknown> = Promise.resolve();

  function noted<T>(running: Promise<T>): Promise<T> {
    const settled = running.then(
      () => undefined,
      () => undefined,
    );
    underWay.add(settled);
    void settled.then(() => underWay.delete(settled));
    return running;
  }

  return {
    beside: (task) => noted(gate.then(task)),
    alone: (task) => {
      const before = [...underWay];
      const running = gate.then(() => Promise.all(before)).then(task);
      gate = running.catch(() => undefined);
      return running;
    },
  };
}
