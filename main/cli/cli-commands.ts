import { agreementCommand } from "./agreement.ts";
import type { CliCommand } from "./cli-command.ts";
import { exportCommand } from "./export.ts";
import { formatsCommand } from "./formats.ts";
import { importCommand } from "./import.ts";
import { matrixCommand } from "./matrix.ts";
import { mergeCommand } from "./merge.ts";
import { newCommand } from "./new.ts";
import { readCommand } from "./read.ts";
import { reportCommand } from "./report.ts";
import { restoreCommand } from "./restore.ts";
import { serveCommand } from "./serve.ts";
import { sharedPassagesCommand } from "./shared-passages.ts";
import { startCommand } from "./start.ts";
import { validateCommand } from "./validate.ts";
import { versionsCommand } from "./versions.ts";

/** Every command of `parallax`, in the order in which the usage lists them. */
export const CLI_COMMANDS: readonly CliCommand[] = [
  newCommand,
  importCommand,
  exportCommand,
  readCommand,
  formatsCommand,
  mergeCommand,
  matrixCommand,
  reportCommand,
  agreementCommand,
  sharedPassagesCommand,
  validateCommand,
  versionsCommand,
  restoreCommand,
  serveCommand,
  startCommand,
];
