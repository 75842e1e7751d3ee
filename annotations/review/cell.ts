import type { EmptyState } from "../model/cell-state.ts";
import type { Mark } from "../model/mark.ts";
import type { Stance } from "../model/stance.ts";
import type { Tag } from "../model/tag.ts";

/** A tag together with the mark that carries it. */
export interface TaggedMark {
  readonly mark: Mark;
  readonly tag: Tag;
}

/** A source that speaks to a claim. */
export interface StanceCell {
  readonly kind: "stance";
  readonly stance: Stance;
  /** The article says it itself, or only quotes it. */
  readonly voice: "own" | "attributed";
  /** The article itself both supports and refutes the claim. */
  readonly conflict: boolean;
  /** Every tag that decides the stance is less than certain. */
  readonly hedged: boolean;
  /** All tags for the claim in the source, those of either voice, in reading order. */
  readonly evidence: readonly TaggedMark[];
}

/** One claim in one source as one analyst sees it. */
export type Cell = { readonly kind: "empty"; readonly state: EmptyState } | StanceCell;

/**
 * The cell of a source that speaks to the claim: `evidence` is not empty. The article's own voice goes first; only when it has none do quoted voices give the stance. Within
 * one voice: supports or refutes alone gives that; both, or a tag that is itself mixed, gives mixed; then questions;
 * then mentions.
 */
export function stanceCell(evidence: readonly TaggedMark[]): StanceCell {
  const own = evidence.filter(({ tag }) => tag.voice === "own");
  const voice = own.length > 0 ? "own" : "attributed";
  const speaking = (own.length > 0 ? own : evidence).map(({ tag }) => tag);
  const stance = stanceOf(speaking);
  const deciding = speaking.filter((tag) => decides(tag.stance, stance));
  return {
    kind: "stance",
    stance,
    voice,
    conflict: voice === "own" && has(speaking, "supports") && has(speaking, "refutes"),
    hedged: deciding.every((tag) => tag.certainty !== "certain"),
    evidence,
  };
}

function stanceOf(tags: readonly Tag[]): Stance {
  const supports = has(tags, "supports");
  const refutes = has(tags, "refutes");
  if (has(tags, "mixed") || (supports && refutes)) return "mixed";
  if (supports) return "supports";
  if (refutes) return "refutes";
  return has(tags, "questions") ? "questions" : "mentions";
}

function decides(stance: Stance, result: Stance): boolean {
  return result === "mixed" ? stance !== "questions" && stance !== "mentions" : stance === result;
}

function has(tags: readonly Tag[], stance: Stance): boolean {
  return tags.some((tag) => tag.stance === stance);
}
