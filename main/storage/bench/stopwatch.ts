/** How long `act` takes, in milliseconds. */
export async function timed(act: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await act();
  return performance.now() - before;
}

/** How long each of several acts takes, one after the other. */
export async function timedEach<T>(values: readonly T[], act: (value: T) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (const value of values) times.push(await timed(() => act(value)));
  return times;
}
