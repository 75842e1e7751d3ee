import type { ClaimId } from "../model/id.ts";
import { annotationSet, type Project } from "../model/project.ts";
import { saysTheSame, type Tag } from "../model/tag.ts";
import type { Command } from "./command.ts";
import { sameContent } from "./same-content.ts";
import { markById } from "./set-draft.ts";

/**
 * The commands of one step with the time of each tag that they add to a mark or give other content, so that it is known
 * whether that was before the analyst saw others' work. A tag keeps its time where only its note differs, or its claim because
 * that was merged into another one.
 */
export function dated(project: Project, commands: readonly Command[]): readonly Command[] {
  const merged = new Set(commands.flatMap((command) => goneIn(command)));
  return commands.map((command) =>
    command.kind === "put-tag" ? { ...command, tag: datedTag(project, command, merged) } : command,
  );
}

/** The claim that a command marks as removed. */
function goneIn(command: Command): readonly ClaimId[] {
  return command.kind === "put-claim" && command.claim.removed ? [command.claim.id] : [];
}

function datedTag(
  project: Project,
  { analyst, at, markId, tag }: Extract<Command, { kind: "put-tag" }>,
  merged: ReadonlySet<ClaimId>,
): Tag {
  const set = annotationSet(project, analyst);
  const onMark = set && markById(set, markId)?.tags.find(({ id }) => id === tag.id);
  // A tag that comes from another mark, which is merged into this one, was made there.
  const former = onMark ?? set?.marks.flatMap(({ tags }) => tags).find(({ id }) => id === tag.id);
  if (!former) return { ...tag, at };
  const moved = merged.has(former.claimId) ? { ...former, claimId: tag.claimId } : former;
  const isKept = saysTheSame(moved, tag) && sameContent(moved.value, tag.value);
  return isKept ? tag : { ...tag, at };
}
