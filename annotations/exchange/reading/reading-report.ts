import { sourceName } from "../../model/source.ts";
import { amount } from "../../text/amount.ts";
import type { ReadProgress } from "./read-annotations.ts";
import type { PlannedMark, ReadingPlan } from "./reading-plan.ts";

/** How many marks of a plan have each fate; of the new ones, `bin` are deleted and go to the bin. */
export type FateCounts = Readonly<Record<PlannedMark["fate"] | "left" | "bin", number>>;

/** Counts what becomes of the marks. */
export function fateCounts({ marks, left }: ReadingPlan): FateCounts {
  const count = (fate: PlannedMark["fate"]) => marks.filter((mark) => mark.fate === fate).length;
  const bin = marks.filter(({ fate, read }) => fate === "new" && read.binnedAt !== undefined).length;
  return {
    ...{ new: count("new") - bin, bin, same: count("same"), conflict: count("conflict") },
    ...{ binned: count("binned"), live: count("live") },
    ...{ waiting: count("waiting"), unplaced: count("unplaced"), left },
  };
}

/** Whether something is here otherwise, so that it counts whose version is wanted. */
export function hasConflicts({ marks, cells, origins, revisions, shared, choices }: ReadingPlan): boolean {
  const { speakers, settings, details } = shared;
  const open = [cells.other, origins.other, revisions.other, speakers.stays, settings.stays, details.stays];
  return (
    choices.conflicts === "theirs" ||
    marks.some(({ fate }) => fate === "conflict") ||
    open.some(({ length }) => length > 0)
  );
}

/** Whether carrying a plan out would change anything. */
export function readsAnything(plan: ReadingPlan): boolean {
  const { new: fresh, bin, conflict } = fateCounts(plan);
  const { claims, revisions, cells, origins, progress, choices } = plan;
  const joining = [claims, revisions.revised, cells.fresh, origins.fresh, progress.fresh];
  const open = choices.conflicts === "theirs" ? [revisions.other, cells.other, origins.other] : [];
  const marks = fresh + bin + (choices.conflicts === "ours" ? 0 : conflict);
  return marks > 0 || [...joining, ...open].some(({ length }) => length > 0) || changesShared(plan);
}

/** Whether carrying a plan out would change what all analysts share. */
function changesShared({ shared: { speakers, settings, details } }: ReadingPlan): boolean {
  const lists = [speakers.fresh, speakers.revised, details.revised];
  return settings.revision !== null || lists.some(({ length }) => length > 0);
}

const CONFLICT_WORDS = {
  both: "both versions are kept",
  ours: "the version that is here stays",
  theirs: "the version of the file takes its place",
} as const;

type Line = readonly [number: number, sentence: string];

/** What a plan does to the set that is read into, in sentences. */
export function readingSentences(plan: ReadingPlan): readonly string[] {
  return sentences([...claimLines(plan), ...markLines(plan), ...findingLines(plan)]);
}

function claimLines({ claims, revisions, choices }: ReadingPlan): readonly Line[] {
  const { revised, other, earlier } = revisions;
  return [
    [claims.length, `${amount(claims.length, "new claim")}.`],
    [
      revised.length,
      `${amount(revised.length, "claim")} as the file’s analysts have worded ${revised.length === 1 ? "it" : "them"}.`,
    ],
    [earlier, `${amount(earlier, "claim has", "claims have")} a later revision here, which stays.`],
    [other.length, `${amount(other.length, "claim is", "claims are")} otherwise here${staysOrNot(choices)}.`],
  ];
}

/** What becomes of that of which there can be one version only. */
function staysOrNot({ conflicts }: ReadingPlan["choices"]): string {
  return conflicts === "theirs" ? `: ${CONFLICT_WORDS.theirs}` : ", which stays";
}

function markLines(plan: ReadingPlan): readonly Line[] {
  const counts = fateCounts(plan);
  return [
    [counts.new, `${amount(counts.new, "new mark")}.`],
    [counts.bin, `${amount(counts.bin, "deleted mark")} for the bin.`],
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
      counts.live,
      `${amount(counts.live, "mark was", "marks were")} deleted in the file, and stay${counts.live === 1 ? "s" : ""} here.`,
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
  ];
}

function findingLines({ cells, origins, progress, choices }: ReadingPlan): readonly Line[] {
  const { fresh, other, same } = cells;
  const left = cells.left + origins.left + progress.left;
  const stays = staysOrNot(choices);
  const countOf = (kind: ReadProgress["kind"]) => progress.fresh.filter((one) => one.kind === kind).length;
  const [done, shown] = [countOf("done"), countOf("reveal")];
  return [
    [fresh.length, `${amount(fresh.length, "new finding")} on silent articles and notes on cells.`],
    [same, `${amount(same, "finding")} on cells ${same === 1 ? "is" : "are"} here already.`],
    [
      other.length,
      `${amount(other.length, "finding")} on cells differ${other.length === 1 ? "s" : ""} from what is here${stays}.`,
    ],
    [origins.fresh.length, `${amount(origins.fresh.length, "new finding")} on common origins.`],
    [
      origins.same,
      `${amount(origins.same, "finding")} on common origins ${origins.same === 1 ? "is" : "are"} here already.`,
    ],
    [
      origins.other.length,
      `${amount(origins.other.length, "finding")} on common origins differ${origins.other.length === 1 ? "s" : ""} from what is here${stays}.`,
    ],
    [done, `${amount(done, "article is", "articles are")} done.`],
    [shown, `${amount(shown, "article")} of which others’ marks were shown.`],
    [
      progress.other.length,
      `${amount(progress.other.length, "time")} when an article was done or shown ${progress.other.length === 1 ? "is" : "are"} here otherwise, which stays.`,
    ],
    [
      progress.ofOthers,
      `${amount(progress.ofOthers, "time")} when an article was done or shown ${progress.ofOthers === 1 ? "is" : "are"} left out, being said of somebody else than the owner of this set.`,
    ],
    [
      left,
      `${amount(left, "finding")} ${left === 1 ? "is" : "are"} left out with ${left === 1 ? "its" : "their"} article or claim.`,
    ],
  ];
}

/** What a plan does to what all analysts share, in sentences. */
export function sharedSentences({ shared: { speakers, settings, details } }: ReadingPlan): readonly string[] {
  return sentences([
    [details.revised.length, `The details of ${amount(details.revised.length, "article")} as in the file.`],
    [speakers.fresh.length, `${amount(speakers.fresh.length, "new speaker")}.`],
    [speakers.revised.length, `${amount(speakers.revised.length, "speaker")} with further names.`],
    [settings.revision === null ? 0 : 1, "The settings of the project as in the file."],
  ]);
}

/** What the files say otherwise of that which all share, and which stays as it is here, by name. */
export function stayingParts({ shared: { speakers, settings, details } }: ReadingPlan): readonly string[] {
  return [...settings.stays, ...details.stays, ...speakers.stays.map((name) => `the names of ${name}`)];
}

function sentences(lines: readonly Line[]): readonly string[] {
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
