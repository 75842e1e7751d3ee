import { annotationSetJson } from "./annotation-set-json.ts";
import type { ExportFormat } from "./format.ts";
import { marksCsv } from "./marks-csv.ts";

/** Every export format, in the order in which dialogs and the command line list them. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [annotationSetJson, marksCsv];

/** The format with this id, or undefined. */
export function exportFormat(id: string): ExportFormat | undefined {
  return EXPORT_FORMATS.find((format) => format.id === id);
}
