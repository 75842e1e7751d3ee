import type { Output } from "../../annotations/api/contract.ts";
import { Failure } from "../../annotations/api/reply.ts";
import type { Analyst } from "../../annotations/model/analyst.ts";
import type { Project } from "../../annotations/model/project.ts";
import { REPORT_FORMATS, type ReportFormat, reportFormat } from "../../annotations/report/formats.ts";
import { reportOf } from "../../annotations/report/report.ts";
import { textHash } from "../storage/project/source-files.ts";
import { safeFileName, shownName } from "./file-name.ts";

/** The format of a report with this id; throws a `Failure` that lists the formats when there is none. */
export function requireReportFormat(id: string): ReportFormat {
  const format = reportFormat(id);
  if (format) return format;
  const known = REPORT_FORMATS.map((other) => other.id).join(", ");
  throw new Failure("refused", `There is no format "${shownName(id)}" for a report. Choose one of: ${known}.`);
}

/** The name that a report's file might have. */
export function reportName(project: Project, { id }: ReportFormat): string {
  return `${safeFileName(`${project.file.title} report`)}.${id}`;
}

interface ReportWish {
  readonly format: string;
  /** As whom the sources are seen. */
  readonly analyst: Analyst;
  readonly madeAt: Date;
  /** The version of the program. */
  readonly version: string;
}

/** A report as text, with the name that its file might have. */
export function renderReport(
  project: Project,
  { format: id, analyst, madeAt, version }: ReportWish,
): Output<"report.render"> {
  const format = requireReportFormat(id);
  const report = reportOf({ project, analyst, madeAt: madeAt.toISOString(), version, sha256: textHash });
  return { name: reportName(project, format), mediaType: format.mediaType, text: format.write(report) };
}
