import { readFormat } from "../../annotations/exchange/formats.ts";
import type { MeantLabel } from "../../annotations/exchange/reading/label-choice.ts";
import { isEmpty } from "../../annotations/exchange/reading/read-annotations.ts";
import type { PlannedMark, ReadingPlan } from "../../annotations/exchange/reading/reading-plan.ts";
import {
  fateCounts,
  placeWords,
  quotedWords,
  readingSentences,
  sharedSentences,
  stayingParts,
} from "../../annotations/exchange/reading/reading-report.ts";
import type { SetPlan } from "../../annotations/exchange/reading/set-plans.ts";
import { claimList } from "../../annotations/model/claim-list.ts";
import type { Project } from "../../annotations/model/project.ts";
import { sourceName } from "../../annotations/model/source.ts";
import type { WholeReading } from "../host/reading/read-into.ts";
import type { ReadingResult } from "../host/reading/reading-task.ts";
import { sourceJson } from "./article-summary.ts";
import { plainText } from "./text-table.ts";

/** A reading, before it is carried out or after that. */
export interface ShownReading {
  /** The project as it was before. */
  readonly project: Project;
  readonly reading: WholeReading;
  readonly result: ReadingResult;
  readonly isWritten: boolean;
}

/** How many marks without a place, and how many problems, are named one by one. */
const MOST_NAMED = 20;

/** What was read, or would be, for people. */
export function readingText({ project, reading, result, isWritten }: ShownReading): string {
  const { additions, sets } = reading;
  const [first] = sets;
  const lines = [
    `Read as ${readFormat(result.format)?.name ?? result.format}.`,
    ...(first ? sourceLines(first.plan) : []),
    ...additions.map(({ source }) => `${sourceName(source)} is added to the articles.`),
    ...(first ? labelLines(project, first.plan) : []),
    ...(first ? claimLines(first.plan) : []),
    ...sets.flatMap((set) => setLines(set)),
    ...(first ? sharedSentences(first.plan) : []),
    ...named(stayingOf(reading), "As it is here stays:"),
    ...named(
      result.read.problems.map(({ at, message }) => `${at}: ${message}`),
      "Not understood:",
    ),
    isEmpty(result.read) ? "It holds no annotations." : "",
    isWritten ? "" : "Nothing was changed; without --dry-run it will be.",
  ];
  return lines
    .filter((line) => line !== "")
    .map((line) => `${plainText(line)}\n`)
    .join("");
}

function sourceLines({ read, sources }: ReadingPlan): readonly string[] {
  return read.sources.map((source) => {
    const name = source.title || source.originalName || source.url || source.key;
    const match = sources.get(source.key);
    if (match?.kind === "matched") return `${name}: ${sourceName(match.source)}, found by its ${match.by}.`;
    return match?.kind === "added"
      ? `${name}: a new article.`
      : `${name}: not in this project, so its marks are left out${source.text === undefined ? "" : "; --add-articles adds it"}.`;
  });
}

function labelLines(project: Project, { labels, read }: ReadingPlan): readonly string[] {
  if (read.marks.length === 0) return [];
  const known = new Map(claimList(project).map(({ id, displayLabel }) => [id, displayLabel]));
  const names = new Map(read.claims.map(({ key, label }) => [key, label]));
  const meaning = ({ read: label, claim, stance }: MeantLabel) => {
    if (claim.kind === "none") return "no claim, left out";
    const name =
      claim.kind === "known" ? `claim ${known.get(claim.id)}` : `the new claim ${names.get(label.claim ?? "")}`;
    return stance === null ? name : `${name}, ${stance}`;
  };
  return named(
    [...labels.values()].map((label) => `${label.read.name}: ${meaning(label)}`),
    "Labels:",
  );
}

function claimLines({ claims }: ReadingPlan): readonly string[] {
  return named(
    claims.map(({ label, text }) => (text === undefined ? label : `${label}: ${text}`)),
    "New claims:",
  );
}

function setLines({ analyst, isNew, plan }: SetPlan): readonly string[] {
  const sentences = readingSentences(plan);
  const who = `${analyst.name}${isNew ? " (a new set)" : ""}`;
  const waiting = plan.marks.filter(({ fate }) => fate === "waiting" || fate === "unplaced");
  return [
    `${who}: ${sentences.length === 0 ? "nothing to read." : sentences.join(" ")}`,
    ...named(waiting.map(markLine), "Not placed:"),
  ];
}

/** What the files have otherwise and is not taken over. */
function stayingOf({ sets }: WholeReading): readonly string[] {
  const [first] = sets;
  return [...(first ? stayingParts(first.plan) : []), ...sets.flatMap(({ plan }) => plan.stays)];
}

function markLine(mark: PlannedMark): string {
  return `${mark.read.at}: “${quotedWords(mark).slice(0, 100)}” ${placeWords(mark)}`;
}

function named(lines: readonly string[], title: string): readonly string[] {
  if (lines.length === 0) return [];
  const more = lines.length > MOST_NAMED ? [`- and ${lines.length - MOST_NAMED} more; --json has all`] : [];
  return [title, ...lines.slice(0, MOST_NAMED).map((line) => `- ${line}`), ...more];
}

/** The same for programs. */
export function readingJson({ reading, result, isWritten }: ShownReading) {
  const { additions, sets } = reading;
  const [first] = sets;
  return {
    format: result.format,
    written: isWritten,
    added: additions.map(({ source }) => sourceJson(source)),
    sources: [...(first?.plan.sources ?? [])].map(([key, match]) => ({
      ...{ key, kind: match.kind },
      ...(match.kind === "matched" ? { by: match.by } : {}),
      ...(match.kind === "left" ? {} : { source: match.source.id }),
    })),
    labels: [...(first?.plan.labels.values() ?? [])].map(({ read, claim, stance }) => ({
      name: read.name,
      claim,
      stance,
    })),
    sets: sets.map(({ analyst, isNew, plan }) => ({
      ...{ analyst, isNew, counts: fateCounts(plan), cells: plan.cells.fresh.length, claims: plan.claims.length },
      sentences: readingSentences(plan),
      marks: plan.marks
        .filter(({ fate }) => fate !== "new" && fate !== "same")
        .map((mark) => ({ at: mark.read.at, fate: mark.fate, quote: quotedWords(mark), reason: placeWords(mark) })),
    })),
    shared: first ? sharedSentences(first.plan) : [],
    stays: stayingOf(reading),
    problems: result.read.problems,
  };
}
