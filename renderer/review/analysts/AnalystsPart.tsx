import { useMemo, useState } from "react";
import type { Phase } from "../../../annotations/agreement/blind-phase.ts";
import type { AnalystsAgreement } from "../../../annotations/agreement/levels/agreement-of-analysts.ts";
import { agreementWarnings } from "../../../annotations/agreement/warnings/agreement-warnings.ts";
import type { AnalystId } from "../../../annotations/model/id.ts";
import { codingAnalysts } from "../../../annotations/model/project.ts";
import type { Voices } from "../../../annotations/review/source-pairs.ts";
import { useDesk } from "../../session/desk.ts";
import { Adjudicator } from "./Adjudicator.tsx";
import { BetweenSources } from "./BetweenSources.tsx";
import { ComparedAnalysts } from "./ComparedAnalysts.tsx";
import { Contested } from "./Contested.tsx";
import { Disagreements } from "./Disagreements.tsx";
import { Level } from "./Level.tsx";
import { useAgreement } from "./use-agreement.ts";
import { useBlind } from "./use-blind.ts";
import "./analysts.css";
import "./adjudicating.css";

/** How far the analysts of the project agree: where, about which claim, and which stance; and what is decided where they do not. */
export function AnalystsPart() {
  const project = useDesk((state) => state.project);
  const [voices, setVoices] = useState<Voices>("own");
  const [phase, setPhase] = useState<Phase>("all");
  const [leftOut, setLeftOut] = useState<ReadonlySet<AnalystId>>(new Set());
  const all = useMemo(() => codingAnalysts(project), [project]);
  const analysts = useMemo(() => all.filter(({ id }) => !leftOut.has(id)), [all, leftOut]);
  const made = useAgreement(project, analysts, voices, phase);
  const names = analysts.map(({ name }) => name).join(", ");
  return (
    <div className="part-body analysts">
      <div className="compared">
        {all.length > 2 && <ComparedAnalysts analysts={all} leftOut={leftOut} onChange={setLeftOut} />}
        <label className="check">
          <input
            type="checkbox"
            checked={voices === "all"}
            onChange={(event) => setVoices(event.target.checked ? "all" : "own")}
          />
          Count stances that articles only quote, too
        </label>
        {all.length > 1 && (
          <label className="check">
            <input
              type="checkbox"
              checked={phase === "blind"}
              onChange={(event) => setPhase(event.target.checked ? "blind" : "all")}
            />
            Count only what was made blind
          </label>
        )}
      </div>
      {all.length < 2 ? <OneAnalyst /> : made ? <Compared agreement={made} /> : <p>Comparing {names} …</p>}
      <Adjudicator />
      <BetweenSources voices={voices} />
    </div>
  );
}

function OneAnalyst() {
  return (
    <p>
      Only one analyst has marked anything in this project. When a second one works in the same folder, their agreement
      stands here: where both marked, which claims both found, and which stances both saw.
    </p>
  );
}

function Compared({ agreement }: { readonly agreement: AnalystsAgreement }) {
  const warnings = useMemo(() => agreementWarnings(agreement), [agreement]);
  const blindness = useBlind();
  return (
    <>
      {(["place", "claim", "stance"] as const).map((level) => (
        <Level key={level} level={level} agreement={agreement} warnings={warnings[level]} blindness={blindness} />
      ))}
      <Disagreements list={agreement.disagreements} blindness={blindness} />
      <Contested list={agreement.contested} blindness={blindness} />
    </>
  );
}
