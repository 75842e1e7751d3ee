/** A task that is carried out when nothing has asked for it for a while, or at once; never twice at the same time. */
export interface IdleTask {
  readonly isRunning: boolean;
  later(): void;
  /** Returns once it has been carried out; what it throws has been reported. One that is under way is not begun again. */
  now(): Promise<void>;
  /** Waits for one that is under way, and begins none that was asked for. */
  stop(): Promise<void>;
}

/** `idleTime` is in milliseconds. */
export function idleTask(task: () => Promise<void>, idleTime: number, report: (error: unknown) => void): IdleTask {
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;

  function now(): Promise<void> {
    clearTimeout(timer);
    running ??= task()
      .catch(report)
      .finally(() => {
        running = null;
      });
    return running;
  }

  return {
    get isRunning() {
      return running !== null;
    },
    later: () => {
      clearTimeout(timer);
      // A program that has nothing else to do may end.
      timer = setTimeout(() => void now(), idleTime).unref();
    },
    now,
    stop: async () => {
      clearTimeout(timer);
      await running;
    },
  };
}
