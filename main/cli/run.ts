import { parseArgs } from "node:util";
import { Failure } from "../../annotations/api/reply.ts";
import { Refusal } from "../../annotations/commands/refusal.ts";
import { shownName } from "../host/file-name.ts";
import type { Paths } from "../host/paths.ts";
import { type CliCall, type CliCommand, type CliResult, UsageError } from "./cli-command.ts";
import { CLI_COMMANDS } from "./cli-commands.ts";
import type { Terminal } from "./terminal.ts";
import { commandUsage, usageOf } from "./usage.ts";

/**
 * Runs `parallax` with these arguments and gives back the exit code: 0 done, 1 refused with the reason on the standard
 * error, 2 not understood with the usage there. Nothing but the result goes to the standard output.
 */
export async function runCli(argv: readonly string[], terminal: Terminal, paths: Paths): Promise<number> {
  const [name, ...rest] = argv;
  if (name === "--help" || name === "-h" || name === "help") {
    terminal.out(usageOf(CLI_COMMANDS));
    return 0;
  }
  const command = CLI_COMMANDS.find((candidate) => candidate.name === name);
  if (command) return runCommand(command, rest, terminal, paths);
  terminal.err(`${name === undefined ? "" : `There is no command "${shownName(name)}".\n\n`}${usageOf(CLI_COMMANDS)}`);
  return 2;
}

async function runCommand(
  command: CliCommand,
  argv: readonly string[],
  terminal: Terminal,
  paths: Paths,
): Promise<number> {
  try {
    const call = readCall(command, argv, terminal, paths);
    if (call.has("help")) {
      terminal.out(commandUsage(command));
      return 0;
    }
    requireWords(command, call);
    const result = await command.run(call);
    terminal.out(outputOf(call, result));
    return result.code ?? 0;
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.err(`${shownName(error.message)}\n\n${commandUsage(command)}`);
      return 2;
    }
    terminal.err(`${sentenceOf(error)}\n`);
    return 1;
  }
}

/** What a person is told of an error, in one line: what was refused and why, or what nobody expected. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Failure || error instanceof Refusal) return shownName(error.message);
  return shownName(`Something unexpected went wrong: ${error instanceof Error ? error.message : String(error)}.`);
}

function readCall(command: CliCommand, argv: readonly string[], terminal: Terminal, paths: Paths): CliCall {
  const { values, positionals } = parse(command, argv);
  const given = new Map<string, unknown>(Object.entries(values));
  return {
    words: positionals,
    text: (option) => {
      const value = given.get(option);
      return typeof value === "string" ? value : undefined;
    },
    texts: (option) => {
      const values = given.get(option);
      return Array.isArray(values) ? values.filter((value) => typeof value === "string") : [];
    },
    has: (option) => given.get(option) === true,
    json: given.get("json") === true,
    terminal,
    paths,
  };
}

function parse(command: CliCommand, argv: readonly string[]) {
  const given = Object.entries(command.options).map(
    ([name, { type, multiple = false }]) => [name, { type, multiple }] as const,
  );
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        ...Object.fromEntries(given),
        json: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function requireWords({ words }: CliCommand, call: CliCall): void {
  if (call.words.length < words.least) throw new UsageError("Something is missing.");
  if (call.words.length > words.most) throw new UsageError(`"${call.words[words.most]}" is too much.`);
}

function outputOf(call: CliCall, { text, json }: CliResult): string {
  if (!call.json) return text;
  return json === null ? "" : `${JSON.stringify(json, null, 2)}\n`;
}
