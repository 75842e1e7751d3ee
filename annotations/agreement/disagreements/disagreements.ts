import type { Analyst } from "../../model/analyst.ts";
import type { SourceId } from "../../model/id.ts";
import { openSources } from "../../model/project.ts";
import type { StanceCell, TaggedMark } from "../../review/cell.ts";
import { relationOf } from "../../review/difference.ts";
import type { Voices } from "../../review/source-pairs.ts";
import { type Compared, cellsOf, type Unit } from "../levels/compared.ts";
import { DIFFERENCES, type Difference, type DifferenceKind, kindOfDifference, weightOf } from "./difference-kind.ts";
import { overlap, placeDifference } from "./place-difference.ts";

/** What one analyst says of a claim in a source; without a cell, that nothing is tagged there. */
export interface Saying {
  readonly analyst: Analyst;
  readonly cell: StanceCell | undefined;
}

/** A claim in a source of which analysts say different things. */
export interface Disagreement extends Unit {
  /** All ways in which two of them differ, the heaviest first; there is at least one. */
  readonly differences: readonly [Difference, ...Difference[]];
  readonly weight: number;
  readonly sayings: readonly Saying[];
}

/**
 * Where analysts differ, the heaviest first, and of equal weight in the order of the claims and the sources. `voices` says
 * which stances are compared. That a claim was found by some only counts where all have looked through the source for every
 * claim.
 */
export function disagreements(all: Compared, voices: Voices): readonly Disagreement[] {
  const { analysts, claims, project } = all;
  const completed = new Set(all.completed.map(({ id }) => id));
  const rows = cellsOf(all);
  const sources = openSources(project);
  const found = claims.flatMap((claim) => {
    const stances = rows.map((row) => row.get(claim.id));
    const spoken = new Set<SourceId>(stances.flatMap((row) => [...(row?.keys() ?? [])]));
    return sources.flatMap((source): Disagreement[] => {
      if (!spoken.has(source.id)) return [];
      const sayings = analysts.map((analyst, i) => ({ analyst, cell: stances[i]?.get(source.id) }));
      const [first, ...others] = differencesOf(sayings, voices, completed.has(source.id));
      if (!first) return [];
      const differences: Disagreement["differences"] = [first, ...others];
      return [{ source, claim, differences, weight: weightOf(differences), sayings }];
    });
  });
  return found.sort((a, b) => b.weight - a.weight);
}

/** Whether one of the ways in which analysts differ there is of this kind. */
export function isOfKind({ differences }: Pick<Disagreement, "differences">, kind: DifferenceKind): boolean {
  return differences.some((difference) => kindOfDifference(difference) === kind);
}

function differencesOf(sayings: readonly Saying[], voices: Voices, isCompleted: boolean): readonly Difference[] {
  const cells = sayings.flatMap(({ cell }) => cell ?? []);
  const found = new Set<Difference>();
  for (const [i, a] of cells.entries()) {
    for (const b of cells.slice(i + 1)) for (const difference of between(a, b, voices)) found.add(difference);
  }
  if (isCompleted && cells.length < sayings.length) found.add("missed");
  return DIFFERENCES.filter((difference) => found.has(difference));
}

function between(a: StanceCell, b: StanceCell, voices: Voices): readonly Difference[] {
  const counts = (cell: StanceCell) => voices === "all" || cell.voice === "own";
  const relation = counts(a) && counts(b) ? relationOf(a.stance, b.stance) : "same";
  const place = placeDifference(a.evidence, b.evidence);
  return [
    ...(relation === "same" ? [] : [relation]),
    ...(voicesDiffer(a.evidence, b.evidence) ? (["voice"] as const) : []),
    ...(place ? [place] : []),
  ];
}

/** Whether a passage has the same stance for both, and one takes for the article's own voice, or another one, what the other does not. */
function voicesDiffer(a: readonly TaggedMark[], b: readonly TaggedMark[]): boolean {
  const met = a.flatMap((one) =>
    b.filter(({ mark, tag }) => tag.stance === one.tag.stance && overlap(one.mark, mark)).map((other) => [one, other]),
  );
  return met.length > 0 && met.every(([one, other]) => one?.tag.voice !== other?.tag.voice);
}
