import type { StagedAnnotations } from "../../annotations/api/staged-annotations.ts";
import type { LabelChoice } from "../../annotations/exchange/reading/label-choice.ts";
import type { Consent, ReadingChoices, ReadingPlan } from "../../annotations/exchange/reading/reading-plan.ts";
import { planTogether, type SetPlan, setForEach, setPlan } from "../../annotations/exchange/reading/set-plans.ts";
import type { SourceChoice } from "../../annotations/exchange/reading/source-match.ts";
import type { Analyst } from "../../annotations/model/analyst.ts";
import type { Project } from "../../annotations/model/project.ts";
import type { Range } from "../../annotations/model/range.ts";

/** What the person has decided so far about files that were read. */
export interface Decisions extends Omit<ReadingChoices, "analyst"> {
  /** Whose set the marks join: that of the analyst at work, or one for each of the files' analysts. */
  readonly into: "own" | "each";
}

export const UNDECIDED: Decisions = {
  ...{ sources: new Map(), labels: new Map(), accepted: new Set(), placed: new Map() },
  ...{ conflicts: "both", into: "own" },
};

/** What reading would do to the sets that it concerns, and all of it together. */
export interface PlannedReading {
  readonly sets: readonly SetPlan[];
  readonly plan: ReadingPlan;
}

/** What reading would do to a project, as the analyst at work may see it. */
export function planFor(
  project: Project,
  analyst: Analyst,
  { read, additions }: StagedAnnotations,
  { into, from, ...choices }: Decisions,
): PlannedReading {
  const sources = new Map(additions.map(({ key, source }) => [key, source]));
  const own = { analyst, from };
  const targets = into === "own" ? [own] : setForEach(project, read, from);
  const sets = targets.map((target) => setPlan(project, read, target, choices, sources));
  // Where nobody's marks are wanted, nothing is read.
  const none = () => setPlan(project, read, { analyst, from: new Set() }, choices, sources).plan;
  return { sets, plan: planTogether(sets) ?? none() };
}

export function withSource(decisions: Decisions, key: string, choice: SourceChoice): Decisions {
  return { ...decisions, sources: new Map(decisions.sources).set(key, choice) };
}

export function withLabel(decisions: Decisions, key: string, choice: LabelChoice): Decisions {
  return { ...decisions, labels: new Map(decisions.labels).set(key, choice) };
}

export function withConsent(decisions: Decisions, consent: Consent, isGiven: boolean): Decisions {
  const accepted = new Set(decisions.accepted);
  if (isGiven) accepted.add(consent);
  else accepted.delete(consent);
  return { ...decisions, accepted };
}

/** Puts a mark where the person says; null takes that back. */
export function withPlace(decisions: Decisions, index: number, ranges: readonly Range[] | null): Decisions {
  const placed = new Map(decisions.placed);
  if (ranges) placed.set(index, ranges);
  else placed.delete(index);
  return { ...decisions, placed };
}

/** Reads what one of the files' analysts has marked, or leaves it out. */
export function withAnalyst(decisions: Decisions, all: readonly string[], key: string, isRead: boolean): Decisions {
  const from = new Set(decisions.from ?? all);
  if (isRead) from.add(key);
  else from.delete(key);
  return { ...decisions, from };
}
