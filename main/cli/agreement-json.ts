import { adjudicatedSet, type Decision, decisionsOf } from "../../annotations/agreement/adjudication/decision.ts";
import type { PhaseCount } from "../../annotations/agreement/blind-phase.ts";
import { type Difference, kindOfDifference } from "../../annotations/agreement/disagreements/difference-kind.ts";
import type { Disagreement } from "../../annotations/agreement/disagreements/disagreements.ts";
import type { AgreementLevel } from "../../annotations/agreement/levels/agreement-level.ts";
import type { AnalystsAgreement } from "../../annotations/agreement/levels/agreement-of-analysts.ts";
import type { RatedUnits } from "../../annotations/agreement/levels/claim-level.ts";
import type { ContestedClaim } from "../../annotations/agreement/levels/contested.ts";
import type { PlaceCounts } from "../../annotations/agreement/levels/place-counts.ts";
import { agreementWarnings } from "../../annotations/agreement/warnings/agreement-warnings.ts";
import { cellKey } from "../../annotations/commands/set-draft.ts";
import type { Project } from "../../annotations/model/project.ts";

/** The agreement of analysts for programs: sources, claims, analysts and marks by their ids, and every figure with its table. */
export function agreementJson(
  project: Project,
  agreement: AnalystsAgreement,
  levels: readonly AgreementLevel[],
): unknown {
  const { analysts, completed, worked, measures, disagreements, contested, phase, phases } = agreement;
  const warnings = agreementWarnings(agreement);
  const decisions = decisionsOf(adjudicatedSet(project));
  return {
    analysts,
    phase,
    worked: worked.map(({ id }) => id),
    completed: completed.map(({ id }) => id),
    distances: project.file.settings.stanceDistances ?? null,
    levels: levels.map((level) => ({
      level,
      blind: phases[level].map((count) => phaseJson(count, level)),
      measures: measures[level],
      warnings: warnings[level],
      table: tableJson(agreement, level),
    })),
    disagreements: disagreements.map((one) => disagreementJson(one, decisions)),
    contested: contested.map(contestedJson),
  };
}

/** Whose figures they are, and how much of what they are made from was made after the analyst had seen the others' work. */
function phaseJson(
  { analyst, marks, marksAfter, silences, silencesAfter }: PhaseCount,
  level: AgreementLevel,
): unknown {
  const silence = level === "claim" ? { silences, silencesAfterReveal: silencesAfter } : {};
  return { analyst: analyst.id, marks, marksAfterReveal: marksAfter, ...silence };
}

function tableJson({ analysts, tables }: AnalystsAgreement, level: AgreementLevel): unknown {
  return level === "place" ? tables.place.map((counts) => placeJson(counts, analysts)) : ratingsJson(tables[level]);
}

/** The ratings that the figures of a level are made from: for each unit the category of each analyst, in their order. */
function ratingsJson({ units, table: { categories, ratings } }: RatedUnits): unknown {
  const category = (place: number | null | undefined) => (place == null ? null : (categories[place] ?? null));
  return {
    categories,
    units: units.map(({ source, claim }, i) => ({
      source: source.id,
      claim: claim.id,
      ratings: ratings.map((row) => category(row[i])),
    })),
  };
}

function placeJson({ pair, source, claim, ...counts }: PlaceCounts, analysts: AnalystsAgreement["analysts"]): unknown {
  return { pair: pair.map((place) => analysts[place]?.id), source: source.id, claim: claim.id, ...counts };
}

function disagreementJson(
  { source, claim, weight, differences, sayings }: Disagreement,
  decisions: ReadonlyMap<string, Decision>,
): unknown {
  const decision = decisions.get(cellKey({ claimId: claim.id, sourceId: source.id }));
  return {
    source: source.id,
    claim: claim.id,
    kind: kindOfDifference(differences[0]),
    differences: differences.map((how: Difference) => ({ kind: kindOfDifference(how), how })),
    weight,
    sayings: sayings.map(({ analyst, cell }) => ({
      analyst: analyst.id,
      stance: cell?.stance ?? null,
      marks: [...new Set(cell?.evidence.map(({ mark }) => mark.id))],
    })),
    decision: decision
      ? {
          says: decision.cell.kind === "stance" ? decision.cell.stance : decision.cell.state,
          reason: decision.reason,
        }
      : null,
  };
}

function contestedJson({ claim, contestedFor, ...facts }: ContestedClaim): unknown {
  return { claim: claim.id, ...facts, contestedFor: contestedFor.map(({ id }) => id) };
}
