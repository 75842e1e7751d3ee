export type Serial = <T>(task: () => Promise<T>) => Promise<T>;

/** Runs tasks one after another, in the order in which they are given; one that fails does not keep the next from running. */
export function serial(): Serial {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}
