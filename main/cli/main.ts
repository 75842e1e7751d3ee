import { hostPaths } from "../host/paths.ts";
import { runCli, sentenceOf } from "./run.ts";
import type { Terminal } from "./terminal.ts";

const terminal: Terminal = {
  input: () => process.stdin,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  // A second signal ends the program at once.
  untilStopped: () =>
    new Promise((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
    }),
};

// Whoever reads the output may stop reading before its end.
process.stdout.on("error", (error) => {
  if ("code" in error && error.code === "EPIPE") process.exit(0);
  terminal.err(`The output could not be written: ${error.message}.\n`);
  process.exit(1);
});

try {
  process.exitCode = await runCli(process.argv.slice(2), terminal, hostPaths());
} catch (error) {
  terminal.err(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
}
