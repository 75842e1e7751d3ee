import type { AnnotationSet } from "../model/annotation-set.ts";
import type { Project } from "../model/project.ts";

/** What is exported: a project, and which of its sets go out, in this order. */
export interface ExportRequest {
  readonly project: Project;
  readonly sets: readonly AnnotationSet[];
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
  /** The whole file as text, to be written as UTF-8. The same request always gives the same bytes. */
  write(request: ExportRequest): string;
}
