import type { FileReport } from "../../annotations/api/file-report.ts";

/** The reports that the analyst must hear of without asking: those that something is missing, or waits, and that are not put aside. */
export function urgentReports(reports: readonly FileReport[], dismissed: readonly FileReport[]): readonly FileReport[] {
  const aside = new Set(dismissed.map(keyOf));
  return reports.filter((report) => report.kind !== "restored" && !aside.has(keyOf(report)));
}

function keyOf({ kind, file, message }: FileReport): string {
  return JSON.stringify([kind, file, message]);
}
