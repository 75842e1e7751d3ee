import type { ClaimId } from "../model/id.ts";
import { remarksOf } from "../model/mark.ts";
import { pairKey } from "../model/origin-verdict.ts";
import { type Project, ProjectFile } from "../model/project.ts";
import { Source } from "../model/source.ts";
import { revisionOf } from "./apply.ts";
import { binnedIn, carryOut, cellNoteIn, completionIn, markIn, simpleCommands, verdictIn } from "./apply-to-set.ts";
import { cellCommand } from "./cell-command.ts";
import type { Command, ReviseProject, ReviseSource, SetCommand, SimpleCommand } from "./command.ts";
import { Refusal } from "./refusal.ts";
import { cellKey, draftOf, type SetDraft } from "./set-draft.ts";
import { invertSpeaker } from "./speaker-command.ts";
import { unknownFields } from "./unknown-fields.ts";

/**
 * The command that takes `command` back: for a project that `command` fits,
 * `apply(apply(project, command), invert(project, command))` equals `project`, but for reveals, which stay. Throws a `Refusal`
 * when it does not fit.
 */
export function invert(project: Project, command: Command): Command {
  const { analyst } = command;
  switch (command.kind) {
    case "revise-project":
      return formerSettings(project.file, command);
    case "revise-source":
      return formerSource(project, command);
    case "put-speaker":
    case "drop-speaker":
      return invertSpeaker(project.file, command);
    case "batch":
      return { ...command, commands: invertAll(project, command) };
    default:
      return invertSimple(draftOf(project, analyst), command);
  }
}

function formerSource(project: Project, { analyst, at, sourceId, more }: ReviseSource): ReviseSource {
  const source = project.sources.find(({ id }) => id === sourceId);
  if (!source) throw notIn("source", "project");
  const former = revisionOf(project, { analyst, at, sourceId });
  return more === undefined ? former : { ...former, more: unknownFields(source, Source.shape) };
}

function formerSettings(file: ProjectFile, command: ReviseProject): ReviseProject {
  const { title, settings } = file;
  const { corroboratedBy, adjudicator = null, stanceDistances = null } = settings;
  return {
    ...command,
    title,
    ...(command.corroboratedBy === undefined ? {} : { corroboratedBy }),
    ...(command.adjudicator === undefined ? {} : { adjudicator }),
    ...(command.stanceDistances === undefined ? {} : { stanceDistances }),
    ...(command.more === undefined ? {} : { more: unknownFields(file, ProjectFile.shape) }),
    ...(command.moreSettings === undefined
      ? {}
      : { moreSettings: unknownFields(settings, ProjectFile.shape.settings.shape) }),
  };
}

/** Each command is undone from the state it met, and the last one is undone first. */
function invertAll(project: Project, batch: SetCommand): SimpleCommand[] {
  const draft = draftOf(project, batch.analyst);
  const inverses = simpleCommands(batch).map((command) => {
    const inverse = invertSimple(draft, command);
    carryOut(draft, command);
    return inverse;
  });
  return inverses.reverse();
}

function invertSimple(draft: SetDraft, command: SimpleCommand): SimpleCommand {
  const { analyst, at } = command;
  switch (command.kind) {
    case "add-mark":
      // A mark that is there already is not added, so what takes that back must not remove it.
      return draft.marks.get(command.mark.id) ? command : { kind: "remove-mark", analyst, at, markId: command.mark.id };
    case "remove-mark":
      return { kind: "add-mark", analyst, at, mark: markIn(draft, command.markId) };
    case "put-ranges":
      return { ...command, ranges: markIn(draft, command.markId).ranges };
    case "revise-mark":
      return { kind: "revise-mark", analyst, at, markId: command.markId, ...remarksOf(markIn(draft, command.markId)) };
    case "put-binned":
      return draft.bin.get(command.mark.id) ? command : { kind: "drop-binned", analyst, at, markId: command.mark.id };
    case "drop-binned":
      return { kind: "put-binned", analyst, at, mark: binnedIn(draft, command.markId) };
    case "put-tag": {
      const { tags } = markIn(draft, command.markId);
      const former = tags.find((tag) => tag.id === command.tag.id);
      return former
        ? { ...command, tag: former }
        : { kind: "remove-tag", analyst, at, markId: command.markId, tagId: command.tag.id };
    }
    case "remove-tag": {
      const { tags } = markIn(draft, command.markId);
      const index = tags.findIndex((tag) => tag.id === command.tagId);
      const tag = tags[index];
      if (!tag) throw notIn("tag", "annotation set");
      return { kind: "put-tag", analyst, at, markId: command.markId, index, tag };
    }
    case "put-claim":
      return invertClaim(draft, command, command.claim.id);
    case "drop-claim":
      return invertClaim(draft, command, command.claimId);
    case "set-cell": {
      const { claimId, sourceId } = command;
      const former = draft.cells.get(cellKey(command));
      return former
        ? cellCommand(analyst, former)
        : { kind: "set-cell", analyst, at, claimId, sourceId, state: "not-reviewed" };
    }
    case "put-cell-note": {
      const { claimId, sourceId } = command.note;
      const note = draft.cellNotes.get(cellKey(command.note));
      return note
        ? { kind: "put-cell-note", analyst, at, note }
        : { kind: "drop-cell-note", analyst, at, claimId, sourceId };
    }
    case "drop-cell-note":
      return { kind: "put-cell-note", analyst, at, note: cellNoteIn(draft, command) };
    case "put-origin-verdict": {
      const { a, b } = command.verdict;
      const former = draft.originVerdicts.get(pairKey(command.verdict));
      return former
        ? { kind: "put-origin-verdict", analyst, at, verdict: former }
        : { kind: "drop-origin-verdict", analyst, at, a, b };
    }
    case "drop-origin-verdict":
      return { kind: "put-origin-verdict", analyst, at, verdict: verdictIn(draft, command) };
    case "put-done": {
      const { sourceId } = command.done;
      const former = draft.done.get(sourceId);
      return former ? { kind: "put-done", analyst, at, done: former } : { kind: "drop-done", analyst, at, sourceId };
    }
    case "drop-done":
      return { kind: "put-done", analyst, at, done: completionIn(draft, command.sourceId) };
    case "add-reveal":
      // What was seen was seen: to record it again changes nothing.
      return command;
    default:
      return command satisfies never;
  }
}

function invertClaim({ claims }: SetDraft, { analyst, at }: SimpleCommand, claimId: ClaimId): SimpleCommand {
  const former = claims.get(claimId);
  return former ? { kind: "put-claim", analyst, at, claim: former } : { kind: "drop-claim", analyst, at, claimId };
}

function notIn(noun: "source" | "tag", place: string): Refusal {
  return new Refusal(`This ${noun} is not in the ${place}.`);
}
