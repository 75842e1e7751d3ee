import type { FileReport } from "../../annotations/api/file-report.ts";
import { useDesk } from "../session/desk.ts";

const REPORT_WORDS: Readonly<Record<FileReport["kind"], { readonly sign: string; readonly words: string }>> = {
  restored: { sign: "✓", words: "restored" },
  lost: { sign: "!", words: "something is missing" },
  waiting: { sign: "?", words: "waits for you" },
  unread: { sign: "!", words: "needs you" },
};

/** What happened to the project's files, the most serious first. */
export function ReportList() {
  const reports = useDesk((state) => state.reports);
  return (
    <section className="reports" aria-labelledby="reports-title">
      <h3 id="reports-title">What happened to the files</h3>
      {reports.length === 0 ? (
        <p className="hint">
          Nothing unusual. If a file is damaged, or another program changes one, it is kept as it was and told here,
          with what Parallax did about it.
        </p>
      ) : (
        <ul>
          {reports.map((report) => (
            <Report key={`${report.kind} ${report.file} ${report.message}`} report={report} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Report({ report: { file, kind, message } }: { readonly report: FileReport }) {
  const { sign, words } = REPORT_WORDS[kind];
  return (
    <li className={kind}>
      <p className="report-kind">
        <span className="report-sign" aria-hidden="true">
          {sign}
        </span>
        {words}
      </p>
      <code>{file}</code>
      <p className="report-message">{message}</p>
    </li>
  );
}
