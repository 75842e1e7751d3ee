import type { AnalystId, ClaimId } from "../model/id.ts";
import type { Mark } from "../model/mark.ts";
import type { Tag } from "../model/tag.ts";

/** A mark and the analyst whose it is. */
export interface ListedMark {
  readonly analyst: AnalystId;
  readonly mark: Mark;
}

/** The value of a facet for marks that lack what it asks for: no claim, no speaker, no note, no flag. */
export const NONE = "none";

/** What the project calls what tags name. */
export interface Names {
  /** The label and the wording of a claim. */
  claimWords(id: ClaimId): string;
  /** The one name that is used for a speaker who has several. */
  speakerName(name: string): string;
}

type ValueOf = (listed: ListedMark, tag: Tag | undefined, names: Names) => string;

/** What marks can be told apart by: for each facet the value of a mark with one of its tags, or without any. */
const VALUES = {
  source: ({ mark }) => mark.sourceId,
  claim: (_, tag) => tag?.claimId ?? NONE,
  stance: (_, tag) => tag?.stance ?? NONE,
  voice: (_, tag) => tag?.voice ?? NONE,
  speaker: (_, tag, { speakerName }) => (tag && tag.voice !== "own" && speakerName(tag.speaker)) || NONE,
  certainty: (_, tag) => tag?.certainty ?? NONE,
  confidence: (_, tag) => tag?.confidence ?? NONE,
  flag: ({ mark }) => (mark.toDiscuss ? "to-discuss" : NONE),
  note: ({ mark }, tag) => (mark.note || tag?.note ? "noted" : NONE),
  analyst: ({ analyst }) => analyst,
} as const satisfies Readonly<Record<string, ValueOf>>;

export type Facet = keyof typeof VALUES;

/** All facets, in the order in which they are offered. */
export const FACETS: readonly Facet[] = [
  "source",
  "claim",
  "stance",
  "voice",
  "speaker",
  "flag",
  "note",
  "certainty",
  "confidence",
  "analyst",
];

/** The value that a facet has for a mark with one of its tags. */
export function facetValue(facet: Facet, listed: ListedMark, tag: Tag | undefined, names: Names): string {
  return VALUES[facet](listed, tag, names);
}
