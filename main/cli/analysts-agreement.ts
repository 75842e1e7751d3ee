import { resolve } from "node:path";
import { type PhaseCount, phaseWords } from "../../annotations/agreement/blind-phase.ts";
import {
  AGREEMENT_LEVELS,
  type AgreementLevel,
  type AnalystsAgreement,
  agreementOfAnalysts,
} from "../../annotations/agreement/levels/agreement-of-analysts.ts";
import type { RatedUnits } from "../../annotations/agreement/levels/claim-level.ts";
import type { MeasureEntry } from "../../annotations/agreement/measure-entry.ts";
import { Failure } from "../../annotations/api/reply.ts";
import type { Analyst } from "../../annotations/model/analyst.ts";
import { codingAnalysts } from "../../annotations/model/project.ts";
import { sourceName } from "../../annotations/model/source.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import { readProject } from "../storage/project/project-folder.ts";
import { nameAmong } from "./analyst-choice.ts";
import { type CliCall, type CliResult, UsageError } from "./cli-command.ts";
import { tellOf } from "./file-reports.ts";
import { plainText, textTable } from "./text-table.ts";

/** How far the analysts of a project folder agree. */
export async function analystsAgreement(call: CliCall, folder: string): Promise<CliResult> {
  const levels = levelsOf(call.text("level"));
  const voices = call.has("quoted") ? "all" : "own";
  const phase = call.has("blind") ? "blind" : "all";
  const { project, reports } = await readProject(nodeFiles, resolve(folder));
  tellOf(call, reports);
  const analysts = codingAnalysts(project);
  if (analysts.length < 2) {
    const there = analysts.length === 0 ? "nobody has" : "only one analyst has";
    throw new Failure("refused", `Agreement needs two analysts, and ${there} marked anything in this project.`);
  }
  const agreement = narrowed(agreementOfAnalysts(project, analysts, voices, phase), call.text("measure"));
  return {
    text: textOf(agreement, levels),
    json: jsonOf(agreement, levels),
  };
}

function levelsOf(wish: string | undefined): readonly AgreementLevel[] {
  if (wish === undefined) return AGREEMENT_LEVELS;
  const level = AGREEMENT_LEVELS.find((one) => one === wish);
  if (!level)
    throw new UsageError(`There is no level ${plainText(wish)}; the levels are ${AGREEMENT_LEVELS.join(", ")}.`);
  return [level];
}

/** Only the measures with one id, where one is wanted. */
function narrowed(agreement: AnalystsAgreement, wish: string | undefined): AnalystsAgreement {
  if (wish === undefined) return agreement;
  const { place, claim, stance } = agreement.measures;
  const known = new Set([...place, ...claim, ...stance].map(({ id }) => id));
  if (!known.has(wish)) {
    throw new UsageError(`There is no measure ${plainText(wish)}; the measures are ${[...known].sort().join(", ")}.`);
  }
  const only = (measures: readonly MeasureEntry[]) => measures.filter(({ id }) => id === wish);
  return { ...agreement, measures: { place: only(place), claim: only(claim), stance: only(stance) } };
}

const HEADINGS: Readonly<Record<AgreementLevel, string>> = {
  place: "Where: the same places for the same claims",
  claim: "Which claim: tagged in the same sources",
  stance: "Which stance, where several see one",
};

function textOf(agreement: AnalystsAgreement, levels: readonly AgreementLevel[]): string {
  const { analysts, completed, worked, measures, phase, phases } = agreement;
  const names = analysts.map((analyst) => nameAmong(analyst, analysts));
  const sources = (list: AnalystsAgreement["completed"]) =>
    list.length === 0 ? "none" : list.map((source) => plainText(sourceName(source))).join(", ");
  return [
    `${names.join(", ")}\n`,
    `Worked in by all: ${sources(worked)}\nCompleted by all: ${sources(completed)}\n`,
    ...levels.map(
      (level) =>
        `${HEADINGS[level]}\n${plainText(phaseWords(phases[level], phase))}\n${textTable(measures[level].map((entry) => lineOf(entry, analysts)))}`,
    ),
  ].join("\n");
}

function lineOf({ id, level, label, pair, value, n, reason, interval }: MeasureEntry, analysts: readonly Analyst[]) {
  const about = [id, level === "nominal" ? "" : level, label === undefined ? "" : plainText(label)];
  const who = pair?.map((one) => nameIn(one, analysts)).join(" and ") ?? "";
  const between = interval ? `${interval.low.toFixed(3)} to ${interval.high.toFixed(3)}` : "";
  return [
    about.filter(Boolean).join(" "),
    who,
    value === null ? "–" : value.toFixed(3),
    between,
    `n = ${n}`,
    reason ?? "",
  ];
}

/** Raters are named by their places, analysts of spans by their ids. */
function nameIn(one: string | number, analysts: readonly Analyst[]): string {
  const analyst = typeof one === "number" ? analysts[one] : analysts.find(({ id }) => id === one);
  return analyst ? nameAmong(analyst, analysts) : String(one);
}

function jsonOf(agreement: AnalystsAgreement, levels: readonly AgreementLevel[]): unknown {
  const { analysts, completed, worked, measures, tables, disagreements, phase, phases } = agreement;
  return {
    analysts,
    phase,
    worked: worked.map(({ id }) => id),
    completed: completed.map(({ id }) => id),
    levels: levels.map((level) => ({
      level,
      blind: phases[level].map((count) => phaseJson(count, level)),
      measures: measures[level],
      ...(level === "place" ? {} : { table: tableJson(tables[level]) }),
    })),
    disagreements: disagreements.map(({ source, claim, kind, sayings }) => ({
      source: source.id,
      claim: claim.id,
      kind,
      sayings: sayings.map(({ analyst, cell }) => ({
        analyst: analyst.id,
        stance: cell?.stance ?? null,
        marks: [...new Set(cell?.evidence.map(({ mark }) => mark.id))],
      })),
    })),
  };
}

/** Whose figures they are, and how much of what they are made from was made after the analyst had seen the others' work. */
function phaseJson(
  { analyst, marks, marksAfter, silences, silencesAfter }: PhaseCount,
  level: AgreementLevel,
): unknown {
  const silence = level === "claim" ? { silences, silencesAfterReveal: silencesAfter } : {};
  return { analyst: analyst.id, marks, marksAfterReveal: marksAfter, ...silence };
}

/** The ratings that the figures of a level are made from: for each unit the category of each analyst, in their order. */
function tableJson({ units, table: { categories, ratings } }: RatedUnits): unknown {
  const category = (place: number | null | undefined) => (place == null ? null : (categories[place] ?? null));
  return {
    categories,
    units: units.map(({ source, claim }, i) => ({
      source: source.id,
      claim: claim.id,
      ratings: ratings.map((row) => category(row[i])),
    })),
  };
}
