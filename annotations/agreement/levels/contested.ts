import type { Analyst } from "../../model/analyst.ts";
import type { ListedClaim } from "../../model/claim-list.ts";
import type { SourceId } from "../../model/id.ts";
import { annotationSet } from "../../model/project.ts";
import type { StanceCell } from "../../review/cell.ts";
import { relationOf } from "../../review/difference.ts";
import { matrixOf } from "../../review/matrix.ts";
import type { Voices } from "../../review/source-pairs.ts";
import { type Compared, cellsOf } from "./compared.ts";

/** Two sources of which one supports the claim and the other refutes it; the same one twice where it contradicts itself. */
interface OpposedSources {
  readonly supporting: SourceId;
  readonly refuting: SourceId;
}

/** A claim over which something is opposed, and whether the sources are or only what analysts make of them. */
export interface ContestedClaim {
  readonly claim: ListedClaim;
  /**
   * `conflict`: the sources differ. `artefact`: only the analysts do. `open`: those two sources have a stance with one
   * analyst alone, so nobody can say.
   */
  readonly verdict: "conflict" | "artefact" | "open";
  /** Whether the adjudicated layer says so, or the analysts who are compared. */
  readonly by: "adjudicated" | "analysts";
  /** The sources whose opposition most analysts see; for an artefact, what some see and most do not. */
  readonly between: OpposedSources | null;
  /** How many analysts see that, of those who see a stance of both sources. */
  readonly seen: number;
  readonly judged: number;
  /** In whose eyes the sources contradict each other somewhere over this claim. */
  readonly contestedFor: readonly Analyst[];
  /** The sources of which one analyst says that it supports and another that it refutes. */
  readonly differing: readonly SourceId[];
}

/** What one analyst's sources say of a claim. */
type Row = ReadonlyMap<SourceId, StanceCell>;

/**
 * Every claim over which sources contradict each other in somebody's eyes, or of which analysts see opposite stances in one
 * source. The sources differ where more than half of those who judged the same two sources, two at least, see them opposed;
 * what the adjudicated layer says of the sources in question goes before that. In the order of the claims.
 */
export function contestedClaims(all: Compared, voices: Voices): readonly ContestedClaim[] {
  const counts = (cell: StanceCell) => voices === "all" || cell.voice === "own";
  const counted = (row: Row | undefined): Row => new Map([...(row ?? [])].filter(([, cell]) => counts(cell)));
  const cells = cellsOf(all);
  const adjudicated = adjudicatedRows(all);
  return all.claims.flatMap((claim): ContestedClaim[] => {
    const rows = cells.map((ofAnalyst) => counted(ofAnalyst.get(claim.id)));
    const decided = adjudicated?.get(claim.id);
    const settled = decided ? firstOpposed(counted(decided.stances)) : null;
    const differing = differingSources(rows);
    const contestedFor = all.analysts.filter((_, i) => firstOpposed(rows[i] ?? NO_ROW) !== null);
    if (contestedFor.length === 0 && differing.length === 0 && !settled) return [];
    const facts = { claim, contestedFor, differing };
    if (settled) return [{ ...facts, ...sharesOf(rows, settled), verdict: "conflict", by: "adjudicated" }];
    const best = bestSeen(representatives(rows));
    if (decided && [...differing, ...rows.flatMap(takingSides)].every(decided.looked)) {
      return [{ ...facts, ...(best ?? NOBODY), verdict: "artefact", by: "adjudicated" }];
    }
    return [{ ...facts, ...(best ?? NOBODY), verdict: verdictOf(best), by: "analysts" }];
  });
}

const NO_ROW: Row = new Map();

interface Seen {
  readonly between: OpposedSources | null;
  readonly seen: number;
  readonly judged: number;
}

const NOBODY: Seen = { between: null, seen: 0, judged: 0 };

/** Without two sources that anybody sees opposed, analysts merely differ over one. */
function verdictOf(best: Seen | null): ContestedClaim["verdict"] {
  if (!best) return "artefact";
  if (best.judged < 2) return "open";
  return best.seen * 2 > best.judged ? "conflict" : "artefact";
}

/** The opposition that the largest share of two analysts or more see; where no two have judged the same sources, any. */
function bestSeen(rows: readonly Row[]): Seen | null {
  const share = ({ seen, judged }: Seen) => (judged < 2 ? -1 : seen / judged);
  return rows.flatMap(opposedIn).reduce<Seen | null>((best, pair) => {
    const seen = sharesOf(rows, pair);
    return best && share(best) >= share(seen) ? best : seen;
  }, null);
}

/** The rows with one source of all those of which every analyst says the same, so that there are few pairs to look at. */
function representatives(rows: readonly Row[]): readonly Row[] {
  const sources = new Set(rows.flatMap((row) => [...row.keys()]));
  const kept = new Map<string, SourceId>();
  for (const source of sources) {
    const said = rows.map((row) => row.get(source)?.stance ?? "-").join(" ");
    if (!kept.has(said)) kept.set(said, source);
  }
  const ids = new Set(kept.values());
  return rows.map((row) => new Map([...row].filter(([source]) => ids.has(source))));
}

function sharesOf(rows: readonly Row[], between: OpposedSources): Seen {
  const judging = rows.filter((row) => row.has(between.supporting) && row.has(between.refuting));
  const seeing = judging.filter(
    (row) => takes(row.get(between.supporting), "supports") && takes(row.get(between.refuting), "refutes"),
  );
  return { between, seen: seeing.length, judged: judging.length };
}

/** As in the status of a row, what is mixed supports and refutes. */
function opposedIn(row: Row): readonly OpposedSources[] {
  const refuting = taking(row, "refutes");
  return taking(row, "supports").flatMap((supporting) => refuting.map((other) => ({ supporting, refuting: other })));
}

function firstOpposed(row: Row): OpposedSources | null {
  const [supporting] = taking(row, "supports");
  const [refuting] = taking(row, "refutes");
  return supporting !== undefined && refuting !== undefined ? { supporting, refuting } : null;
}

/** The sources that a row contests a claim with, if it does. */
function takingSides(row: Row): readonly SourceId[] {
  return firstOpposed(row) ? [...taking(row, "supports"), ...taking(row, "refutes")] : [];
}

function taking(row: Row, side: "supports" | "refutes"): readonly SourceId[] {
  return [...row].filter(([, cell]) => takes(cell, side)).map(([id]) => id);
}

function takes(cell: StanceCell | undefined, side: "supports" | "refutes"): boolean {
  return cell?.stance === side || cell?.stance === "mixed";
}

function differingSources(rows: readonly Row[]): readonly SourceId[] {
  const sources = new Set(rows.flatMap((row) => [...row.keys()]));
  return [...sources].filter((source) => {
    const stances = rows.flatMap((row) => row.get(source)?.stance ?? []);
    return stances.some((a, i) => stances.slice(i + 1).some((b) => relationOf(a, b) === "opposite"));
  });
}

/** What the adjudicated layer says of each claim; null where the project has none. */
function adjudicatedRows({ project, claims }: Compared) {
  const { adjudicator } = project.file.settings;
  if (adjudicator === undefined || !annotationSet(project, adjudicator)) return null;
  const { rows } = matrixOf(project, adjudicator, { claims });
  return new Map(
    rows.map(({ claim, stances, cells }) => {
      const looked = (source: SourceId) => {
        const cell = cells.get(source);
        return cell !== undefined && (cell.kind === "stance" || cell.state !== "not-reviewed");
      };
      return [claim.id, { stances, looked }];
    }),
  );
}
