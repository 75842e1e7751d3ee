import type { CliCommand } from "./cli-command.ts";
import { textTable } from "./text-table.ts";

/** How `parallax` is used. */
export function usageOf(commands: readonly CliCommand[]): string {
  const shown = commands.filter(({ internal }) => !internal);
  return [
    "Usage: parallax <command> …\n",
    shown.map(({ name, synopsis, summary }) => `  ${name} ${synopsis}\n      ${summary}\n`).join(""),
    "Each command takes --json for a result that programs read, and --help.\n" +
      "Exit code: 0 done, 1 refused (the reason is on the standard error), 2 not understood.\n",
  ].join("\n");
}

/** How one command is used. */
export function commandUsage({ name, synopsis, summary, options }: CliCommand): string {
  const all = { ...options, json: { help: "the result as JSON" }, help: { help: "this text" } };
  const rows = Object.entries(all).map(([option, detail]) => [
    `--${option}${"value" in detail ? ` ${detail.value}` : ""}`,
    detail.help,
  ]);
  const table = textTable(rows).replace(/^/gm, "  ").trimEnd();
  return `Usage: parallax ${name} ${synopsis}\n  ${summary}\n\n${table}\n`;
}
