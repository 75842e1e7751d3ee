import type { SetCommand, SimpleCommand } from "../../commands/command.ts";
import { Refusal } from "../../commands/refusal.ts";
import { sameContent } from "../../commands/same-content.ts";
import type { AnnotationSet } from "../../model/annotation-set.ts";
import type { EmptyState } from "../../model/cell-state.ts";
import { type AnalystId, MarkId, newId, TagId } from "../../model/id.ts";
import type { Mark } from "../../model/mark.ts";
import { annotationSet, type Project } from "../../model/project.ts";
import type { Stance } from "../../model/stance.ts";
import { newTag, type Tag } from "../../model/tag.ts";
import type { TaggedMark } from "../../review/cell.ts";
import { cellEvidence } from "../../review/evidence.ts";
import type { Place } from "./decision.ts";

/** How a disagreement is decided: as one analyst has it, as not mentioned, or with another stance of a passage. */
export type Verdict =
  | { readonly kind: "as"; readonly analyst: AnalystId }
  | { readonly kind: "not-mentioned" }
  | { readonly kind: "stance"; readonly stance: Stance; readonly passage: Mark };

/** By whom and when it is decided. */
type Stamp = Pick<SimpleCommand, "analyst" | "at">;

/**
 * The change that makes a decision part of the adjudicated set, whose author makes it: what that set said of the cell goes,
 * the chosen saying comes with fresh ids, and `reason`, which must say something, becomes the note on the cell. One command,
 * so that it is undone in one step. Throws a `Refusal` where the analyst chosen has not looked, or has no set.
 */
export function decidingCommand(
  project: Project,
  { analyst, at }: Stamp,
  { place, verdict, reason }: { readonly place: Place; readonly verdict: Verdict; readonly reason: string },
): SetCommand {
  const own = setOf(project, analyst);
  const { state, tagged } = sayingOf(project, place, verdict);
  const removals = withdrawals(cellEvidence(own, place)).map((change) => ({ ...change, analyst, at }));
  const gone = new Set(removals.flatMap((change) => (change.kind === "remove-mark" ? [change.markId] : [])));
  const left = own.marks.filter(({ id }) => !gone.has(id));
  const additions = tagged.map((mark) => addition(left, mark, { analyst, at }));
  const note = { ...place, text: reason.trim(), at };
  const commands: SimpleCommand[] = [
    ...removals,
    { kind: "set-cell", analyst, at, ...place, state },
    ...additions.flat(),
    { kind: "put-cell-note", analyst, at, note },
  ];
  return { kind: "batch", analyst, at, commands };
}

function setOf(project: Project, analyst: AnalystId): AnnotationSet {
  const set = annotationSet(project, analyst);
  if (!set) throw new Refusal("This analyst has no annotation set in the project.");
  return set;
}

/** What is to stand in the cell: passages with tags for its claim only, or that there are none. */
interface Chosen {
  readonly state: EmptyState;
  readonly tagged: readonly Pick<Mark, "sourceId" | "ranges" | "tags">[];
}

function sayingOf(project: Project, place: Place, verdict: Verdict): Chosen {
  switch (verdict.kind) {
    case "not-mentioned":
      return { state: "not-mentioned", tagged: [] };
    case "stance": {
      const { sourceId, ranges } = verdict.passage;
      return { state: "not-reviewed", tagged: [{ sourceId, ranges, tags: [newTag(place.claimId, verdict.stance)] }] };
    }
    case "as":
      return asHasIt(setOf(project, verdict.analyst), place);
    default:
      return verdict satisfies never;
  }
}

function asHasIt(set: AnnotationSet, place: Place): Chosen {
  const marks = new Map<MarkId, Mark>();
  for (const { mark } of cellEvidence(set, place)) marks.set(mark.id, mark);
  if (marks.size > 0) return { state: "not-reviewed", tagged: [...marks.values()].map((mark) => copied(mark, place)) };
  const isHere = (cell: Place) => cell.claimId === place.claimId && cell.sourceId === place.sourceId;
  const state = set.cells.find(isHere)?.state;
  if (state) return { state, tagged: [] };
  throw new Refusal(`${set.analyst.name} has not looked for this claim here, so there is nothing to follow.`);
}

/** A passage with those of its tags that speak to the claim, under fresh ids. */
function copied({ sourceId, ranges, tags }: Mark, { claimId }: Place): Chosen["tagged"][number] {
  const speaking = tags.filter((tag) => tag.claimId === claimId);
  return { sourceId, ranges, tags: speaking.map((tag): Tag => ({ ...tag, id: newId(TagId) })) };
}

type Withdrawal = Pick<Extract<SimpleCommand, { kind: "remove-mark" }>, "kind" | "markId">;
type Untagging = Pick<Extract<SimpleCommand, { kind: "remove-tag" }>, "kind" | "markId" | "tagId">;

/** Takes the tags of a cell away, and the marks that have no others. */
function withdrawals(evidence: readonly TaggedMark[]): readonly (Withdrawal | Untagging)[] {
  const emptied = new Set<MarkId>();
  return evidence.flatMap(({ mark, tag }): (Withdrawal | Untagging)[] => {
    if (mark.tags.some(({ claimId }) => claimId !== tag.claimId)) {
      return [{ kind: "remove-tag", markId: mark.id, tagId: tag.id }];
    }
    if (emptied.has(mark.id)) return [];
    emptied.add(mark.id);
    return [{ kind: "remove-mark", markId: mark.id }];
  });
}

/** A passage that the set has marked already gets the tags; any other becomes a mark. */
function addition(left: readonly Mark[], chosen: Chosen["tagged"][number], stamp: Stamp): readonly SimpleCommand[] {
  const { sourceId, ranges, tags } = chosen;
  const there = left.find((mark) => mark.sourceId === sourceId && sameContent(mark.ranges, ranges));
  if (there) return tags.map((tag, i) => ({ kind: "put-tag", ...stamp, markId: there.id, index: i, tag }));
  return [{ kind: "add-mark", ...stamp, mark: { id: newId(MarkId), sourceId, ranges, tags, createdAt: stamp.at } }];
}
