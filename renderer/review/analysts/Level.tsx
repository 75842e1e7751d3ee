import { phaseWords } from "../../../annotations/agreement/blind-phase.ts";
import type { AgreementLevel } from "../../../annotations/agreement/levels/agreement-level.ts";
import type { AnalystsAgreement } from "../../../annotations/agreement/levels/agreement-of-analysts.ts";
import type { Warning } from "../../../annotations/agreement/warnings/warning.ts";
import { type Source, sourceName } from "../../../annotations/model/source.ts";
import { Distances } from "./Distances.tsx";
import { Measures } from "./Measures.tsx";
import { PlaceTable } from "./PlaceTable.tsx";
import { RatingsTable } from "./RatingsTable.tsx";
import type { Blindness } from "./use-blind.ts";
import { Warnings } from "./Warnings.tsx";

const LEVELS: Readonly<Record<AgreementLevel, { readonly title: string; readonly main: readonly string[] }>> = {
  place: { title: "Where", main: ["overlap-f1", "exact-f1", "character-f1"] },
  claim: { title: "Which claim", main: ["krippendorff-alpha", "jaccard"] },
  stance: { title: "Which stance", main: ["krippendorff-alpha", "percent-agreement", "gwet-ac1"] },
};

interface Props {
  readonly level: AgreementLevel;
  readonly agreement: AnalystsAgreement;
  readonly warnings: readonly Warning[];
  readonly blindness: Blindness;
}

/** The figures of one level, when not to trust them, and the table that they are made from. */
export function Level({ level, agreement, warnings, blindness }: Props) {
  const { analysts, measures, tables, phase, phases } = agreement;
  const { title, main } = LEVELS[level];
  return (
    <section aria-labelledby={`agreement-${level}`}>
      <h3 id={`agreement-${level}`}>{title}</h3>
      <p className="explained">{madeFrom(level, agreement)}</p>
      <p className="explained">{phaseWords(phases[level], phase)}</p>
      <Measures measures={measures[level]} main={main} analysts={analysts} />
      <Warnings warnings={warnings} />
      {level === "place" ? (
        <PlaceTable counts={tables.place} analysts={analysts} blindness={blindness} />
      ) : (
        <RatingsTable rated={tables[level]} analysts={analysts} blindness={blindness} />
      )}
      {level === "stance" && <Distances />}
    </section>
  );
}

function madeFrom(level: AgreementLevel, { worked, completed }: AnalystsAgreement): string {
  switch (level) {
    case "place":
      return `Marks for the same claims, in the articles in which all have worked: ${namesOf(worked)}.`;
    case "claim":
      return `Whether a claim is tagged in an article, in those that all are done with or have looked through for every claim: ${namesOf(completed)}.`;
    case "stance":
      return "Cells in which several analysts see a stance; questions and mentions count as neutral.";
    default:
      return level satisfies never;
  }
}

function namesOf(sources: readonly Source[]): string {
  return sources.length === 0 ? "none yet" : sources.map(sourceName).join(", ");
}
