import { resolve } from "node:path";
import { phaseWords } from "../../annotations/agreement/blind-phase.ts";
import { AGREEMENT_LEVELS, type AgreementLevel } from "../../annotations/agreement/levels/agreement-level.ts";
import {
  type AnalystsAgreement,
  agreementOfAnalysts,
} from "../../annotations/agreement/levels/agreement-of-analysts.ts";
import type { MeasureEntry } from "../../annotations/agreement/measure-entry.ts";
import { agreementWarnings } from "../../annotations/agreement/warnings/agreement-warnings.ts";
import { Failure } from "../../annotations/api/reply.ts";
import type { Analyst } from "../../annotations/model/analyst.ts";
import { codingAnalysts, type Project } from "../../annotations/model/project.ts";
import { sourceName } from "../../annotations/model/source.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import { readProject } from "../storage/project/project-folder.ts";
import { agreementJson } from "./agreement-json.ts";
import { analystNamed, nameAmong } from "./analyst-choice.ts";
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
  const analysts = comparedIn(project, call.texts("analyst"));
  if (analysts.length < 2) {
    const there = analysts.length === 0 ? "nobody has" : "only one analyst has";
    throw new Failure("refused", `Agreement needs two analysts, and ${there} marked anything in this project.`);
  }
  const agreement = narrowed(agreementOfAnalysts(project, analysts, voices, phase), call.text("measure"));
  return {
    text: textOf(agreement, levels),
    json: agreementJson(project, agreement, levels),
  };
}

/** Those who are named, or everybody but the author of the adjudicated layer. */
function comparedIn(project: Project, wishes: readonly string[]): readonly Analyst[] {
  if (wishes.length === 0) return codingAnalysts(project);
  const named = wishes.map((wish) => analystNamed(project, wish));
  if (new Set(named.map(({ id }) => id)).size < Math.max(2, named.length)) {
    throw new UsageError("Name two different analysts at least, each with --analyst.");
  }
  return named;
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
  const { analysts, completed, worked } = agreement;
  const names = analysts.map((analyst) => nameAmong(analyst, analysts));
  const sources = (list: AnalystsAgreement["completed"]) =>
    list.length === 0 ? "none" : list.map((source) => plainText(sourceName(source))).join(", ");
  return [
    `${names.join(", ")}\n`,
    `Worked in by all: ${sources(worked)}\nCompleted by all: ${sources(completed)}\n`,
    ...levels.map((level) => levelText(agreement, level)),
  ].join("\n");
}

function levelText(agreement: AnalystsAgreement, level: AgreementLevel): string {
  const { analysts, measures, phase, phases } = agreement;
  const blind = plainText(phaseWords(phases[level], phase));
  const warnings = agreementWarnings(agreement)[level].map(({ sentence }) => `! ${plainText(sentence)}\n`);
  return `${HEADINGS[level]}\n${blind}\n${warnings.join("")}${textTable(measures[level].map((entry) => lineOf(entry, analysts)))}`;
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
