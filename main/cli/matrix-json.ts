import { type ClaimFigures, claimFigures } from "../../annotations/figures/claim-figures.ts";
import type { Analyst } from "../../annotations/model/analyst.ts";
import type { PairOfSources } from "../../annotations/model/origin-verdict.ts";
import type { Project } from "../../annotations/model/project.ts";
import type { Source } from "../../annotations/model/source.ts";
import type { Cell, TaggedMark } from "../../annotations/review/cell.ts";
import { relationsIn } from "../../annotations/review/difference.ts";
import { gapsIn } from "../../annotations/review/gaps.ts";
import type { Matrix, MatrixRow } from "../../annotations/review/matrix.ts";
import { type OriginGroup, originGroups } from "../../annotations/review/origin-groups.ts";
import { ROW_STATUSES } from "../../annotations/review/row-status.ts";
import { sourcePairs } from "../../annotations/review/source-pairs.ts";
import { type SpeakerMatrix, speakerMatrix } from "../../annotations/review/speaker-matrix.ts";
import { ORIGIN_RULE, statusReason, statusRule } from "../../annotations/review/status-rule.ts";
import { timelines } from "../../annotations/review/timeline.ts";

/**
 * Every figure that the review shows, as a value for machines. Sources and claims are named by their ids. `rules` has what
 * gives each status, with the project's threshold, and each row's `reason` the counts behind its own.
 */
export function matrixJson(project: Project, analyst: Analyst, matrix: Matrix): unknown {
  const { sources, rows } = matrix;
  const { corroboratedBy } = project.file.settings;
  return {
    title: project.file.title,
    analyst: { id: analyst.id, name: analyst.name },
    sources: sources.map(({ id, title, outlet, author, date }) => ({ id, title, outlet, author, date })),
    rules: {
      corroboratedBy,
      origins: ORIGIN_RULE,
      status: Object.fromEntries(ROW_STATUSES.map((status) => [status, statusRule(status, corroboratedBy)])),
    },
    rows: rows.map((row) => rowJson(row, sources)),
    figures: claimFigures(matrix).map(figuresJson),
    origins: originGroups(project, analyst.id).groups.map(originJson),
    pairs: pairsJson(matrix),
    speakers: speakersJson(speakerMatrix(matrix, project.file.speakers)),
    timelines: timelinesJson(matrix),
    gaps: gapsJson(matrix),
  };
}

function rowJson(row: MatrixRow, sources: readonly Source[]): object {
  const { claim, cells, summary } = row;
  return {
    claim: { id: claim.id, label: claim.displayLabel, text: claim.text },
    ...summary,
    relations: relationsIn(row),
    reason: statusReason(summary, sources.length),
    cells: sources.map(({ id }) => ({ source: id, ...cellJson(cells.get(id)) })),
  };
}

function cellJson(cell: Cell | undefined): object {
  if (!cell || cell.kind === "empty") return { state: cell?.state ?? "not-reviewed" };
  const { stance, voice, conflict, hedged, evidence } = cell;
  return { stance, voice, conflict, hedged, marks: marksOf(evidence) };
}

/** Sources that are one origin: those that name one agency, and the pairs that the analyst has decided on. */
function originJson({ sources, agencies, confirmed, contradicted }: OriginGroup): object {
  const pairs = (verdicts: readonly PairOfSources[]) => verdicts.map(({ a, b }) => [a, b]);
  return { sources, agencies, confirmed: pairs(confirmed), contradicted: pairs(contradicted) };
}

function figuresJson({ claim, groups, places }: ClaimFigures): object {
  const figures = [...groups.flatMap((group) => group.figures), ...places];
  return {
    claim: claim.id,
    figures: figures.map(({ source, mark, tag, value }) => ({ source: source.id, mark: mark.id, tag: tag.id, value })),
  };
}

/** By the sources' own voices, and with those that they only quote. */
function pairsJson(matrix: Matrix): readonly object[] {
  const own = sourcePairs(matrix, "own");
  const all = sourcePairs(matrix, "all");
  return own.map(({ a, b, claims }, i) => ({ a, b, ownVoices: claims, allVoices: all[i]?.claims }));
}

function speakersJson({ speakers, rows }: SpeakerMatrix): object {
  return {
    named: speakers.map(({ key, name, sources }) => ({
      name,
      sources,
      claims: rows.flatMap(({ claim, cells }) => {
        const cell = cells.get(key);
        if (!cell) return [];
        return [{ claim: claim.id, stance: cell.stance, sources: cell.sources, marks: marksOf(cell.evidence) }];
      }),
    })),
    unnamed: rows.flatMap(({ claim, unnamed }) =>
      unnamed.length > 0 ? [{ claim: claim.id, marks: marksOf(unnamed) }] : [],
    ),
  };
}

function timelinesJson(matrix: Matrix): readonly object[] {
  return timelines(matrix).map(({ claim, dated, undated, first }) => ({
    claim: claim.id,
    first: first.map(({ id }) => id),
    entries: [...dated, ...undated].map(({ source, cell: { stance, voice }, changed }) => ({
      ...{ source: source.id, date: source.date },
      ...{ stance, voice, changed },
    })),
  }));
}

function gapsJson(matrix: Matrix): object {
  const { thin, unreviewed } = gapsIn(matrix);
  return {
    thin: thin.map(({ claim }) => claim.id),
    unreviewed: unreviewed.map(({ source, rows }) => ({
      source: source.id,
      claims: rows.map(({ claim }) => claim.id),
    })),
  };
}

function marksOf(evidence: readonly TaggedMark[]): readonly string[] {
  return [...new Set(evidence.map(({ mark }) => mark.id))];
}
