const GLANCE_MS = 500;

/**
 * Asks this process to end when npm, which runs it, has ended. npm passes SIGTERM on to its shell only, and the shell
 * does not pass it on.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, GLANCE_MS);
  timer.unref();
}
