import type { StagedAnnotations } from "../../annotations/api/staged-annotations.ts";
import type { PlannedMark, ReadingPlan } from "../../annotations/exchange/reading/reading-plan.ts";
import type { Decisions } from "./decisions.ts";

/** What each part of the preview shows and lets the person decide. */
export interface PartProps {
  readonly plan: ReadingPlan;
  readonly staged: StagedAnnotations;
  readonly decisions: Decisions;
  /** Whether a mark goes into another analyst's set, in an article in which those are hidden: then its words are not shown. */
  isHidden(mark: PlannedMark): boolean;
  onDecide(decisions: Decisions): void;
}
