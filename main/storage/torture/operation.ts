import type { SetCommand, SimpleCommand } from "../../../annotations/commands/command.ts";
import type { AnnotationSet } from "../../../annotations/model/annotation-set.ts";
import type { AnalystId } from "../../../annotations/model/id.ts";
import type { Mark } from "../../../annotations/model/mark.ts";

/** One change that a process asked for, as one journal record has it, and what it was told about it. */
export interface Operation {
  readonly analyst: AnalystId;
  /** The process that asked. */
  readonly pid: number;
  readonly command: SetCommand;
  /** The ids of the tags that were seen on the marks that it removes. */
  readonly tagsSeen: readonly string[];
  /** In microseconds of a clock that all processes of the machine share. */
  readonly askedAt: number;
  /** When it was acknowledged, and the number of its record; null as long as it was not. */
  readonly acknowledged: { readonly at: number; readonly seq: number } | null;
}

/** A mark without its tags, a tag, or a claim, by its id. */
export type Item = readonly [id: string, content: unknown];

/** What a mark consists of. */
function itemsOf(mark: Mark): readonly Item[] {
  return [[mark.id, { ...mark, tags: [] }], ...mark.tags.map((tag): Item => [tag.id, tag])];
}

/** All that a set consists of, as far as operations change it. */
export function itemsIn({ marks, claims }: AnnotationSet): readonly Item[] {
  return [...marks.flatMap(itemsOf), ...claims.map((claim): Item => [claim.id, claim])];
}

/** What an operation adds to the set. */
export function added({ command }: Operation): readonly Item[] {
  return simple(command).flatMap(addedBy);
}

/** The ids of what an operation takes out of the set. */
export function removed({ command, tagsSeen }: Operation): readonly string[] {
  return [...simple(command).flatMap(removedBy), ...tagsSeen];
}

export function simple(command: SetCommand): readonly SimpleCommand[] {
  return command.kind === "batch" ? command.commands : [command];
}

function addedBy(command: SimpleCommand): readonly Item[] {
  switch (command.kind) {
    case "add-mark":
      return itemsOf(command.mark);
    case "put-tag":
      return [[command.tag.id, command.tag]];
    case "put-claim":
      return [[command.claim.id, command.claim]];
    default:
      return [];
  }
}

function removedBy(command: SimpleCommand): readonly string[] {
  switch (command.kind) {
    case "remove-mark":
      return [command.markId];
    case "remove-tag":
      return [command.tagId];
    default:
      return [];
  }
}
