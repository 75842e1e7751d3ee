import type { Analyst } from "../../model/analyst.ts";
import type { SourceId } from "../../model/id.ts";
import { openSources, type Project } from "../../model/project.ts";
import type { Source } from "../../model/source.ts";
import type { Voices } from "../../review/source-pairs.ts";
import { blindPhase, type Phase, type PhaseCount, phaseCounts } from "../blind-phase.ts";
import { type Disagreement, disagreements } from "../disagreements/disagreements.ts";
import type { MeasureEntry } from "../measure-entry.ts";
import type { MarkedText } from "../span-report.ts";
import { spanReport } from "../span-report.ts";
import type { AgreementLevel } from "./agreement-level.ts";
import { claimLevel, claimTable, type RatedUnits } from "./claim-level.ts";
import { type Compared, compared } from "./compared.ts";
import { type ContestedClaim, contestedClaims } from "./contested.ts";
import { markedText } from "./marked-text.ts";
import { type PlaceCounts, placeCounts } from "./place-counts.ts";
import { stanceLevel, stanceTable } from "./stance-level.ts";

/** How far analysts agree, on each level, and what the figures are made from. */
export interface AnalystsAgreement extends Pick<Compared, "analysts" | "completed" | "worked"> {
  /** How many sources are in view. */
  readonly sources: number;
  readonly measures: Readonly<Record<AgreementLevel, readonly MeasureEntry[]>>;
  /** What the figures of each level are made from. */
  readonly tables: { readonly place: readonly PlaceCounts[]; readonly claim: RatedUnits; readonly stance: RatedUnits };
  readonly text: MarkedText;
  readonly disagreements: readonly Disagreement[];
  readonly phase: Phase;
  /** For each level how much of what counts there, or with `phase` blind would, was not made blind. */
  readonly phases: Readonly<Record<AgreementLevel, readonly PhaseCount[]>>;
  readonly contested: readonly ContestedClaim[];
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
  const text = markedText(all);
  return {
    analysts,
    completed: all.completed,
    worked: all.worked,
    sources: all.sources.length,
    measures: {
      place: spanReport(text),
      claim: claimLevel(claim),
      stance: stanceLevel(stance.table, project.file.settings.stanceDistances),
    },
    tables: { place: placeCounts(all), claim, stance },
    text,
    disagreements: disagreements(all, voices),
    phase,
    phases: {
      place: phaseCounts(project, analysts, idsOf(all.worked), false),
      claim: phaseCounts(project, analysts, idsOf(all.completed), true),
      stance: phaseCounts(project, analysts, idsOf(openSources(project)), false),
    },
    contested: contestedClaims(all, voices),
  };
}

function idsOf(sources: readonly Source[]): ReadonlySet<SourceId> {
  return new Set(sources.map(({ id }) => id));
}
