import type { FileReport } from "../../annotations/api/file-report.ts";
import { urgentReports } from "../files/urgent-reports.ts";
import { desk, setDesk, useDesk } from "../session/desk.ts";

/** Says in one sentence that something is missing from the files or waits for a decision, until it is put aside. */
export function FileReportBar() {
  const reports = useDesk((state) => state.reports);
  const dismissed = useDesk((state) => state.dismissedReports);
  const urgent = urgentReports(reports, dismissed);
  return (
    <div role="status">
      {urgent.length > 0 && (
        <p className={`notice ${urgent.some(({ kind }) => kind === "lost") ? "bad" : ""}`}>
          <span>{sentenceFor(urgent)}</span>
          <button type="button" onClick={() => setDesk({ dialog: { kind: "files" }, notice: null })}>
            Look at the files
          </button>
          <button type="button" onClick={() => setDesk({ dismissedReports: [...desk().dismissedReports, ...urgent] })}>
            Not now
          </button>
        </p>
      )}
    </div>
  );
}

function sentenceFor(urgent: readonly FileReport[]): string {
  const lost = urgent.filter(({ kind }) => kind === "lost").length;
  const waiting = urgent.length - lost;
  const missing = `Something is missing from ${lost === 1 ? "one file" : `${lost} files`} of the project`;
  const versions =
    waiting === 1 ? "another version of your marks waits" : `${waiting} other versions of your marks wait`;
  if (waiting === 0) return `${missing}.`;
  if (lost > 0) return `${missing}, and ${versions} for your decision.`;
  return `${versions.charAt(0).toUpperCase()}${versions.slice(1)} for your decision.`;
}
