import { applyToSet } from "../../../annotations/commands/apply-to-set.ts";
import type { SetCommand, SimpleCommand } from "../../../annotations/commands/command.ts";
import { Refusal } from "../../../annotations/commands/refusal.ts";
import type { AnnotationSet } from "../../../annotations/model/annotation-set.ts";
import type { Claim } from "../../../annotations/model/claim.ts";
import { AnalystId, type ClaimId, newId } from "../../../annotations/model/id.ts";
import type { Mark } from "../../../annotations/model/mark.ts";
import type { Project, ProjectFile } from "../../../annotations/model/project.ts";
import { annotationSet } from "../../../annotations/model/project.ts";
import type { Source } from "../../../annotations/model/source.ts";
import type { JournalRecord } from "../journal/journal-record.ts";

/** What the records of a journal were applied to. */
export interface ReplayGround {
  readonly file: ProjectFile;
  readonly sources: readonly Source[];
}

/** A record that does not fit what came before it. */
export interface ReplayFault {
  readonly seq: number;
  readonly reason: string;
}

/** A set after the records of a journal, without those that did not fit. */
export interface Replayed {
  readonly set: AnnotationSet;
  readonly faults: readonly ReplayFault[];
}

/**
 * An analyst's set after the records of its journal; a record that does not fit is left out and named. Depends on this
 * analyst's files and the sources only: a claim that another analyst has dropped since then does not make an acknowledged
 * tag unreadable.
 */
export function replay(ground: ReplayGround, set: AnnotationSet, records: readonly JournalRecord[]): Replayed {
  const [last] = records.slice(-1);
  if (!last) return { set, faults: [] };
  const project: Project = { ...ground, sets: [set, witnessOf(set, records)] };
  const together = replayTogether(project, set, records);
  const { project: reached, faults } = together ? { project: together, faults: [] } : replayEach(project, set, records);
  return { set: { ...(annotationSet(reached, set.analyst.id) ?? set), journalThrough: last.seq }, faults };
}

/** As one batch, which takes far less time than each record alone; null when one of them does not fit. */
function replayTogether(
  project: Project,
  { analyst }: AnnotationSet,
  records: readonly JournalRecord[],
): Project | null {
  const commands = records.flatMap(({ command }) => simple(command));
  const at = commands[0]?.at;
  if (at === undefined) return null;
  try {
    return { ...project, sets: applyToSet(project, { kind: "batch", analyst: analyst.id, at, commands }) };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function replayEach(project: Project, { analyst }: AnnotationSet, records: readonly JournalRecord[]) {
  const faults: ReplayFault[] = [];
  let reached = project;
  for (const { seq, command } of records) {
    try {
      if (command.analyst !== analyst.id) throw new Refusal("It belongs to another analyst.");
      reached = { ...reached, sets: applyToSet(reached, command) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      faults.push({ seq, reason: error.message });
    }
  }
  return { project: reached, faults };
}

/** A set that vouches for every claim that the set or a record mentions: each was there when it was acknowledged. */
function witnessOf(set: AnnotationSet, records: readonly JournalRecord[]): AnnotationSet {
  const mentioned = [
    ...set.claims.map(({ id }) => id),
    ...[...set.cells, ...(set.cellNotes ?? [])].map(({ claimId }) => claimId),
    ...[...set.marks, ...(set.bin ?? [])].flatMap(claimsOf),
    ...records.flatMap(({ command }) => simple(command)).flatMap(claimsMentioned),
  ];
  return {
    ...set,
    analyst: { id: newId(AnalystId), name: "witness" },
    claims: [...new Set(mentioned)].map((id) => witnessedClaim(id, set)),
    marks: [],
    cells: [],
    bin: [],
    cellNotes: [],
    originVerdicts: [],
    done: [],
    reveals: [],
  };
}

function simple(command: SetCommand): readonly SimpleCommand[] {
  return command.kind === "batch" ? command.commands : [command];
}

function claimsMentioned(command: SimpleCommand): readonly ClaimId[] {
  switch (command.kind) {
    case "add-mark":
    case "put-binned":
      return claimsOf(command.mark);
    case "put-tag":
      return [command.tag.claimId];
    case "put-claim":
      return [command.claim.id];
    case "drop-claim":
    case "set-cell":
    case "drop-cell-note":
      return [command.claimId];
    case "put-cell-note":
      return [command.note.claimId];
    case "remove-mark":
    case "put-ranges":
    case "revise-mark":
    case "drop-binned":
    case "remove-tag":
    case "put-origin-verdict":
    case "drop-origin-verdict":
    case "put-done":
    case "drop-done":
    case "add-reveal":
      return [];
    default:
      return command satisfies never;
  }
}

function claimsOf(mark: Mark): readonly ClaimId[] {
  return mark.tags.map(({ claimId }) => claimId);
}

function witnessedClaim(id: ClaimId, { createdAt }: AnnotationSet): Claim {
  return {
    id,
    label: "C0",
    text: "witnessed",
    note: "",
    aliases: [],
    createdAt,
    revisedAt: createdAt,
    removed: false,
  };
}
