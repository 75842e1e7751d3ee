import { type Command, isShared, type SetCommand } from "../../../annotations/commands/command.ts";

/** Commands that are carried out together, all or none, and whoever waits for that. */
export interface Transaction {
  readonly commands: readonly Command[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Takes from the front what is written in one go: all that touches only the set, or the first that does more. */
export function takeRun(group: Transaction[]): readonly Transaction[] {
  const end = group.findIndex(({ commands }) => commands.some(isShared));
  if (end === -1) return group.splice(0);
  return group.splice(0, Math.max(end, 1));
}

/** The set commands of one transaction as one, so that one journal record holds them all or none. */
export function asOneCommand(commands: readonly Command[]): SetCommand | null {
  const own = commands.filter((command): command is SetCommand => !isShared(command));
  const [first] = own;
  if (!first || own.length === 1) return first ?? null;
  const simple = own.flatMap((command) => (command.kind === "batch" ? command.commands : [command]));
  return { kind: "batch", analyst: first.analyst, at: first.at, commands: simple };
}
