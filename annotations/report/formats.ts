import type { Report } from "./document.ts";
import { reportHtml } from "./html.ts";
import { reportMarkdown } from "./markdown.ts";

/** One way of writing a report. A new one is one file that writes a `Report` and one line in the list below. */
export interface ReportFormat {
  /** The name on the command line, and the extension of the file. */
  readonly id: string;
  /** The name that people see. */
  readonly name: string;
  /** What the file is good for, in one sentence. */
  readonly description: string;
  readonly mediaType: string;
  /** The whole file as text, to be written as UTF-8. The same report always gives the same bytes. */
  write(report: Report): string;
}

/** Every format of a report, in the order in which dialog and command line list them. */
export const REPORT_FORMATS: readonly ReportFormat[] = [
  {
    id: "html",
    name: "Page (HTML)",
    description: "Opens in any browser from the disk, with charts, and prints well to paper or PDF.",
    mediaType: "text/html",
    write: reportHtml,
  },
  {
    id: "md",
    name: "Markdown",
    description: "The same text and tables without the charts, for notes, wikis and version control.",
    mediaType: "text/markdown",
    write: reportMarkdown,
  },
];

/** The format with this id, or undefined. */
export function reportFormat(id: string): ReportFormat | undefined {
  return REPORT_FORMATS.find((format) => format.id === id);
}
