import type { AnnotationSet } from "../../model/annotation-set.ts";
import { claimList, type ListedClaim } from "../../model/claim-list.ts";
import { openSources } from "../../model/project.ts";
import { type Source, sourceName } from "../../model/source.ts";
import { amount } from "../../text/amount.ts";
import { codePointsOf } from "../../text/code-points.ts";
import type { Feature } from "../feature.ts";
import { fileNames } from "../file-names.ts";
import type { ExportedFile, ExportRequest, ReadableFormat, WritableFormat, WrittenExport } from "../format.ts";
import { grouped } from "../grouped.ts";
import { annLines, type Types } from "./ann-lines.ts";
import { annotationConf, visualConf } from "./annotation-conf.ts";
import { readBrat, recognisesBrat } from "./brat-reader.ts";
import type { ConfNote } from "./conf-notes.ts";
import { linePieces } from "./line-pieces.ts";
import { type TypeNames, typeNames } from "./type-names.ts";

const CARRIED: ReadonlySet<Feature> = new Set<Feature>([
  ...([
    "marks",
    "texts",
    "source-details",
    "analysts",
    "ids",
    "times",
    "claim-texts",
    "claim-details",
    "pieces",
  ] as const),
  ...(["untagged-marks", "stance", "voice", "speaker", "attitude", "certainty", "confidence", "value"] as const),
  ...(["tag-notes", "mark-notes", "flags"] as const),
]);

/**
 * A folder of brat standoff: a text and its annotations for each article, and the configuration. Where several analysts go
 * out, each has a folder with copies of the texts.
 */
export const brat: WritableFormat & ReadableFormat = {
  id: "brat",
  name: "brat standoff",
  description: "A folder with a .txt and an .ann file for each article, and the configuration for brat. Code points.",
  shape: "folder",
  extension: "zip",
  mediaType: "application/zip",
  carries: CARRIED,
  write,
  reader: { recognises: recognisesBrat, read: readBrat },
};

interface Collection {
  readonly sources: readonly Source[];
  /** Their file names, without extension. */
  readonly names: readonly string[];
  readonly types: Types;
}

function write({ project, sets }: ExportRequest): WrittenExport {
  const sources = openSources(project);
  const claims = claimList(project);
  const names = typeNames(claims.map(({ displayLabel }) => displayLabel));
  const typeOf = new Map(claims.map(({ id, displayLabel }) => [id, names.types.get(displayLabel) ?? ""]));
  const types: Types = { of: (claim) => typeOf.get(claim) ?? names.untagged, untagged: names.untagged };
  const collection = { sources, names: fileNames(sources.map(sourceName)), types };
  const folders = sets.length > 1 ? fileNames(sets.map(({ analyst }) => analyst.name)) : [""];
  const notes = [...claims.map(claimNote(names)), ...untaggedNote(names), ...sourceNotes(collection)];
  const analysts = sets.map(({ analyst }, i): ConfNote => {
    return { kind: "analyst", folder: folders[i] ?? "", id: analyst.id, name: analyst.name };
  });
  return {
    files: [
      { path: "annotation.conf", content: [annotationConf(names, [...notes, ...analysts])] },
      { path: "visual.conf", content: [visualConf(names, claims)] },
      ...sets.flatMap((set, i) => filesOf(set, folders[i] ?? "", collection)),
    ],
    losses: lossesOf(sources, sets, names),
  };
}

function filesOf(set: AnnotationSet, folder: string, { sources, names, types }: Collection): readonly ExportedFile[] {
  const bySource = grouped(set.marks, ({ sourceId }) => sourceId);
  return sources.flatMap((source, i) => {
    const path = `${folder === "" ? "" : `${folder}/`}${names[i]}`;
    return [
      { path: `${path}.txt`, content: [source.text] },
      { path: `${path}.ann`, content: annLines(source, bySource.get(source.id) ?? [], types) },
    ];
  });
}

function claimNote({ types }: TypeNames): (claim: ListedClaim) => ConfNote {
  return ({ id, displayLabel, text, note, aliases, parent, colour, order, include, exclude }) => ({
    ...{
      kind: "claim",
      type: types.get(displayLabel) ?? "",
      id,
      label: displayLabel,
      text,
      note,
      aliases: [...aliases],
    },
    ...{ parent, colour, order, include, exclude },
  });
}

function untaggedNote({ untagged }: TypeNames): readonly ConfNote[] {
  return [{ kind: "untagged", type: untagged }];
}

function sourceNotes({ sources, names }: Collection): readonly ConfNote[] {
  return sources.map((source, i) => {
    const { id, url, sha256, originalName, title, author, outlet, date, language } = source;
    return {
      kind: "source",
      file: names[i] ?? "",
      id,
      url,
      sha256,
      originalName,
      title,
      author,
      outlet,
      date,
      language,
    };
  });
}

function lossesOf(
  sources: readonly Source[],
  sets: readonly AnnotationSet[],
  { changed, types }: TypeNames,
): readonly string[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  let [split, empty] = [0, 0];
  for (const { sourceId, ranges } of sets.flatMap(({ marks }) => marks)) {
    const source = byId.get(sourceId);
    if (!source) continue;
    const { length } = linePieces(
      codePointsOf(source),
      ranges.map(({ start, end }) => [start, end]),
    );
    if (length === 0) empty++;
    else if (length > ranges.length) split++;
  }
  const [first = ""] = changed;
  return [
    ...(changed.length === 0
      ? []
      : [
          `${amount(changed.length, "claim ID is", "claim IDs are")} written with other characters, “${first}” as ${types.get(first)}.`,
        ]),
    ...(split === 0 ? [] : [`${amount(split, "mark is", "marks are")} divided where a line ends.`]),
    ...(empty === 0
      ? []
      : [`${amount(empty, "mark", "marks")} of nothing but line ends stay${empty === 1 ? "s" : ""} behind.`]),
  ];
}
