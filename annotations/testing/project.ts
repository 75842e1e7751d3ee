import type { AnnotationSet } from "../model/annotation-set.ts";
import type { Claim } from "../model/claim.ts";
import { AnalystId, ClaimId, MarkId, ProjectId, SpeakerId, TagId } from "../model/id.ts";
import type { Mark } from "../model/mark.ts";
import type { Project } from "../model/project.ts";
import { SCHEMA_VERSION } from "../model/schema-version.ts";
import type { Source } from "../model/source.ts";
import type { Speaker } from "../model/speaker.ts";
import type { Stance } from "../model/stance.ts";
import type { Tag } from "../model/tag.ts";
import type { Article } from "./article.ts";
import { knownId } from "./known-id.ts";

/** When everything in a test's project was made, unless the test says otherwise. */
export const AT = "2022-01-01T00:00:00Z";

/** The claim number `n`, labelled with its number. */
export function claim(n: number, fields: Partial<Claim> = {}): Claim {
  return {
    id: knownId(ClaimId, n),
    label: `C${n}`,
    text: `Claim ${n}`,
    note: "",
    aliases: [],
    createdAt: AT,
    revisedAt: AT,
    removed: false,
    ...fields,
  };
}

/** The tag number `n` for claim number `claimNumber`, in the article's own voice and certain. */
export function tag(n: number, claimNumber: number, stance: Stance, fields: Partial<Tag> = {}): Tag {
  return {
    id: knownId(TagId, n),
    claimId: knownId(ClaimId, claimNumber),
    stance,
    voice: "own",
    speaker: "",
    attitude: "neutral",
    certainty: "certain",
    confidence: "high",
    note: "",
    ...fields,
  };
}

/** The speaker number `n`, with these further names. */
export function speaker(n: number, name: string, ...aliases: readonly string[]): Speaker {
  return { id: knownId(SpeakerId, n), name, aliases };
}

/** The mark number `n` on the bracketed ranges of an article. */
export function mark(n: number, { source, ranges }: Article, ...tags: readonly Tag[]): Mark {
  return { id: knownId(MarkId, n), sourceId: source.id, ranges, tags, createdAt: AT };
}

/** The annotation set of analyst number `n`. */
export function annotationsOf(n: number, fields: Partial<AnnotationSet> = {}): AnnotationSet {
  return {
    schemaVersion: SCHEMA_VERSION,
    projectId: knownId(ProjectId, 1),
    analyst: { id: knownId(AnalystId, n), name: `Analyst ${n}` },
    createdAt: AT,
    journalThrough: 0,
    claims: [],
    marks: [],
    cells: [],
    ...fields,
  };
}

/** A project of these sources and sets, in which two origins corroborate a claim. */
export function projectOf(
  sources: readonly Source[],
  sets: readonly AnnotationSet[],
  fields: Partial<Project["file"]> = {},
): Project {
  const file: Project["file"] = {
    schemaVersion: SCHEMA_VERSION,
    id: knownId(ProjectId, 1),
    title: "Kolda",
    createdAt: AT,
    settings: { corroboratedBy: 2 },
    ...fields,
  };
  return { file, sources, sets };
}
