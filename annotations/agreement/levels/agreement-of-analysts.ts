import type { Analyst } from "../../model/analyst.ts";
import type { SourceId } from "../../model/id.ts";
import { openSources, type Project } from "../../model/project.ts";
import type { Source } from "../../model/source.ts";
import type { Voices } from "../../review/source-pairs.ts";
import { blindPhase, type Phase, type PhaseCount, phaseCounts } from "../blind-phase.ts";
import type { MeasureEntry } from "../measure-entry.ts";
import { claimLevel, claimTable, type RatedUnits } from "./claim-level.ts";
import { type Compared, compared } from "./compared.ts";
import { type Disagreement, disagreements } from "./disagreements.ts";
import { placeLevel } from "./place-level.ts";
import { stanceLevel, stanceTable } from "./stance-level.ts";

/** On what analysts can agree: where, about which claim, and which stance. */
export const AGREEMENT_LEVELS = ["place", "claim", "stance"] as const;
export type AgreementLevel = (typeof AGREEMENT_LEVELS)[number];

/** How far analysts agree, on each level, and what the figures are made from. */
export interface AnalystsAgreement extends Pick<Compared, "analysts" | "completed" | "worked"> {
  readonly measures: Readonly<Record<AgreementLevel, readonly MeasureEntry[]>>;
  /** The raw tables; places have none. */
  readonly tables: { readonly claim: RatedUnits; readonly stance: RatedUnits };
  readonly disagreements: readonly Disagreement[];
  readonly phase: Phase;
  /** For each level how much of what counts there, or with `phase` blind would, was not made blind. */
  readonly phases: Readonly<Record<AgreementLevel, readonly PhaseCount[]>>;
}

/** Compares at least two analysts of a project, by all that they made or what they made blind. With fewer, every figure says why it is none. */
export function agreementOfAnalysts(
  project: Project,
  analysts: readonly Analyst[],
  voices: Voices,
  phase: Phase = "all",
): AnalystsAgreement {
  const all = compared(phase === "blind" ? blindPhase(project) : project, analysts);
  const [claim, stance] = [claimTable(all), stanceTable(all, voices)];
  return {
    analysts,
    completed: all.completed,
    worked: all.worked,
    measures: { place: placeLevel(all), claim: claimLevel(claim), stance: stanceLevel(stance.table) },
    tables: { claim, stance },
    disagreements: disagreements(all, voices),
    phase,
    phases: {
      place: phaseCounts(project, analysts, idsOf(all.worked), false),
      claim: phaseCounts(project, analysts, idsOf(all.completed), true),
      stance: phaseCounts(project, analysts, idsOf(openSources(project)), false),
    },
  };
}

function idsOf(sources: readonly Source[]): ReadonlySet<SourceId> {
  return new Set(sources.map(({ id }) => id));
}
