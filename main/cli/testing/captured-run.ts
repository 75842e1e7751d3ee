import { join } from "node:path";
import { Readable } from "node:stream";
import { hostPaths, type Paths } from "../../host/paths.ts";
import { exampleProject } from "../../storage/testing/example-project.ts";
import { temporaryFolder } from "../../storage/testing/temporary-folder.ts";
import { runCli } from "../run.ts";

/** What a command wrote, and how it ended. */
export interface CapturedRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `parallax` in this process, with its streams caught; it is asked to stop as soon as it waits for that. */
export async function parallax(...args: readonly string[]): Promise<CapturedRun> {
  return parallaxWith({ paths: await freshPaths() }, ...args);
}

interface CapturedStreams {
  readonly paths: Paths;
  readonly untilStopped?: (out: string) => Promise<void>;
  /** What stands on the standard input. */
  readonly input?: string | Uint8Array;
}

export async function parallaxWith(
  { paths, untilStopped = async () => undefined, input = "" }: CapturedStreams,
  ...args: readonly string[]
): Promise<CapturedRun> {
  let out = "";
  let err = "";
  const terminal = {
    input: () => Readable.from([Buffer.from(input)]),
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    // The program has said all that it says before it waits.
    untilStopped: () => new Promise<void>((resolve) => setImmediate(resolve)).then(() => untilStopped(out)),
  };
  const code = await runCli(args, terminal, paths);
  return { code, out, err };
}

/** Places for everything in fresh folders; the example project is the sample. */
export async function freshPaths(): Promise<Paths> {
  const folder = await temporaryFolder();
  return {
    ...hostPaths(),
    home: join(folder, "home"),
    config: join(folder, "config"),
    renderer: join(folder, "renderer"),
    sample: await exampleProject(),
  };
}
