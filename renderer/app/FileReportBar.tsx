import { urgentReports } from "../files/urgent-reports.ts";
import { urgentSentence } from "../files/urgent-sentence.ts";
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
          <span>{urgentSentence(urgent)}</span>
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
