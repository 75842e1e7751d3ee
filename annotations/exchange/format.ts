import type { AnnotationSet } from "../model/annotation-set.ts";
import type { Project } from "../model/project.ts";
import type { Feature } from "./feature.ts";
import type { InputFile } from "./input-file.ts";
import type { ReadAnnotations } from "./reading/read-annotations.ts";

/** What is exported: a project, narrowed to what goes out, and which of its sets go out, in this order. */
export interface ExportRequest {
  readonly project: Project;
  readonly sets: readonly AnnotationSet[];
}

/** One file of an export. */
export interface ExportedFile {
  /** Its place in the folder or archive, with `/` between names that every file system takes; the only file's is empty. */
  readonly path: string;
  /** The text, to be written as UTF-8 one part after the other. */
  readonly content: Iterable<string>;
}

/** What a format makes of a request. */
export interface WrittenExport {
  readonly files: readonly ExportedFile[];
  /** What was changed on the way because the format is made so, in plain sentences, beside what it does not carry at all. */
  readonly losses: readonly string[];
}

/** A choice that a format offers for those who write it. */
interface FormatOption {
  /** The name on the command line, for example `bom`. */
  readonly id: string;
  readonly description: string;
}

/**
 * How a format's export lies on the disk: one file; a ZIP archive with an extension of its own; or several files, which the
 * command line writes into a folder and the application into a ZIP archive.
 */
type ExportShape = "file" | "archive" | "folder";

/**
 * One way in which annotation sets go out to other programs and come back. A new format is a folder like its neighbours
 * and one line in `formats.ts`.
 */
export interface ExchangeFormat {
  /** The name on the command line, for example `csv`. */
  readonly id: string;
  /** The name that people see. */
  readonly name: string;
  /** What it is good for, in one sentence. */
  readonly description: string;
  readonly shape: ExportShape;
  /** Without the first dot; of the archive for a folder. */
  readonly extension: string;
  readonly mediaType: string;
  /** All that comes back when an export is read, where the format can be read; else all that a reader of it could find. */
  readonly carries: ReadonlySet<Feature>;
  readonly options?: readonly FormatOption[];
  /** Why a request cannot be written, in a sentence; null when it can. Absent where every request can be. */
  readonly hindrance?: (request: ExportRequest) => string | null;
  /** Writes the request; the same request and options always give the same bytes. Absent where the format is only read. */
  readonly write?: (request: ExportRequest, options: ReadonlySet<string>) => WrittenExport;
  readonly reader?: FormatReader;
}

/** How a format is read. */
export interface FormatReader {
  /** Whether the files look like this format; a cheap look at their names and beginnings that throws nothing. */
  recognises(files: readonly InputFile[]): boolean;
  /**
   * What the files say, nothing of it fitted to a project yet. What cannot be understood in one item is reported in the
   * result; throws a `Refusal` that names the place (line, pointer or element) when nothing can be.
   */
  read(files: readonly InputFile[]): ReadAnnotations;
}

export type WritableFormat = ExchangeFormat & { readonly write: NonNullable<ExchangeFormat["write"]> };
export type ReadableFormat = ExchangeFormat & { readonly reader: FormatReader };
