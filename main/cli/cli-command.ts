import type { Paths } from "../host/paths.ts";
import type { Terminal } from "./terminal.ts";

/** One command of `parallax`. A new one is one file like its neighbours and one line in `cli-commands.ts`. */
export interface CliCommand {
  readonly name: string;
  /** What follows the name, for example `<folder> [--title T]`. */
  readonly synopsis: string;
  /** What it does, in one line. */
  readonly summary: string;
  /** The options beside `--json` and `--help`, each with a line of explanation. */
  readonly options: Readonly<Record<string, CliOption>>;
  /** How many words it takes beside its options. */
  readonly words: { readonly least: number; readonly most: number };
  /** Not shown in the list of commands. */
  readonly internal?: boolean;
  run(call: CliCall): Promise<CliResult>;
}

export interface CliOption {
  readonly type: "string" | "boolean";
  /** Whether it can be given several times. */
  readonly multiple?: boolean;
  /** The letter for its value, as the synopsis shows it. */
  readonly value?: string;
  readonly help: string;
}

/** What a person typed after the command's name. */
export interface CliCall {
  readonly words: readonly string[];
  /** The value of an option; undefined when it was not given. */
  text(option: string): string | undefined;
  /** The values of an option that can be given several times, in their order. */
  texts(option: string): readonly string[];
  /** Whether a switch was given. */
  has(option: string): boolean;
  /** Whether the result is wanted for machines. */
  readonly json: boolean;
  readonly terminal: Terminal;
  readonly paths: Paths;
}

/** What a command ends with: text for people, or the same as a value for machines. */
export interface CliResult {
  readonly text: string;
  readonly json: unknown;
  /** The exit code; 0 when it is not given. */
  readonly code?: 0 | 1;
}

/** A command was typed in a way that it cannot be understood. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The first word, which the command's `words` promise to be there. */
export function firstWord({ words }: CliCall): string {
  const [word] = words;
  if (word === undefined) throw new UsageError("A folder is missing.");
  return word;
}
