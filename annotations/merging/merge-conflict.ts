import { sameContent } from "../commands/same-content.ts";
import type { CellNote } from "../model/cell-note.ts";
import { type CellState, EMPTY_SIGNS } from "../model/cell-state.ts";
import type { Claim } from "../model/claim.ts";
import type { Completion } from "../model/completion.ts";
import type { ClaimId, SourceId } from "../model/id.ts";
import type { BinnedMark, Mark } from "../model/mark.ts";
import type { OriginVerdict } from "../model/origin-verdict.ts";
import type { Reveal } from "../model/reveal.ts";
import { type SourceRecord, sourceName } from "../model/source.ts";
import type { Tag } from "../model/tag.ts";

/** Something that both copies of a set have with the same id and other content; for a tag, on another mark. */
export type MergeConflict =
  | { readonly kind: "mark"; readonly ours: Mark | BinnedMark; readonly theirs: Mark | BinnedMark }
  | { readonly kind: "tag"; readonly tag: Tag; readonly mark: Mark }
  | { readonly kind: "claim"; readonly ours: Claim; readonly theirs: Claim }
  | { readonly kind: "cell"; readonly ours: CellState; readonly theirs: CellState }
  | { readonly kind: "cell-note"; readonly ours: CellNote; readonly theirs: CellNote }
  | { readonly kind: "verdict"; readonly ours: OriginVerdict; readonly theirs: OriginVerdict }
  | { readonly kind: "done"; readonly ours: Completion; readonly theirs: Completion }
  | { readonly kind: "reveal"; readonly ours: Reveal; readonly theirs: Reveal };

/** Whether a mark is in the bin. */
export function isBinned(mark: Mark | BinnedMark): mark is BinnedMark {
  return "binnedAt" in mark;
}

/** How sentences name claims and sources. */
export interface ConflictNames {
  claim(id: ClaimId): string;
  source(id: SourceId): string;
}

/** Names for sentences: a claim by its label, a source by its short name; what is not known by its id. */
export function conflictNames(claims: readonly Claim[], sources: readonly SourceRecord[]): ConflictNames {
  const labels = new Map(claims.map(({ id, label }) => [id, label]));
  const titles = new Map(sources.map((source) => [source.id, sourceName(source)]));
  return { claim: (id) => labels.get(id) ?? id, source: (id) => titles.get(id) ?? id };
}

/** What a conflict is about, in a sentence. */
export function conflictSentence(conflict: MergeConflict, names: ConflictNames): string {
  switch (conflict.kind) {
    case "mark":
      return `${markName(conflict.ours, names)}: ${markDifference(conflict.ours, conflict.theirs)}.`;
    case "tag":
      return `${markName(conflict.mark, names)}: its tag for ${names.claim(conflict.tag.claimId)} is on another mark in the other copy.`;
    case "claim":
      return `Claim ${conflict.ours.label}: ${fieldDifference(conflict.ours, conflict.theirs)}.`;
    case "cell":
      return `${cellName(conflict.ours, names)}: ${EMPTY_SIGNS[conflict.ours.state]} here, ${EMPTY_SIGNS[conflict.theirs.state]} there.`;
    case "cell-note":
      return `The note on ${cellName(conflict.ours, names)} differs.`;
    case "verdict":
      return `${pairName(conflict.ours, names)}: ${VERDICTS[conflict.ours.verdict]} here, ${VERDICTS[conflict.theirs.verdict]} there.`;
    case "done":
      return `What is said of ${names.source(conflict.ours.sourceId)} being done: ${fieldDifference(conflict.ours, conflict.theirs)}.`;
    case "reveal":
      return `The reveal of ${names.source(conflict.ours.sourceId)}: ${fieldDifference(conflict.ours, conflict.theirs)}.`;
    default:
      return conflict satisfies never;
  }
}

/** So many characters of a quote stand in a sentence. */
const SHOWN_QUOTE = 60;

/** A mark by its words, its source and its claims. */
function markName({ ranges, tags, sourceId }: Mark, names: ConflictNames): string {
  const claims = [...new Set(tags.map(({ claimId }) => names.claim(claimId)))];
  const tagged = claims.length === 0 ? "" : `, for ${claims.join(", ")}`;
  return `The mark “${quoteOf(ranges)}” in ${names.source(sourceId)}${tagged}`;
}

function quoteOf(ranges: Mark["ranges"]): string {
  const words = Array.from(
    ranges
      .map(({ quote }) => quote)
      .join(" … ")
      .replace(/\s+/g, " "),
  );
  return words.length <= SHOWN_QUOTE ? words.join("") : `${words.slice(0, SHOWN_QUOTE).join("").trimEnd()}…`;
}

function cellName({ claimId, sourceId }: CellState | CellNote, names: ConflictNames): string {
  return `${names.claim(claimId)} in ${names.source(sourceId)}`;
}

const VERDICTS = { "one-origin": "one origin", independent: "independent" } as const;

function pairName({ a, b }: OriginVerdict, names: ConflictNames): string {
  return `${names.source(a)} and ${names.source(b)}`;
}

function markDifference(ours: Mark | BinnedMark, theirs: Mark | BinnedMark): string {
  if (isBinned(ours) && !isBinned(theirs)) return "it is in the bin here, and not there";
  if (isBinned(theirs) && !isBinned(ours)) return "it is in the bin there, and not here";
  return fieldDifference(ours, theirs);
}

const FIELDS: Readonly<Record<string, string>> = {
  ranges: "boundaries",
  tags: "tags",
  note: "note",
  toDiscuss: "flag",
  binnedAt: "time in the bin",
  label: "label",
  text: "wording",
  aliases: "aliases",
  removed: "whether it is removed",
  parent: "place",
  order: "place",
  colour: "colour",
  include: "what counts",
  exclude: "what does not count",
};

function fieldDifference(ours: object, theirs: object): string {
  const [mine, others] = [
    new Map<string, unknown>(Object.entries(ours)),
    new Map<string, unknown>(Object.entries(theirs)),
  ];
  const fields = [...new Set([...mine.keys(), ...others.keys()])].filter(
    (field) => !sameContent(mine.get(field), others.get(field)),
  );
  const names = [...new Set(fields.map((field) => (Object.hasOwn(FIELDS, field) ? FIELDS[field] : field)))];
  return `other ${names.join(", ")} there`;
}
