import type { FileReport } from "../../annotations/api/file-report.ts";
import type { AnalystId } from "../../annotations/model/id.ts";
import { shownName } from "../host/file-name.ts";
import type { CliCall } from "./cli-command.ts";

/** Says on the standard error what is unusual about the files that a result was made from. */
export function tellOf({ terminal }: CliCall, reports: ReadonlyMap<AnalystId, readonly FileReport[]>): void {
  for (const { file, message } of [...reports.values()].flat()) terminal.err(`${shownName(`${file}: ${message}`)}\n`);
}
