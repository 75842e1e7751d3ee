import type { StagedAnnotations } from "../../annotations/api/staged-annotations.ts";
import type { ReadingPlan } from "../../annotations/exchange/reading/reading-plan.ts";
import type { Decisions } from "./decisions.ts";

/** What each part of the preview shows and lets the person decide. */
export interface PartProps {
  readonly plan: ReadingPlan;
  readonly staged: StagedAnnotations;
  readonly decisions: Decisions;
  onDecide(decisions: Decisions): void;
}
