import { CLAIM_LENGTHS, ClaimLabel } from "../../model/claim.ts";
import { claimList } from "../../model/claim-list.ts";
import type { ClaimId } from "../../model/id.ts";
import type { Project } from "../../model/project.ts";
import type { Stance } from "../../model/stance.ts";
import type { ReadAnnotations, ReadClaim, ReadLabel } from "./read-annotations.ts";

/** Which claim a label of the files means: one of the project, a new one, or none, so that its tags are left out. */
export type ClaimChoice =
  | { readonly kind: "known"; readonly id: ClaimId }
  | { readonly kind: "new" }
  | { readonly kind: "none" };

/** What a person says that a label of the files means. */
export interface LabelChoice {
  readonly claim: ClaimChoice;
  /** The stance of its tags that have none of their own; null leaves that at `mentions`. */
  readonly stance: Stance | null;
}

/** A label of the files with what it means in the project. */
export interface MeantLabel extends LabelChoice {
  readonly read: ReadLabel;
  /** Whether a person said so. */
  readonly isChosen: boolean;
}

/** What each label means, by its key: what was chosen, else the claim that the project has for it, else a new one. */
export function meantLabels(
  project: Project,
  { labels, claims }: Pick<ReadAnnotations, "labels" | "claims">,
  choices: ReadonlyMap<string, LabelChoice>,
): ReadonlyMap<string, MeantLabel> {
  const known = knownClaims(project, claims);
  const described = new Set(claims.map(({ key }) => key));
  return new Map(
    labels.map((label) => {
      // A label may point at a claim that the files do not have.
      const read = described.has(label.claim ?? "") ? label : { ...label, claim: null };
      const choice = choices.get(read.key);
      const meant = choice ?? { claim: claimOf(read, known), stance: read.stance };
      return [read.key, { read, isChosen: choice !== undefined, ...meant }];
    }),
  );
}

function claimOf({ claim }: ReadLabel, known: ReadonlyMap<string, ClaimId>): ClaimChoice {
  if (claim === null) return { kind: "none" };
  const id = known.get(claim);
  return id === undefined ? { kind: "new" } : { kind: "known", id };
}

/**
 * The claims of the project that claims of the files stand for: by id, by claim ID, by wording, then by an alias. One that
 * the files know by its id stands for no other claim of theirs.
 */
export function knownClaims(project: Project, claims: readonly ReadClaim[]): ReadonlyMap<string, ClaimId> {
  const listed = claimList(project).filter(({ removed }) => !removed);
  const byId = indexed(listed, ({ id }) => [id]);
  const all = indexed(
    project.sets.flatMap((set) => set.claims),
    ({ id }) => [id],
  );
  const named = new Set(claims.flatMap(({ id }) => (id === undefined ? [] : [folded(id)])));
  const others = listed.filter(({ id }) => !named.has(id));
  const ways = [
    indexed(others, ({ displayLabel, label }) => [displayLabel, label]),
    indexed(others, ({ text }) => [text]),
    indexed(others, ({ aliases }) => aliases),
  ] as const;
  const found = (claim: ReadClaim): ClaimId | undefined => {
    const [byLabel, byText, byAlias] = ways;
    // What was removed here is known to those who have its revisions, and to nobody else.
    const own = (claim.revisions ? all : byId).get(folded(claim.id ?? ""));
    if (own !== undefined) return own;
    // The same claim ID with another wording is another claim that happens to have the same label.
    const labelled = byLabel.get(folded(claim.label));
    const wording = claim.text === undefined ? undefined : byText.get(folded(claim.text));
    if (wording !== undefined) return wording;
    if (labelled !== undefined && claim.text === undefined) return labelled;
    return claim.text === undefined ? (byText.get(folded(claim.label)) ?? byAlias.get(folded(claim.label))) : undefined;
  };
  return new Map(
    claims.flatMap((claim): [string, ClaimId][] => {
      const id = found(claim);
      return id === undefined ? [] : [[claim.key, id]];
    }),
  );
}

function indexed<One extends { readonly id: ClaimId }>(
  claims: readonly One[],
  namesOf: (claim: One) => readonly string[],
): ReadonlyMap<string, ClaimId> {
  const index = new Map<string, ClaimId>();
  for (const claim of claims) {
    for (const name of namesOf(claim)) if (!index.has(folded(name))) index.set(folded(name), claim.id);
  }
  return index;
}

function folded(name: string): string {
  return name.trim().toLowerCase();
}

/** A claim ID made of any name that is not in `taken`, which it joins; `fallback` where nothing of the name can stand in one. */
export function freeLabel(name: string, taken: Set<string>, fallback: string): string {
  const short = [...name.replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, "-").replace(/^-+|-+$/g, "")];
  const fits = short.length > 0 ? short.slice(0, CLAIM_LENGTHS.label).join("") : fallback;
  const stem = ClaimLabel.safeParse(fits).success ? fits : shortened(fits, CLAIM_LENGTHS.label);
  let label = stem;
  for (let n = 2; taken.has(label.toLowerCase()); n++) label = `${shortened(stem, CLAIM_LENGTHS.label - 6)}-${n}`;
  taken.add(label.toLowerCase());
  return label;
}

/** At most so many UTF-16 units, no character cut in two. */
function shortened(text: string, length: number): string {
  let kept = "";
  for (const character of text) {
    if (kept.length + character.length > length) break;
    kept += character;
  }
  return kept;
}
