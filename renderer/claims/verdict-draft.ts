import { sameContent } from "../../annotations/commands/same-content.ts";
import type { Timestamp } from "../../annotations/model/timestamp.ts";
import type { Verdict } from "../../annotations/model/verdict.ts";

/** A verdict as its form has it; without words there is none. */
export interface VerdictDraft {
  readonly rating: string;
  /** A number on the scale, or empty. */
  readonly value: string;
  readonly explanation: string;
  readonly url: string;
}

export function verdictDraftOf(verdict: Verdict | undefined): VerdictDraft {
  const { rating = "", value, explanation = "", url = "" } = verdict ?? {};
  return { rating, value: value === undefined ? "" : String(value), explanation, url };
}

/** The verdict that the form leaves, made at `at` unless it is still the one from before. */
export function draftedVerdict(before: Verdict | undefined, draft: VerdictDraft, at: Timestamp): Verdict | undefined {
  const [rating, explanation, url] = [draft.rating.trim(), draft.explanation.trim(), draft.url.trim()];
  if (rating === "") return undefined;
  const { value: _v, explanation: _e, url: _u, ...kept } = before ?? { rating, at };
  const next: Verdict = {
    ...kept,
    rating,
    ...(draft.value === "" ? {} : { value: Number(draft.value) }),
    ...(explanation === "" ? {} : { explanation }),
    ...(url === "" ? {} : { url }),
  };
  return before && sameContent(next, before) ? before : { ...next, at };
}
