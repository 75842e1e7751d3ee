import type { AnalystId } from "../model/id.ts";
import type { Project } from "../model/project.ts";

/** What is exported: a project, and the analysts whose sets go out (all of them when the list is empty). */
export interface ExportRequest {
  readonly project: Project;
  readonly analysts: readonly AnalystId[];
}

/** One way of writing annotation sets. A new format is one file like its neighbours and one line in `formats.ts`. */
export interface ExportFormat {
  /** The name on the command line, for example `csv`. */
  readonly id: string;
  /** The name that people see. */
  readonly name: string;
  /** What the file is good for, in one sentence. */
  readonly description: string;
  /** Without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** The whole file as text, to be written as UTF-8. The same project always gives the same bytes. */
  write(request: ExportRequest): string;
}
