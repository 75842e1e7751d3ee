import { sourceName } from "../../model/source.ts";
import { amount } from "../../text/amount.ts";
import type { PlannedMark, ReadingPlan } from "./reading-plan.ts";

/** How many marks of a plan have each fate. */
export type FateCounts = Readonly<Record<PlannedMark["fate"] | "left", number>>;

/** Counts what becomes of the marks. */
export function fateCounts({ marks, left }: ReadingPlan): FateCounts {
  const count = (fate: PlannedMark["fate"]) => marks.filter((mark) => mark.fate === fate).length;
  return {
    ...{ new: count("new"), same: count("same"), conflict: count("conflict") },
    ...{ binned: count("binned"), waiting: count("waiting"), unplaced: count("unplaced"), left },
  };
}

/** Whether carrying a plan out would change anything. */
export function readsAnything(plan: ReadingPlan): boolean {
  const { new: fresh, conflict } = fateCounts(plan);
  return fresh + (plan.choices.conflicts === "ours" ? 0 : conflict) + plan.cells.fresh.length + plan.claims.length > 0;
}

const CONFLICT_WORDS = {
  both: "both versions are kept",
  ours: "the version that is here stays",
  theirs: "the version of the file takes its place",
} as const;

/** What a plan does, in sentences. */
export function readingSentences(plan: ReadingPlan): readonly string[] {
  const counts = fateCounts(plan);
  const { fresh, other, same } = plan.cells;
  const lines: readonly (readonly [number, string])[] = [
    [plan.claims.length, `${amount(plan.claims.length, "new claim")}.`],
    [counts.new, `${amount(counts.new, "new mark")}.`],
    [counts.same, `${amount(counts.same, "mark is", "marks are")} here already.`],
    [
      counts.conflict,
      `${amount(counts.conflict, "mark is", "marks are")} here with other content: ${CONFLICT_WORDS[plan.choices.conflicts]}.`,
    ],
    [
      counts.binned,
      `${amount(counts.binned, "mark is", "marks are")} in the bin here, and stay${counts.binned === 1 ? "s" : ""} there.`,
    ],
    [
      counts.waiting,
      `${amount(counts.waiting, "mark", "marks")} would stand elsewhere than the file says, and ${counts.waiting === 1 ? "is" : "are"} left out until you agree.`,
    ],
    [counts.unplaced, `${amount(counts.unplaced, "mark", "marks")} could not be placed.`],
    [
      counts.left,
      `${amount(counts.left, "mark is", "marks are")} left out with ${counts.left === 1 ? "its" : "their"} article or label.`,
    ],
    [fresh.length, `${amount(fresh.length, "new finding")} on silent articles and notes on cells.`],
    [same, `${amount(same, "finding")} on cells ${same === 1 ? "is" : "are"} here already.`],
    [
      other.length,
      `${amount(other.length, "finding")} on cells differ${other.length === 1 ? "s" : ""} from what is here, which stays.`,
    ],
  ];
  return lines.flatMap(([number, sentence]) => (number === 0 ? [] : [sentence]));
}

/** Why a mark has no place yet, or what would become of it, in words for people. */
export function placeWords({ placement, source }: PlannedMark): string {
  switch (placement.kind) {
    case "exact":
      return "stands where the file says";
    case "adjusted":
      return "crosses paragraphs or cuts a character in two, and would be fitted to them";
    case "moved":
      return "stands elsewhere in the text now";
    case "unverified":
      return "has a position only, which nothing confirms";
    case "ambiguous":
      return `stands in ${placement.candidates.length} places of ${sourceName(source)}`;
    case "lost":
      return placement.reason;
    default:
      return placement satisfies never;
  }
}

/** The words that a mark quotes, as far as the file or the text says them. */
export function quotedWords({ placement, read }: PlannedMark): string {
  const own = "ranges" in placement ? placement.ranges.map(({ quote }) => quote) : [placement.quote];
  const words = own.join(" … ");
  return words === "" ? read.ranges.flatMap(({ quote }) => quote ?? []).join(" … ") : words;
}
