import { useEffect, useState } from "react";
import type { Phase } from "../../../annotations/agreement/blind-phase.ts";
import {
  type AnalystsAgreement,
  agreementOfAnalysts,
} from "../../../annotations/agreement/levels/agreement-of-analysts.ts";
import type { Analyst } from "../../../annotations/model/analyst.ts";
import type { Project } from "../../../annotations/model/project.ts";
import type { Voices } from "../../../annotations/review/source-pairs.ts";
import { whenIdle } from "../../controls/when-idle.ts";

interface Made {
  readonly project: Project;
  readonly voices: Voices;
  readonly agreement: AnalystsAgreement;
}

/**
 * The agreement of these analysts. Resampling takes a moment, so the figures come after the page; until those of a changed
 * project are there, the former ones stay, so that nothing moves away from under the hand.
 */
export function useAgreement(
  project: Project,
  analysts: readonly Analyst[],
  voices: Voices,
  phase: Phase,
): AnalystsAgreement | null {
  const [made, setMade] = useState<Made>();
  useEffect(() => {
    if (analysts.length < 2 || (made?.project === project && made.voices === voices && isOf(made, analysts, phase)))
      return;
    return whenIdle(() =>
      setMade({ project, voices, agreement: agreementOfAnalysts(project, analysts, voices, phase) }),
    );
  }, [project, analysts, voices, phase, made]);
  const isOfThese = made?.project.file.id === project.file.id && made.voices === voices;
  return isOfThese && isOf(made, analysts, phase) ? made.agreement : null;
}

function isOf({ agreement }: Made, analysts: readonly Analyst[], phase: Phase): boolean {
  return (
    agreement.phase === phase &&
    agreement.analysts.length === analysts.length &&
    agreement.analysts.every(({ id }, i) => id === analysts[i]?.id)
  );
}
