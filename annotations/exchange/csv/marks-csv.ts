import { valueWords } from "../../figures/value-words.ts";
import type { AnnotationSet } from "../../model/annotation-set.ts";
import { claimList, type ListedClaim } from "../../model/claim-list.ts";
import type { ClaimId, SourceId } from "../../model/id.ts";
import type { Mark } from "../../model/mark.ts";
import { openSources, type Project } from "../../model/project.ts";
import type { Range } from "../../model/range.ts";
import type { Source } from "../../model/source.ts";
import { projectName } from "../../model/speaker-names.ts";
import type { Tag } from "../../model/tag.ts";
import type { Value } from "../../model/value.ts";
import type { Feature } from "../feature.ts";
import type { ExportRequest, ReadableFormat, WritableFormat } from "../format.ts";
import { csvLines } from "./csv-table.ts";
import { readMarksCsv, recognisesMarksCsv } from "./marks-csv-reader.ts";

/** A mark and what is looked up for it. */
interface Place {
  readonly project: Project;
  readonly set: AnnotationSet;
  readonly source: Source;
  readonly mark: Mark;
  /** The notes of the set by the claim and the source of their cells. */
  readonly notes: ReadonlyMap<string, string>;
}

interface Row extends Place {
  readonly range: Range;
  readonly piece: number;
  readonly tag: Tag | undefined;
  readonly claim: ListedClaim | undefined;
}

const COLUMNS: readonly (readonly [string, (row: Row) => string])[] = [
  ["analyst", ({ set }) => set.analyst.name],
  ["source_title", ({ source }) => source.title],
  ["outlet", ({ source }) => source.outlet],
  ["author", ({ source }) => source.author],
  ["date", ({ source }) => source.date],
  ["source_note", ({ source }) => source.note ?? ""],
  ["agency", ({ source }) => source.agency ?? ""],
  ["claim_id", ({ claim }) => claim?.displayLabel ?? ""],
  ["claim", ({ claim }) => claim?.text ?? ""],
  ["stance", ({ tag }) => tag?.stance ?? ""],
  ["voice", ({ tag }) => tag?.voice ?? ""],
  ["speaker", ({ tag }) => tag?.speaker ?? ""],
  ["speaker_name", ({ tag, project }) => projectName(project.file.speakers, tag?.speaker ?? "")],
  ["attitude", ({ tag }) => (tag && (tag.voice !== "own" || tag.attitude !== "neutral") ? tag.attitude : "")],
  ["certainty", ({ tag }) => tag?.certainty ?? ""],
  ["confidence", ({ tag }) => tag?.confidence ?? ""],
  ["value", ({ tag }) => tag?.value?.words ?? ""],
  ["value_kind", ({ tag }) => tag?.value?.kind ?? ""],
  ["value_means", ({ tag }) => (tag?.value ? valueWords(tag.value) : "")],
  ["value_least", ({ tag }) => endsOf(tag?.value)[0]],
  ["value_most", ({ tag }) => endsOf(tag?.value)[1]],
  ["value_unit", ({ tag }) => (tag?.value?.kind === "number" ? tag.value.unit : "")],
  ["note", ({ tag }) => tag?.note ?? ""],
  ["mark_note", ({ mark }) => mark.note ?? ""],
  ["to_discuss", ({ mark }) => yes(mark.toDiscuss)],
  ["cell_note", ({ notes, source, tag }) => (tag && notes.get(cellKey(tag.claimId, source.id))) ?? ""],
  ["piece", ({ piece }) => String(piece)],
  ["pieces", ({ mark }) => String(mark.ranges.length)],
  ["start", ({ range }) => String(range.start)],
  ["end", ({ range }) => String(range.end)],
  ["quote", ({ range }) => range.quote],
  ["prefix", ({ range }) => range.prefix],
  ["suffix", ({ range }) => range.suffix],
  ["created_at", ({ mark }) => mark.createdAt],
  ["source_id", ({ source }) => source.id],
  ["mark_id", ({ mark }) => mark.id],
  ["tag_id", ({ tag }) => tag?.id ?? ""],
  ["claim_uuid", ({ claim }) => claim?.id ?? ""],
  ["url", ({ source }) => source.url],
  ["language", ({ source }) => source.language],
  ["value_least_excluded", ({ tag }) => yes(leastExcluded(tag?.value))],
  ["value_most_excluded", ({ tag }) => yes(mostExcluded(tag?.value))],
  ["value_approximate", ({ tag }) => yes(tag?.value?.kind !== "place" && tag?.value?.approximate)],
  ["source_file", ({ source }) => source.originalName],
  ["source_sha256", ({ source }) => source.sha256],
  ["analyst_id", ({ set }) => set.analyst.id],
];

function yes(holds: boolean | undefined): string {
  return holds ? "yes" : "";
}

function leastExcluded(value: Value | undefined): boolean | undefined {
  if (value?.kind === "number") return value.leastExcluded;
  return value?.kind === "date" ? value.fromExcluded : false;
}

function mostExcluded(value: Value | undefined): boolean | undefined {
  if (value?.kind === "number") return value.mostExcluded;
  return value?.kind === "date" ? value.toExcluded : false;
}

/** The ends of a number or date, empty where they are open. */
function endsOf(value: Value | undefined): readonly [string, string] {
  if (value?.kind === "number") return [String(value.least ?? ""), String(value.most ?? "")];
  return value?.kind === "date" ? [value.from, value.to] : ["", ""];
}

function notesOf({ cellNotes = [] }: AnnotationSet): Place["notes"] {
  return new Map(cellNotes.map(({ claimId, sourceId, text }) => [cellKey(claimId, sourceId), text]));
}

function cellKey(claim: ClaimId, source: SourceId): string {
  return `${claim} ${source}`;
}

const CARRIED: ReadonlySet<Feature> = new Set<Feature>([
  ...(["marks", "source-details", "analysts", "ids", "times", "claim-texts", "pieces"] as const),
  ...(["untagged-marks", "stance", "voice", "speaker", "attitude", "certainty", "confidence", "value"] as const),
  ...(["tag-notes", "mark-notes", "flags"] as const),
]);

/**
 * One row for each piece of a mark and each of its tags; a mark without tags has one row per piece. Articles that were
 * taken out of the project are left out, as in the matrix.
 */
export const marksCsv: WritableFormat & ReadableFormat = {
  id: "csv",
  name: "Marks (CSV)",
  description:
    "One row per mark piece and tag of the articles in view, with quote and context, for spreadsheets and statistics.",
  shape: "file",
  extension: "csv",
  mediaType: "text/csv",
  carries: CARRIED,
  options: [{ id: "bom", description: "Begin with a byte order mark, by which spreadsheets know UTF-8" }],
  write: (request, options) => ({
    files: [
      {
        path: "",
        content: csvLines({
          header: COLUMNS.map(([name]) => name),
          rows: tableRows(request),
          hasMark: options.has("bom"),
        }),
      },
    ],
    losses: [],
  }),
  reader: { recognises: recognisesMarksCsv, read: readMarksCsv },
};

function* tableRows(request: ExportRequest): Generator<readonly string[]> {
  for (const row of rows(request)) yield COLUMNS.map(([, value]) => value(row));
}

function* rows({ project, sets }: ExportRequest): Generator<Row> {
  const claims = new Map(claimList(project).map((claim) => [claim.id, claim]));
  const sources = openSources(project);
  for (const set of sets) {
    const notes = notesOf(set);
    for (const source of sources) {
      for (const mark of set.marks) {
        if (mark.sourceId === source.id) yield* rowsOfMark({ project, set, source, mark, notes }, claims);
      }
    }
  }
}

function* rowsOfMark(place: Place, claims: ReadonlyMap<ClaimId, ListedClaim>): Generator<Row> {
  const { mark } = place;
  const tags = mark.tags.length > 0 ? mark.tags : [undefined];
  for (const [i, range] of mark.ranges.entries()) {
    for (const tag of tags) {
      yield { ...place, range, piece: i + 1, tag, claim: tag && claims.get(tag.claimId) };
    }
  }
}
