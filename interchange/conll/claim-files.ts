import { claimList, type ListedClaim } from "../../annotations/model/claim-list.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import { openSources, type Project } from "../../annotations/model/project.ts";
import type { Source } from "../../annotations/model/source.ts";

/** A file of CoNLL: what one analyst says of one claim. */
export interface ClaimFile {
  readonly claim: string;
  readonly articles: readonly (readonly Sentence[])[];
}

/** A block of an article, without blanks. */
export interface Sentence {
  readonly text: string;
  /** Stance and text of each stretch that is tagged. */
  readonly chunks: string[];
}

/** A text without what prints nothing, which stands in no token or as `_` in one. */
export function solid(text: string): string {
  return text.replace(/[\s\p{Cc}_\u200b\u200e\u200f\u2060]/gu, "");
}

/** The files that a project is to become, analyst by analyst and claim by claim. */
export function claimFilesOf(project: Project): readonly ClaimFile[] {
  return project.sets.flatMap(({ marks }) =>
    claimList(project)
      .filter(({ id }) => marks.some(({ tags }) => tags.some(({ claimId }) => claimId === id)))
      .map((claim) => ({
        claim: claim.displayLabel,
        articles: openSources(project).map((source) => sentencesOf(source, marks, claim)),
      })),
  );
}

function sentencesOf(source: Source, marks: readonly Mark[], claim: ListedClaim): readonly Sentence[] {
  const stretches = stretchesOf(source, marks, claim);
  const characters = Array.from(source.text);
  return source.blocks
    .map(({ start, end }) => ({
      text: solid(characters.slice(start, end).join("")),
      chunks: stretches
        .filter((stretch) => start <= stretch.start && stretch.end <= end)
        .map(({ stance, quote }) => `${stance} ${solid(quote)}`),
    }))
    .filter(({ text }) => text !== "");
}

/** In reading order, the longer first; what overlaps one before it stays behind. */
function stretchesOf({ id }: Source, marks: readonly Mark[], claim: ListedClaim) {
  let reached = 0;
  return marks
    .filter(({ sourceId }) => sourceId === id)
    .flatMap(({ ranges, tags }) =>
      tags
        .filter(({ claimId }) => claimId === claim.id)
        .flatMap(({ stance }) => ranges.map((range) => ({ ...range, stance }))),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      const isFree = start >= reached;
      if (isFree) reached = end;
      return isFree;
    });
}
