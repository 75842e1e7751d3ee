import type { AnnotationSet } from "../../model/annotation-set.ts";
import { claimList, type ListedClaim } from "../../model/claim-list.ts";
import type { SourceId } from "../../model/id.ts";
import { openSources } from "../../model/project.ts";
import type { Source } from "../../model/source.ts";
import { amount } from "../../text/amount.ts";
import { csvLines } from "../csv/csv-table.ts";
import type { Feature } from "../feature.ts";
import { fileNames } from "../file-names.ts";
import type { ExportRequest, WritableFormat, WrittenExport } from "../format.ts";
import { grouped } from "../grouped.ts";
import { iob2, type StanceSpan } from "./iob2.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** Marks of several pieces are several stretches, which is said apart. */
const CARRIED: ReadonlySet<Feature> = new Set<Feature>(["marks", "claim-texts", "pieces", "stance"]);

/**
 * The columns of CoNLL-2002 for programs that learn from tagged text: token and tag. Since tags cannot overlap, each claim has
 * a file of its own with all articles, and `claims.csv` says which; where several analysts go out, each has a folder.
 */
export const conll: WritableFormat = {
  id: "conll",
  name: "CoNLL-2002 (IOB2)",
  description:
    "Token and tag in two columns, one file for each claim, for training and scoring taggers. Only to write.",
  shape: "folder",
  extension: "zip",
  mediaType: "application/zip",
  carries: CARRIED,
  write,
};

/** One file: what an analyst says of a claim, source by source. */
interface ClaimFile {
  readonly path: string;
  readonly spans: ReadonlyMap<SourceId, readonly StanceSpan[]>;
}

function write({ project, sets }: ExportRequest): WrittenExport {
  const sources = openSources(project);
  const claims = claimList(project);
  const names = fileNames(claims.map(({ displayLabel }) => displayLabel));
  const folders = sets.length > 1 ? fileNames(sets.map(({ analyst }) => analyst.name)).map((name) => `${name}/`) : [""];
  const known = new Map<SourceId, readonly Token[]>();
  const tokens = (source: Source) => {
    const made = known.get(source.id) ?? tokensOf(source);
    known.set(source.id, made);
    return made;
  };
  const files = sets.flatMap((set, i) => claimFiles(set, claims, names, folders[i] ?? "", sources));
  return {
    files: [
      {
        path: "claims.csv",
        content: csvLines({ header: ["file", "claim_id", "claim"], rows: claimRows(claims, names) }),
      },
      ...files.map((file) => ({ path: file.path, content: linesOf(file, sources, tokens) })),
    ],
    losses: lossesOf(files, sources, sets, tokens),
  };
}

function* claimRows(claims: readonly ListedClaim[], names: readonly string[]): Generator<readonly string[]> {
  for (const [i, { displayLabel, text }] of claims.entries()) yield [`${names[i]}.conll`, displayLabel, text];
}

/** The files of one analyst, for the claims that this analyst has tagged. */
function claimFiles(
  { marks }: AnnotationSet,
  claims: readonly ListedClaim[],
  names: readonly string[],
  folder: string,
  sources: readonly Source[],
): readonly ClaimFile[] {
  const open = new Set(sources.map(({ id }) => id));
  const all = marks.flatMap(({ sourceId, ranges, tags }) =>
    open.has(sourceId)
      ? tags.flatMap(({ claimId, stance }) =>
          ranges.map(({ start, end }) => ({ claimId, sourceId, span: { start, end, stance } })),
        )
      : [],
  );
  const byClaim = grouped(all, ({ claimId }) => claimId);
  return claims.flatMap(({ id }, i) => {
    const own = byClaim.get(id);
    if (!own) return [];
    const bySource = grouped(own, ({ sourceId }) => sourceId);
    const spans = new Map([...bySource].map(([source, found]) => [source, inOrder(found.map(({ span }) => span))]));
    return [{ path: `${folder}${names[i]}.conll`, spans }];
  });
}

/** Reading order, the longer of two stretches with the same beginning first. */
function inOrder(spans: readonly StanceSpan[]): readonly StanceSpan[] {
  return spans.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

type TokensOf = (source: Source) => readonly Token[];

function* linesOf({ spans }: ClaimFile, sources: readonly Source[], tokensIn: TokensOf): Generator<string> {
  for (const source of sources) {
    yield "-DOCSTART- O\n";
    const tokens = tokensIn(source);
    const { tags } = iob2(tokens, spans.get(source.id) ?? []);
    for (const [i, { text, isFirst }] of tokens.entries()) yield `${isFirst ? "\n" : ""}${text} ${tags[i]}\n`;
    yield "\n";
  }
}

function lossesOf(
  files: readonly ClaimFile[],
  sources: readonly Source[],
  sets: readonly AnnotationSet[],
  tokensIn: TokensOf,
): readonly string[] {
  let [cut, overlapping] = [0, 0];
  for (const { spans } of files) {
    for (const source of sources) {
      const found = spans.get(source.id);
      if (!found) continue;
      const tagged = iob2(tokensIn(source), found);
      cut += tagged.cut;
      overlapping += tagged.overlapping;
    }
  }
  const pieces = sets.flatMap(({ marks }) => marks).filter(({ ranges, tags }) => ranges.length > 1 && tags.length > 0);
  const said = [
    [cut, "begin or end inside a word and take all of it", "begins or ends inside a word and takes all of it"],
    [
      overlapping,
      "overlap others of the same claim and stay behind",
      "overlaps another of the same claim and stays behind",
    ],
  ] as const;
  return [
    ...(pieces.length === 0
      ? []
      : [
          `${amount(pieces.length, "mark of several pieces is", "marks of several pieces are")} written as single stretches.`,
        ]),
    ...said.flatMap(([number, many, one]) =>
      number === 0 ? [] : [`${amount(number, "tagged stretch", "tagged stretches")} ${number === 1 ? one : many}.`],
    ),
  ];
}
