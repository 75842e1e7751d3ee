import type { StagedAnnotations } from "../../annotations/api/staged-annotations.ts";
import type { LabelChoice } from "../../annotations/exchange/reading/label-choice.ts";
import {
  type Consent,
  type ReadingChoices,
  type ReadingPlan,
  readingPlan,
} from "../../annotations/exchange/reading/reading-plan.ts";
import type { SourceChoice } from "../../annotations/exchange/reading/source-match.ts";
import type { AnalystId } from "../../annotations/model/id.ts";
import type { Project } from "../../annotations/model/project.ts";
import type { Range } from "../../annotations/model/range.ts";

/** What the person has decided so far about files that were read. */
export type Decisions = Omit<ReadingChoices, "analyst">;

export const UNDECIDED: Decisions = {
  ...{ sources: new Map(), labels: new Map(), accepted: new Set(), placed: new Map() },
  conflicts: "both",
};

/** What reading would do for the analyst at work. */
export function planFor(
  project: Project,
  analyst: AnalystId,
  { read, additions }: StagedAnnotations,
  decisions: Decisions,
): ReadingPlan {
  const sources = new Map(additions.map(({ key, source }) => [key, source]));
  return readingPlan(project, read, { ...decisions, analyst }, sources);
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
