import { Refusal } from "../../commands/refusal.ts";
import type { AnnotationSet } from "../../model/annotation-set.ts";
import type { Mark } from "../../model/mark.ts";
import type { Tag } from "../../model/tag.ts";
import type { FormatReader } from "../format.ts";
import { type InputFile, jsonOf } from "../input-file.ts";
import type { ReadAnnotations, ReadMark, ReadTag } from "../reading/read-annotations.ts";
import { ReadBuilder } from "../reading/read-builder.ts";
import { AnnotationSetExport, FORMAT } from "./annotation-set-export.ts";

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

function readExport({ sources, claims, sets }: AnnotationSetExport): ReadAnnotations {
  const builder = new ReadBuilder();
  for (const { id, url, sha256, originalName, title, author, outlet, date, language, text } of sources) {
    builder.source({ key: id, id, url, sha256, originalName, title, author, outlet, date, language, text });
  }
  for (const { id, displayLabel, text, note, aliases, parent, colour, order, include, exclude } of claims) {
    builder.claim({
      key: id,
      ...{ id, label: displayLabel, text, note, aliases },
      ...(parent && { parent }),
      ...(colour && { colour }),
      ...(order !== undefined && { order }),
      ...(include !== undefined && { include }),
      ...(exclude !== undefined && { exclude }),
    });
    builder.claimLabel(id, displayLabel);
  }
  for (const [i, set] of sets.entries()) readSet(builder, set, `/sets/${i}`);
  return builder.result();
}

function readSet(
  builder: ReadBuilder,
  { analyst, marks, cells, cellNotes = [], bin = [], originVerdicts = [] }: AnnotationSet,
  at: string,
): void {
  const key = builder.analyst({ key: analyst.id, id: analyst.id, name: analyst.name });
  for (const [i, mark] of marks.entries())
    builder.mark({ ...readMark(builder, mark), at: `${at}/marks/${i}`, analyst: key });
  for (const [i, { claimId, sourceId, state }] of cells.entries()) {
    builder.cell({ at: `${at}/cells/${i}`, claim: claimId, source: sourceId, analyst: key, state });
  }
  for (const [i, { claimId, sourceId, text }] of cellNotes.entries()) {
    builder.cell({ at: `${at}/cellNotes/${i}`, claim: claimId, source: sourceId, analyst: key, note: text });
  }
  if (bin.length > 0)
    builder.problem(
      `${at}/bin`,
      `deleted marks are not read (${bin.length}); merging a copy of the project brings them`,
    );
  if (originVerdicts.length > 0) {
    builder.problem(
      `${at}/originVerdicts`,
      `findings on common origins are not read (${originVerdicts.length}); merging a copy of the project brings them`,
    );
  }
}

function readMark(
  builder: ReadBuilder,
  { id, sourceId, ranges, tags, note, toDiscuss, createdAt }: Mark,
): Omit<ReadMark, "at"> {
  return {
    ...{ id, source: sourceId, createdAt },
    ranges: ranges.map(({ start, end, quote, prefix, suffix }) => ({
      position: { start, end, unit: "code-point" as const },
      ...{ quote, prefix, suffix },
    })),
    tags: tags.map((tag) => readTag(builder, tag)),
    ...(note === undefined ? {} : { note }),
    ...(toDiscuss === undefined ? {} : { toDiscuss }),
  };
}

function readTag(builder: ReadBuilder, tag: Tag): ReadTag {
  const { id, claimId, stance, voice, speaker, attitude, certainty, confidence, note, value } = tag;
  return {
    ...{
      id,
      label: builder.claimLabel(claimId, claimId),
      stance,
      voice,
      speaker,
      attitude,
      certainty,
      confidence,
      note,
    },
    ...(value === undefined ? {} : { value }),
  };
}
