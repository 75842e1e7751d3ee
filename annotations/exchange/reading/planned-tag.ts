import type { ClaimId } from "../../model/id.ts";
import type { Stance } from "../../model/stance.ts";
import type { Tag } from "../../model/tag.ts";
import type { MeantLabel } from "./label-choice.ts";
import type { ReadMark, ReadTag } from "./read-annotations.ts";

/** A tag of the files with the claim and the stance that it means. */
export interface PlannedTag {
  readonly read: ReadTag;
  /** The claim of the project; null where it is a new one, which `claimKey` names. */
  readonly claimId: ClaimId | null;
  /** The key of the files' claim; null where a person chose one of the project. */
  readonly claimKey: string | null;
  readonly stance: Stance;
}

/** The tags of a mark that mean something; null when it had tags and all of them are left out. */
export function plannedTags({ tags }: ReadMark, labels: ReadonlyMap<string, MeantLabel>): readonly PlannedTag[] | null {
  const meant = tags.flatMap((read): PlannedTag[] => {
    const label = labels.get(read.label);
    if (!label || label.claim.kind === "none") return [];
    const claimId = label.claim.kind === "known" ? label.claim.id : null;
    const claimKey = label.claim.kind === "new" ? label.read.claim : null;
    if (claimId === null && claimKey === null) return [];
    return [{ read, claimId, claimKey, stance: read.stance ?? label.stance ?? "mentions" }];
  });
  return tags.length > 0 && meant.length === 0 ? null : meant;
}

/** What a tag says beside its claim and stance. */
type Details = Pick<Tag, "voice" | "speaker" | "attitude" | "certainty" | "confidence" | "note" | "value">;

/** What a new tag has where the files say nothing. */
const UNSAID = {
  voice: "own",
  speaker: "",
  attitude: "neutral",
  certainty: "certain",
  confidence: "high",
  note: "",
} as const;

/** All that a tag says beside its claim and stance, with what a new tag has where the files say nothing. */
export function tagDetails(read: ReadTag): Details {
  const { voice, speaker, attitude, certainty, confidence, note, value } = { ...UNSAID, ...said(read) };
  return {
    ...{ voice, speaker, attitude, certainty, confidence, note },
    ...(value === undefined ? {} : { value }),
  };
}

/** The fields of a tag that say something; an absent one may be there as undefined. */
function said(read: ReadTag): Partial<Details> {
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** Two tags with the same key say the same. */
export function tagKey({ read, claimId, claimKey, stance }: PlannedTag): string {
  return keyOf(claimId ?? `new ${claimKey}`, stance, tagDetails(read));
}

/** The same key of a tag that is there. */
export function tagKeyOf(tag: Tag): string {
  return keyOf(tag.claimId, tag.stance, tag);
}

function keyOf(
  claim: string,
  stance: Stance,
  { voice, speaker, attitude, certainty, confidence, note, value }: Details,
): string {
  const figure = value === undefined ? null : Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([claim, stance, voice, speaker, attitude, certainty, confidence, note, figure]);
}
