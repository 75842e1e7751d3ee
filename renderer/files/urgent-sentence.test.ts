import { expect, it } from "vitest";
import type { FileReport } from "../../annotations/api/file-report.ts";
import { urgentSentence } from "./urgent-sentence.ts";

const lost: FileReport = { file: "journal/1/00000002.jsonl", kind: "lost", message: "Two changes are missing." };
const waiting: FileReport = { file: "annotations/1 (copy).json", kind: "waiting", message: "A copy waits." };
const unread: FileReport = { file: "project.json", kind: "unread", message: "project.json was damaged." };

it.each<[string, readonly FileReport[]]>([
  ["Something is missing from one file of the project.", [lost]],
  ["Something is missing from 2 files of the project.", [lost, lost]],
  ["Another version of your marks waits for your decision.", [waiting]],
  ["2 other versions of your marks wait for your decision.", [waiting, waiting]],
  ["A file of the project needs you: project.json was damaged.", [unread]],
  ["2 files of the project need you.", [unread, unread]],
  [
    "Something is missing from one file of the project, and another version of your marks waits for your decision.",
    [lost, waiting],
  ],
  [
    "Another version of your marks waits for your decision. A file of the project needs you: project.json was damaged.",
    [unread, waiting],
  ],
])("says: %s", (sentence, reports) => {
  expect(urgentSentence(reports)).toBe(sentence);
});
