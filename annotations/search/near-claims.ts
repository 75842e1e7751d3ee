import type { ListedClaim } from "../model/claim-list.ts";
import type { ClaimId } from "../model/id.ts";
import { foldCluster } from "./folding.ts";

/** A claim that says nearly what a text says. */
export interface NearClaim {
  readonly claim: ListedClaim;
  /** From 0 to 1: the share of three-letter runs that both have (Dice 1945). */
  readonly likeness: number;
}

/** From here on a new claim is taken to repeat an older one. */
const NEAR = 0.68;

/**
 * The claims whose wording, or one of whose aliases, nearly repeats `text`, the nearest first: case, accents, punctuation, order
 * of words and their endings count little; other numbers make another claim. `except` is the claim that is being reworded.
 */
export function nearClaims(
  claims: readonly ListedClaim[],
  text: string,
  except: ClaimId | null = null,
): readonly NearClaim[] {
  const wanted = profileOf(text);
  if (wanted.runs.size === 0) return [];
  return claims
    .filter((claim) => claim.id !== except && !claim.removed)
    .map((claim) => ({ claim, likeness: Math.max(...profilesOf(claim).map((profile) => likeness(wanted, profile))) }))
    .filter((near) => near.likeness >= NEAR)
    .sort((a, b) => b.likeness - a.likeness);
}

interface Profile {
  readonly runs: ReadonlySet<string>;
  /** The numbers in it, sorted. */
  readonly numbers: string;
}

const profiles = new WeakMap<ListedClaim, readonly Profile[]>();

function profilesOf(claim: ListedClaim): readonly Profile[] {
  const known = profiles.get(claim) ?? [claim.text, ...claim.aliases].map(profileOf);
  profiles.set(claim, known);
  return known;
}

function profileOf(text: string): Profile {
  const words =
    foldCluster(text.replace(/(?<=\d)[,.\u00a0\u202f](?=\d{3})/g, ""), false).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const runs = words.flatMap((word) => {
    const units = [...` ${word} `];
    return units.slice(2).map((_, i) => units.slice(i, i + 3).join(""));
  });
  const numbers = words.filter((word) => /^\p{N}+$/u.test(word)).sort();
  return { runs: new Set(runs), numbers: numbers.join(" ") };
}

function likeness(a: Profile, b: Profile): number {
  if (a.numbers !== b.numbers) return 0;
  let shared = 0;
  for (const run of a.runs) if (b.runs.has(run)) shared++;
  return (2 * shared) / (a.runs.size + b.runs.size || 1);
}
