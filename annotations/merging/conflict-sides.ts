import { cellKey } from "../commands/set-draft.ts";
import { type CellState, EMPTY_SIGNS } from "../model/cell-state.ts";
import type { Claim } from "../model/claim.ts";
import type { BinnedMark, Mark } from "../model/mark.ts";
import { pairKey } from "../model/origin-verdict.ts";
import type { Tag } from "../model/tag.ts";
import { type ConflictNames, conflictSentence, isBinned, type MergeConflict } from "./merge-conflict.ts";

/** Both versions of something in conflict, in words. */
export interface ConflictSides {
  /** What tells the conflict from the others of one set. */
  readonly id: string;
  /** What it is about, and in what the versions differ. */
  readonly sentence: string;
  readonly ours: string;
  readonly theirs: string;
}

export function conflictSides(conflict: MergeConflict, names: ConflictNames): ConflictSides {
  const [ours, theirs] = sidesOf(conflict, names);
  return { id: `${conflict.kind} ${keyOf(conflict)}`, sentence: conflictSentence(conflict, names), ours, theirs };
}

function keyOf(conflict: MergeConflict): string {
  switch (conflict.kind) {
    case "mark":
    case "claim":
      return conflict.ours.id;
    case "tag":
      return conflict.tag.id;
    case "cell":
    case "cell-note":
      return cellKey(conflict.ours);
    case "verdict":
      return pairKey(conflict.ours);
    case "done":
    case "reveal":
      return conflict.ours.sourceId;
    default:
      return conflict satisfies never;
  }
}

function sidesOf(conflict: MergeConflict, names: ConflictNames): readonly [ours: string, theirs: string] {
  switch (conflict.kind) {
    case "mark":
      return [markWords(conflict.ours, names), markWords(conflict.theirs, names)];
    case "tag":
      return ["The tag is on another mark.", `${tagWords(conflict.tag, names)}.`];
    case "claim":
      return [claimWords(conflict.ours), claimWords(conflict.theirs)];
    case "cell":
      return [cellWords(conflict.ours), cellWords(conflict.theirs)];
    case "cell-note":
      return [`“${conflict.ours.text}”`, `“${conflict.theirs.text}”`];
    case "verdict":
      return [VERDICTS[conflict.ours.verdict], VERDICTS[conflict.theirs.verdict]];
    case "done":
    case "reveal":
      return [`Said at ${conflict.ours.at}.`, `Said at ${conflict.theirs.at}.`];
    default:
      return conflict satisfies never;
  }
}

const VERDICTS = { "one-origin": "One origin.", independent: "Independent." } as const;

/** What a mark covers, and all that is said of it. */
function markWords(mark: Mark | BinnedMark, names: ConflictNames): string {
  const quote = mark.ranges.map((range) => range.quote.replace(/\s+/g, " ")).join(" … ");
  const parts = [
    ...mark.tags.map((tag) => tagWords(tag, names)),
    ...(mark.note ? [`note “${mark.note}”`] : []),
    ...(mark.toDiscuss ? ["flagged to discuss"] : []),
    ...(isBinned(mark) ? ["in the bin"] : []),
  ];
  return `“${quote}”: ${parts.join("; ") || "no tag"}.`;
}

function tagWords(tag: Tag, names: ConflictNames): string {
  const { stance, voice, speaker, attitude, certainty, confidence, note } = tag;
  const quoted = voice === "own" ? [] : [`${voice.replace("-", " ")}${speaker ? ` ${speaker}` : ""}`];
  const parts = [
    ...quoted,
    ...(attitude === "neutral" ? [] : [attitude]),
    ...(certainty === "certain" ? [] : [certainty]),
    ...(confidence === "high" ? [] : [`confidence ${confidence}`]),
    ...(tag.value ? [`figure “${tag.value.words}”`] : []),
    ...(note ? [`note “${note}”`] : []),
  ];
  return `${stance} ${names.claim(tag.claimId)}${parts.length > 0 ? ` (${parts.join(", ")})` : ""}`;
}

function claimWords({ label, text, removed, note, include, exclude, aliases }: Claim): string {
  const parts = [
    ...(removed ? ["removed"] : []),
    ...(aliases.length > 0 ? [`also ${aliases.join(", ")}`] : []),
    ...(note ? [`note “${note}”`] : []),
    ...(include ? [`counts: ${include}`] : []),
    ...(exclude ? [`does not count: ${exclude}`] : []),
  ];
  return `${label}: ${text}${parts.length > 0 ? ` (${parts.join("; ")})` : ""}`;
}

function cellWords({ state }: CellState): string {
  return `${EMPTY_SIGNS[state]} ${state === "not-mentioned" ? "not mentioned" : "not applicable"}`;
}
