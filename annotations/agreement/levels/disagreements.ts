import type { Analyst } from "../../model/analyst.ts";
import type { StanceCell } from "../../review/cell.ts";
import { type Relation, relationOf } from "../../review/difference.ts";
import type { Voices } from "../../review/source-pairs.ts";
import { type Compared, type Unit, unitsIn } from "./compared.ts";

/** What one analyst says of a claim in a source; without a cell, that the source is silent. */
interface Saying {
  readonly analyst: Analyst;
  readonly cell: StanceCell | undefined;
}

/** A claim in a source of which analysts say different things. */
export interface Disagreement extends Unit {
  /** The gravest way in which two of them differ; `missed` where some tag what others have looked for and not found. */
  readonly kind: Exclude<Relation, "same"> | "missed";
  readonly sayings: readonly Saying[];
}

const GRAVITY: Readonly<Record<Disagreement["kind"], number>> = { opposite: 0, hedging: 1, missed: 2 };

/**
 * Where analysts differ, the gravest first: they see opposite stances; stances that differ otherwise; or one has tagged a
 * claim in a source that all have completed, and another has not. `voices` says which cells count.
 */
export function disagreements(all: Compared, voices: Voices): readonly Disagreement[] {
  const { analysts, matrices, claims, project, completed } = all;
  const rows = matrices.map((matrix) => new Map(matrix.rows.map(({ claim, stances }) => [claim.id, stances])));
  const sources = project.sources.filter(({ removed }) => !removed);
  const found = unitsIn(sources, claims).flatMap((unit): Disagreement[] => {
    const sayings = analysts.map((analyst, i) => {
      const cell = rows[i]?.get(unit.claim.id)?.get(unit.source.id);
      return { analyst, cell: cell && (voices === "all" || cell.voice === "own") ? cell : undefined };
    });
    const kind = kindOf(sayings, completed.includes(unit.source));
    return kind ? [{ ...unit, kind, sayings }] : [];
  });
  return found.sort((a, b) => GRAVITY[a.kind] - GRAVITY[b.kind]);
}

function kindOf(sayings: readonly Saying[], isCompleted: boolean): Disagreement["kind"] | null {
  const stances = sayings.flatMap(({ cell }) => (cell ? [cell.stance] : []));
  const relations = new Set(stances.flatMap((a, i) => stances.slice(i + 1).map((b) => relationOf(a, b))));
  if (relations.has("opposite")) return "opposite";
  if (relations.has("hedging")) return "hedging";
  return isCompleted && stances.length > 0 && stances.length < sayings.length ? "missed" : null;
}
