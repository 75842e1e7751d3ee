import type { AnnotationSet } from "../model/annotation-set.ts";
import type { Project } from "../model/project.ts";
import { annotationSet } from "../model/project.ts";
import { revisionOf } from "./apply.ts";
import { applyToSet } from "./apply-to-set.ts";
import type { Command, SetCommand, SimpleCommand } from "./command.ts";
import { Refusal } from "./refusal.ts";
import { runsOf } from "./run.ts";

/**
 * The command that takes `command` back: for a project that `command` fits,
 * `apply(apply(project, command), invert(project, command))` equals `project`. Throws a `Refusal` when it does not fit.
 */
export function invert(project: Project, command: Command): Command {
  const { analyst, at } = command;
  switch (command.kind) {
    case "revise-project":
      return { ...command, title: project.file.title };
    case "revise-source":
      found(project.sources, command.sourceId, "source", "project");
      return revisionOf(project, { analyst, at, sourceId: command.sourceId });
    case "batch":
      return { ...command, commands: invertAll(project, command) };
    default:
      return invertSimple(setOf(project, command), command);
  }
}

/** Each run is undone from the state it met, and the last command is undone first. */
function invertAll(project: Project, { commands, ...made }: Extract<Command, { kind: "batch" }>): SimpleCommand[] {
  const inverses: SimpleCommand[] = [];
  let reached = project;
  for (const run of runsOf(commands)) {
    for (const command of run) inverses.push(invertSimple(setOf(reached, command), command));
    reached = { ...reached, sets: applyToSet(reached, { ...made, commands: run }) };
  }
  return inverses.reverse();
}

function invertSimple(set: AnnotationSet, command: SimpleCommand): SimpleCommand {
  const { analyst, at } = command;
  switch (command.kind) {
    case "add-mark":
      return { kind: "remove-mark", analyst, at, markId: command.mark.id };
    case "remove-mark":
      return { kind: "add-mark", analyst, at, mark: found(set.marks, command.markId, "mark") };
    case "put-tag": {
      const { tags } = found(set.marks, command.markId, "mark");
      const former = tags.find((tag) => tag.id === command.tag.id);
      return former
        ? { ...command, tag: former }
        : { kind: "remove-tag", analyst, at, markId: command.markId, tagId: command.tag.id };
    }
    case "remove-tag": {
      const { tags } = found(set.marks, command.markId, "mark");
      const tag = found(tags, command.tagId, "tag");
      return { kind: "put-tag", analyst, at, markId: command.markId, index: tags.indexOf(tag), tag };
    }
    case "put-claim":
      return invertClaim(set, command, command.claim.id);
    case "drop-claim":
      return invertClaim(set, command, command.claimId);
    case "set-cell": {
      const former = set.cells.find((cell) => cell.claimId === command.claimId && cell.sourceId === command.sourceId);
      return { ...command, state: former?.state ?? "not-reviewed", at: former?.at ?? at };
    }
    default:
      return command satisfies never;
  }
}

function invertClaim(
  set: AnnotationSet,
  { analyst, at }: SimpleCommand,
  claimId: AnnotationSet["claims"][number]["id"],
): SimpleCommand {
  const former = set.claims.find((claim) => claim.id === claimId);
  return former ? { kind: "put-claim", analyst, at, claim: former } : { kind: "drop-claim", analyst, at, claimId };
}

function setOf(project: Project, command: SetCommand): AnnotationSet {
  const set = annotationSet(project, command.analyst);
  if (!set) throw new Refusal("This analyst has no annotation set in the project.");
  return set;
}

function found<Item extends { readonly id: string }>(
  items: readonly Item[],
  id: Item["id"],
  noun: string,
  place = "annotation set",
): Item {
  const item = items.find((candidate) => candidate.id === id);
  if (!item) throw new Refusal(`This ${noun} is not in the ${place}.`);
  return item;
}
