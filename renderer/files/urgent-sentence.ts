import type { FileReport } from "../../annotations/api/file-report.ts";

/** What the reports that the analyst must hear of come to, in a few words. */
export function urgentSentence(urgent: readonly FileReport[]): string {
  const ofKind = (kind: FileReport["kind"]) => urgent.filter((report) => report.kind === kind);
  const lost = ofKind("lost").length;
  const waiting = ofKind("waiting").length;
  return [decisionSentence(lost, waiting), unreadSentence(ofKind("unread"))].filter(Boolean).join(" ");
}

function decisionSentence(lost: number, waiting: number): string {
  const missing = `Something is missing from ${lost === 1 ? "one file" : `${lost} files`} of the project`;
  const versions =
    waiting === 1 ? "another version of your marks waits" : `${waiting} other versions of your marks wait`;
  if (waiting === 0) return lost === 0 ? "" : `${missing}.`;
  if (lost > 0) return `${missing}, and ${versions} for your decision.`;
  return `${versions.charAt(0).toUpperCase()}${versions.slice(1)} for your decision.`;
}

function unreadSentence([first, ...others]: readonly FileReport[]): string {
  if (!first) return "";
  if (others.length === 0) return `A file of the project needs you: ${first.message}`;
  return `${others.length + 1} files of the project need you.`;
}
