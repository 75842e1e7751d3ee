import { Refusal } from "../../commands/refusal.ts";
import { unknownFields } from "../../commands/unknown-fields.ts";
import { ProjectFile } from "../../model/project.ts";
import { Source } from "../../model/source.ts";
import { Speaker } from "../../model/speaker.ts";
import type { FormatReader } from "../format.ts";
import { type InputFile, jsonOf } from "../input-file.ts";
import type { ReadAnnotations, ReadSource } from "../reading/read-annotations.ts";
import { ReadBuilder } from "../reading/read-builder.ts";
import { AnnotationSetExport, FORMAT } from "./annotation-set-export.ts";
import { readClaims } from "./exported-claims.ts";
import { readSet } from "./exported-set.ts";
import { moreOf } from "./more-of.ts";

/** Reads the complete export of any project. */
export const annotationSetReader: FormatReader = {
  recognises: ([file, ...others]) => others.length === 0 && file !== undefined && BEGINNING.test(file.beginning(2_000)),
  read: (files) => {
    const [file, ...others] = files;
    if (!file || others.length > 0) throw new Refusal("An annotation set of Parallax is one JSON file.");
    return readExport(parsedExport(file));
  },
};

const BEGINNING = new RegExp(`^\\s*\\{\\s*"format"\\s*:\\s*"${FORMAT}"`, "u");

function parsedExport(file: InputFile): AnnotationSetExport {
  const parsed = AnnotationSetExport.safeParse(jsonOf(file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refusal(
    `“${file.path}” cannot be read: /${issue?.path.join("/") ?? ""}: ${issue?.message ?? "it is not an annotation set"}.`,
  );
}

function readExport(content: AnnotationSetExport): ReadAnnotations {
  const { project, sources, sets } = content;
  const builder = new ReadBuilder();
  for (const source of sources) builder.source(readSource(source));
  const names = readClaims(builder, content);
  for (const [i, set] of sets.entries()) readSet(builder, set, names, `/sets/${i}`);
  for (const [i, speaker] of (project.speakers ?? []).entries()) {
    const { id, name, aliases } = speaker;
    builder.speaker({ at: `/project/speakers/${i}`, id, name, aliases, ...moreOf(speaker, Speaker.shape) });
  }
  readProject(builder, project);
  for (const field of Object.keys(unknownFields(content, AnnotationSetExport.shape))) {
    builder.problem(`/${field}`, "belongs to a later version of the format, and is left out");
  }
  return builder.result();
}

function readSource(source: Source): ReadSource {
  const { id, url, sha256, originalName, title, author, outlet, date, language, text, note, agency } = source;
  const { guessed, blocks, order, removed, importedAt } = source;
  return {
    ...{ key: id, id, url, sha256, originalName, title, author, outlet, date, language, text },
    ...(note === undefined ? {} : { note }),
    ...(agency === undefined ? {} : { agency }),
    record: { guessed, blocks, order, removed, importedAt, ...moreOf(source, Source.shape) },
  };
}

function readProject(builder: ReadBuilder, file: ProjectFile): void {
  const { corroboratedBy, adjudicator, stanceDistances } = file.settings;
  const { more: moreSettings } = moreOf(file.settings, ProjectFile.shape.settings.shape);
  builder.project({
    corroboratedBy,
    ...(adjudicator === undefined ? {} : { adjudicator }),
    ...(stanceDistances === undefined ? {} : { stanceDistances }),
    ...(moreSettings && { moreSettings }),
    ...moreOf(file, ProjectFile.shape),
  });
}
