import type { AgreementLevel } from "../levels/agreement-level.ts";
import type { AnalystsAgreement } from "../levels/agreement-of-analysts.ts";
import type { MeasureEntry } from "../measure-entry.ts";
import type { RatingTable } from "../rating-table.ts";
import { placeWarnings } from "./place-warnings.ts";
import { raterWarnings } from "./rater-warnings.ts";
import { tableFacts } from "./table-facts.ts";
import { tableWarnings } from "./table-warnings.ts";
import type { Warning } from "./warning.ts";

/** What to be warned of at each level before its figures are believed. */
export function agreementWarnings(agreement: AnalystsAgreement): Readonly<Record<AgreementLevel, readonly Warning[]>> {
  const { analysts, completed, worked, sources, tables, text, measures } = agreement;
  const names = analysts.map(({ name }) => name);
  const ofTable = (table: RatingTable) => {
    const facts = tableFacts(table, { units: "cells", raters: "analysts", names });
    return [...tableWarnings(facts), ...raterWarnings(facts)];
  };
  return {
    place: [
      ...coverage(worked.length, sources, "In which all have worked", "only their marks are compared"),
      ...placeWarnings(text, new Map(analysts.map(({ id, name }) => [id, name]))),
    ],
    claim: [
      ...coverage(completed.length, sources, "Looked through by all for every claim", "silence counts only there"),
      ...ofTable(tables.claim.table),
      ...intervalOnly(measures.claim),
    ],
    stance: [...ofTable(tables.stance.table), ...intervalOnly(measures.stance)],
  };
}

/** What to be warned of where sources are the raters and claims the units. */
export function sourceWarnings(
  table: RatingTable,
  names: readonly string[],
  measures: readonly MeasureEntry[],
): readonly Warning[] {
  const facts = tableFacts(table, { units: "claims", raters: "sources", names });
  const thresholds = {
    id: "thresholds",
    sentence:
      "The thresholds of .667 and .80 are conventions for coders. They say nothing of sources, which may well contradict each other.",
  };
  return [...tableWarnings(facts), ...raterWarnings(facts), ...intervalOnly(measures), thresholds];
}

function coverage(there: number, all: number, what: string, so: string): readonly Warning[] {
  if (there === all) return [];
  return [{ id: "coverage", sentence: `${what}: ${there} of ${all} articles; ${so}.` }];
}

function intervalOnly(measures: readonly MeasureEntry[]): readonly Warning[] {
  if (!measures.some(({ interval }) => interval)) return [];
  return [
    {
      id: "interval",
      sentence:
        "The interval says how far other claims would change the figure. Copied articles, the choice of sources and the errors that analysts share are not in it.",
    },
  ];
}
