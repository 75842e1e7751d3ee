/** On a busy machine a page may never be idle; so long it waits at most, in milliseconds. */
const LONGEST = 2_000;

/** Calls `work` once the page has nothing more urgent to do, unless the returned function is called before. */
export function whenIdle(work: () => void): () => void {
  // Safari has no idle callbacks.
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(work, 200);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(work, { timeout: LONGEST });
  return () => cancelIdleCallback(handle);
}
