import { useEffect, useState } from "react";
import { type Phase, phaseWords } from "../../../annotations/agreement/blind-phase.ts";
import {
  type AgreementLevel,
  type AnalystsAgreement,
  agreementOfAnalysts,
} from "../../../annotations/agreement/levels/agreement-of-analysts.ts";
import { sourceTable, stanceLevel } from "../../../annotations/agreement/levels/stance-level.ts";
import type { MeasureEntry } from "../../../annotations/agreement/measure-entry.ts";
import { codingAnalysts, type Project } from "../../../annotations/model/project.ts";
import { type Source, sourceName } from "../../../annotations/model/source.ts";
import type { Voices } from "../../../annotations/review/source-pairs.ts";
import { whenIdle } from "../../controls/when-idle.ts";
import { useDesk } from "../../session/desk.ts";
import { matrix } from "../../session/selectors.ts";
import { Adjudicator } from "./Adjudicator.tsx";
import { Disagreements } from "./Disagreements.tsx";
import { Measures } from "./Measures.tsx";
import "./analysts.css";

/** How far the analysts of the project agree: where, about which claim, and which stance. */
export function AnalystsPart() {
  const project = useDesk((state) => state.project);
  const [voices, setVoices] = useState<Voices>("own");
  const [phase, setPhase] = useState<Phase>("all");
  const made = useMade(project, voices, phase);
  const names = codingAnalysts(project).map(({ name }) => name);
  return (
    <div className="part-body analysts">
      <label className="check">
        <input
          type="checkbox"
          checked={voices === "all"}
          onChange={(event) => setVoices(event.target.checked ? "all" : "own")}
        />
        Count stances that articles only quote, too
      </label>
      {names.length > 1 && (
        <label className="check">
          <input
            type="checkbox"
            checked={phase === "blind"}
            onChange={(event) => setPhase(event.target.checked ? "blind" : "all")}
          />
          Count only what was made blind
        </label>
      )}
      {names.length < 2 ? <OneAnalyst /> : made ? <Levels agreement={made} /> : <p>Comparing {names.join(", ")} …</p>}
      <Adjudicator />
      <BetweenSources voices={voices} />
    </div>
  );
}

/** Resampling takes a moment, so the figures come after the page. */
function useMade(project: Project, voices: Voices, phase: Phase): AnalystsAgreement | null {
  const [made, setMade] = useState<{ project: Project; voices: Voices; agreement: AnalystsAgreement }>();
  useEffect(
    () =>
      whenIdle(() => {
        const analysts = codingAnalysts(project);
        if (analysts.length > 1)
          setMade({ project, voices, agreement: agreementOfAnalysts(project, analysts, voices, phase) });
      }),
    [project, voices, phase],
  );
  const isWanted = made?.project === project && made.voices === voices && made.agreement.phase === phase;
  return isWanted ? made.agreement : null;
}

function OneAnalyst() {
  return (
    <p>
      Only one analyst has marked anything in this project. When a second one works in the same folder, their agreement
      stands here: where both marked, which claims both found, and which stances both saw.
    </p>
  );
}

const LEVELS: Readonly<Record<AgreementLevel, { readonly title: string; readonly main: readonly string[] }>> = {
  place: { title: "Where", main: ["overlap-f1", "exact-f1", "character-f1"] },
  claim: { title: "Which claim", main: ["krippendorff-alpha", "jaccard"] },
  stance: { title: "Which stance", main: ["krippendorff-alpha", "percent-agreement", "gwet-ac1"] },
};

function Levels({ agreement }: { readonly agreement: AnalystsAgreement }) {
  const { analysts, measures, completed, worked, disagreements, phase, phases } = agreement;
  const from: Readonly<Record<AgreementLevel, string>> = {
    place: `Marks for the same claims, in the articles in which all have worked: ${namesOf(worked)}.`,
    claim: `Whether a claim is tagged in an article, in those that all are done with or have looked through for every claim: ${namesOf(completed)}.`,
    stance: "Cells in which several analysts see a stance; questions and mentions count as neutral.",
  };
  return (
    <>
      {(["place", "claim", "stance"] as const).map((level) => (
        <section key={level} aria-labelledby={`agreement-${level}`}>
          <h3 id={`agreement-${level}`}>{LEVELS[level].title}</h3>
          <p className="explained">{from[level]}</p>
          <p className="explained">{phaseWords(phases[level], phase)}</p>
          <Measures measures={measures[level]} main={LEVELS[level].main} analysts={analysts} />
        </section>
      ))}
      <Disagreements list={disagreements} />
    </>
  );
}

function namesOf(sources: readonly Source[]): string {
  return sources.length === 0 ? "none yet" : sources.map(sourceName).join(", ");
}

/** The same statistic with sources as raters; of what they say, not of how far to rely on it. */
function BetweenSources({ voices }: { readonly voices: Voices }) {
  const made = useDesk(matrix);
  const [measures, setMeasures] = useState<readonly MeasureEntry[]>([]);
  useEffect(() => whenIdle(() => setMeasures(stanceLevel(sourceTable(made, voices)))), [made, voices]);
  const shown = measures.filter(({ pair }) => !pair);
  return (
    <details>
      <summary>For experts: agreement beyond chance between sources</summary>
      <p className="explained">
        Sources as raters, claims as units, in your own tags. Sources that copy each other, or were chosen to differ,
        make this figure what it is; the thresholds for coders do not apply.
      </p>
      <Measures measures={shown} main={["krippendorff-alpha", "percent-agreement", "gwet-ac1"]} analysts={[]} />
    </details>
  );
}
