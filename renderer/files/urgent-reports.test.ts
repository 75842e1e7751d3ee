import { expect, it } from "vitest";
import type { FileReport } from "../../annotations/api/file-report.ts";
import { urgentReports } from "./urgent-reports.ts";

const lost: FileReport = { file: "journal/1/00000002.jsonl", kind: "lost", message: "Two changes are missing." };
const waiting: FileReport = { file: "annotations/1 (copy).json", kind: "waiting", message: "A copy waits." };
const restored: FileReport = { file: "project.json", kind: "restored", message: "All is there again." };

it("leaves out what is in order again and what was put aside, but not the same file with something new", () => {
  expect(urgentReports([lost, waiting, restored], [])).toEqual([lost, waiting]);
  expect(urgentReports([lost, waiting, restored], [{ ...lost }])).toEqual([waiting]);
  const more = { ...lost, message: "Three changes are missing." };
  expect(urgentReports([more], [lost])).toEqual([more]);
});
