import type { SimpleCommand } from "../../../annotations/commands/command.ts";
import type { AnnotationSet } from "../../../annotations/model/annotation-set.ts";
import type { Claim } from "../../../annotations/model/claim.ts";
import type { MarkId } from "../../../annotations/model/id.ts";
import type { Project } from "../../../annotations/model/project.ts";
import { annotationSet } from "../../../annotations/model/project.ts";
import { below, oneOf, type Random } from "../testing/random.ts";
import { ANALYST, addMark, MADE, syntheticTag } from "./synthetic-project.ts";

/**
 * What an analyst does, as commands that fit one after the other: of a hundred, 25 mark and tag a passage, 25 tag one
 * that is marked, 25 remove a mark, 15 settle a cell and 10 reword a claim. The number of marks stays about the same.
 * The analyst's set must have a claim.
 */
export function commandMix(project: Project, count: number, random: Random): readonly SimpleCommand[] {
  const { claims, marks } = setOfBench(project);
  const claimIds = claims.map(({ id }) => id);
  const markIds = marks.map(({ id }) => id);

  function next(): SimpleCommand {
    const share = markIds.length === 0 ? 0 : random();
    if (share < 0.25) {
      const command = addMark(project.sources, claimIds, random);
      markIds.push(command.mark.id);
      return command;
    }
    if (share < 0.5) {
      return {
        kind: "put-tag",
        ...MADE,
        markId: oneOf(markIds, random),
        index: 0,
        tag: syntheticTag(claimIds, random),
      };
    }
    if (share < 0.75) return { kind: "remove-mark", ...MADE, markId: takeOne(markIds, random) };
    if (share < 0.9) {
      const sourceId = oneOf(project.sources, random).id;
      return { kind: "set-cell", ...MADE, claimId: oneOf(claimIds, random), sourceId, state: "not-mentioned" };
    }
    return { kind: "put-claim", ...MADE, claim: reworded(oneOf(claims, random), random) };
  }

  return Array.from({ length: count }, next);
}

/** The set of the analyst who works in the made-up projects. */
export function setOfBench(project: Project): AnnotationSet {
  const set = annotationSet(project, ANALYST.id);
  if (!set) throw new Error("the analyst has no set in this project");
  return set;
}

/** Takes one of the ids out of the list. */
function takeOne(ids: MarkId[], random: Random): MarkId {
  const taken = oneOf(ids, random);
  const last = ids.pop();
  if (last !== undefined && last !== taken) ids[ids.indexOf(taken)] = last;
  return taken;
}

function reworded(claim: Claim, random: Random): Claim {
  return { ...claim, text: `${claim.text.slice(0, 100)} Seen ${below(1_000, random)} times.` };
}
