import { type ConflictNames, conflictSentence } from "../../annotations/merging/merge-conflict.ts";
import {
  changesAnything,
  changesSet,
  type MergePlan,
  type OtherCopy,
  type PlannedSet,
} from "../../annotations/merging/merge-plan.ts";
import { namesIn } from "../../annotations/merging/merge-preview.ts";
import type { Take } from "../../annotations/merging/merged-items.ts";
import { MERGED_PARTS, type MergeCount, type MergedPart } from "../../annotations/merging/merged-set.ts";
import type { Project } from "../../annotations/model/project.ts";
import { type Source, sourceName } from "../../annotations/model/source.ts";
import { duplicateOf } from "../host/new-source.ts";
import { sourceJson } from "./article-summary.ts";
import { plainText } from "./text-table.ts";

/** A merge, before it is carried out or after that. */
export interface ShownMerge {
  readonly plan: MergePlan;
  /** The project as it was before. */
  readonly project: Project;
  readonly there: OtherCopy;
  readonly take: Take;
  readonly isWritten: boolean;
}

/** What a merge adds, finds the same and in conflict, for people. */
export function mergeText(merge: ShownMerge): string {
  const { plan, take } = merge;
  const names = namesIn(merge.project, merge.there);
  const conflicts = plan.sets.flatMap((set) => conflictLines(set, names));
  const winner = take === "ours" ? "what is here counts" : "what comes from the other copy counts";
  return [
    ...plan.sources.map((source) => sourceLine(source, merge.project)),
    ...plan.speakers.map(({ name }) => `${name} is added to the speakers.`),
    ...plan.sets.map((set) => setLine(set)),
    ...(conflicts.length > 0 ? [`In conflict; ${winner}:`, ...conflicts.map((line) => `- ${line}`)] : []),
    ...(plan.stays.length > 0 ? [`The other copy differs in ${plan.stays.join(", ")}; that stays as it is here.`] : []),
    lastLine(merge),
  ]
    .map((line) => `${plainText(line)}\n`)
    .join("");
}

function sourceLine(source: Source, project: Project): string {
  const twin = duplicateOf(project, source);
  const remark = twin === null ? "" : `, which is the same as that of ${twin}`;
  return `${sourceName(source)} is added with its text${remark}.`;
}

/** The same for programs. */
export function mergeJson(merge: ShownMerge) {
  const { plan, take, isWritten } = merge;
  const names = namesIn(merge.project, merge.there);
  return {
    take,
    changes: changesAnything(plan),
    written: isWritten,
    sources: plan.sources.map(sourceJson),
    sets: plan.sets.map(({ analyst, isNew, counts, conflicts }) => ({
      analyst,
      isNew,
      counts,
      conflicts: conflicts.map((conflict) => ({ ...conflict, sentence: conflictSentence(conflict, names) })),
    })),
    speakers: plan.speakers,
    stays: plan.stays,
  };
}

function conflictLines({ analyst, conflicts }: PlannedSet, names: ConflictNames): readonly string[] {
  return conflicts.map((conflict) => `${analyst.name}: ${conflictSentence(conflict, names)}`);
}

const NOUNS: Readonly<Record<MergedPart, { readonly one: string; readonly many: string }>> = {
  marks: { one: "mark", many: "marks" },
  bin: { one: "mark in the bin", many: "marks in the bin" },
  claims: { one: "claim", many: "claims" },
  cells: { one: "cell", many: "cells" },
  cellNotes: { one: "note on a cell", many: "notes on cells" },
  originVerdicts: { one: "verdict on two articles", many: "verdicts on pairs of articles" },
  done: { one: "article that is done", many: "articles that are done" },
  reveals: { one: "reveal of an article", many: "reveals of articles" },
};

const OUTCOMES: Readonly<Record<keyof MergeCount, string>> = {
  added: "added",
  same: "the same",
  revised: "revised",
  earlier: "revised here already",
  conflicts: "in conflict",
};

function setLine({ analyst, isNew, counts }: PlannedSet): string {
  const parts = MERGED_PARTS.flatMap((part) => {
    const outcomes = outcomesOf(counts[part], part);
    return outcomes === "" ? [] : [outcomes];
  });
  return `${analyst.name}${isNew ? ", who is new here" : ""}: ${parts.join("; ") || "nothing marked yet"}.`;
}

/** “3 marks added, 40 the same”; nothing where there is none. */
function outcomesOf(count: MergeCount, part: MergedPart): string {
  const present = (["added", "same", "revised", "earlier", "conflicts"] as const).filter((key) => count[key] > 0);
  return present
    .map((key, i) => {
      const { one, many } = NOUNS[part];
      return `${count[key]}${i > 0 ? "" : ` ${count[key] === 1 ? one : many}`} ${OUTCOMES[key]}`;
    })
    .join(", ");
}

function lastLine({ plan, isWritten }: ShownMerge): string {
  if (!changesAnything(plan)) {
    const isConflicting = plan.sets.some(({ conflicts }) => conflicts.length > 0);
    return isConflicting ? "There is nothing to add, so nothing was changed." : "All of it is here already.";
  }
  if (!isWritten) return "This is a preview: nothing was changed.";
  return plan.sets.every((set) => set.isNew || !changesSet(set))
    ? "Merged."
    : "Merged. What was there before is kept as a backup; “parallax versions” lists it, “parallax restore” goes back to it.";
}
