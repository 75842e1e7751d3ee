import type { AnnotationSet } from "../model/annotation-set.ts";
import { CELL_NOTE_LENGTH } from "../model/cell-note.ts";
import type { Claim } from "../model/claim.ts";
import { type ListedClaim, revisionOf } from "../model/claim-list.ts";
import { ancestorsOf, type ClaimTree } from "../model/claim-tree.ts";
import type { ClaimId, SourceId, TagId } from "../model/id.ts";
import type { Mark } from "../model/mark.ts";
import type { Tag } from "../model/tag.ts";
import { cellCommand } from "./cell-command.ts";
import { withParent } from "./claim-place.ts";
import type { SimpleCommand } from "./command.ts";
import { isDoubled } from "./doubled-tag.ts";

type Stamp = Pick<SimpleCommand, "analyst" | "at">;

/** What merging one claim into another does to an analyst's own set, before it is done. */
export interface ClaimMerge {
  /** Tags that go over to the surviving claim, and on how many marks they are. */
  readonly moved: number;
  readonly marks: number;
  /** Tags that would say twice what their mark says of the surviving claim already; they are left out. */
  readonly doubled: number;
  /** Findings of silence: taken over, the same in both, and in conflict, where the surviving claim's stays. */
  readonly cells: { readonly moved: number; readonly same: number; readonly conflicting: number };
  /** Notes on its cells; they go over, below what is noted there already. */
  readonly notes: number;
  readonly commands: readonly SimpleCommand[];
}

interface Place {
  readonly mark: Mark;
  readonly tag: Tag;
  readonly index: number;
}

/** An analyst's tags on a claim, in reading order of each source. */
export function placesOf(set: AnnotationSet | undefined, claim: ClaimId): readonly Place[] {
  return (set?.marks ?? []).flatMap((mark) =>
    mark.tags.flatMap((tag, index) => (tag.claimId === claim ? [{ mark, tag, index }] : [])),
  );
}

/**
 * What becomes of `gone` when it is merged into `kept`: the analyst's tags and cells go over, its parts stand below `kept`,
 * its ID and wording become aliases. Other analysts' tags are theirs and stay where they are.
 */
export function claimMerge(
  tree: ClaimTree,
  set: AnnotationSet,
  gone: ListedClaim,
  kept: ListedClaim,
  stamp: Stamp,
): ClaimMerge {
  const places = placesOf(set, gone.id);
  const tags = retagged(places, kept.id, stamp);
  const cells = mergedCells(set, gone.id, kept.id, stamp);
  const doubled = tags.filter(({ kind }) => kind === "remove-tag").length;
  return {
    moved: places.length - doubled,
    marks: new Set(places.map(({ mark }) => mark.id)).size,
    doubled,
    cells: cells.counts,
    notes: (set.cellNotes ?? []).filter(({ claimId }) => claimId === gone.id).length,
    commands: [
      ...claimsOfMerge(tree, gone, kept, stamp),
      ...tags,
      ...cells.commands,
      ...mergedNotes(set, gone.id, kept.id, stamp),
      tombstone(gone, stamp),
    ],
  };
}

/** The commands that give some of a claim's tags to a new claim, and with `copyCells` the claim's findings of silence. */
export function splitClaimCommands(
  set: AnnotationSet,
  from: ClaimId,
  to: Claim,
  tags: ReadonlySet<TagId>,
  copyCells: boolean,
  stamp: Stamp,
): readonly SimpleCommand[] {
  const cells = copyCells ? set.cells.filter(({ claimId }) => claimId === from) : [];
  return [
    { kind: "put-claim", ...stamp, claim: to },
    ...placesOf(set, from)
      .filter(({ tag }) => tags.has(tag.id))
      .map((place) => put(place, to.id, stamp)),
    ...cells.map((cell) => cellCommand(stamp.analyst, { ...cell, claimId: to.id })),
  ];
}

function put({ mark, tag, index }: Place, claimId: ClaimId, stamp: Stamp): SimpleCommand {
  return { kind: "put-tag", ...stamp, markId: mark.id, index, tag: { ...tag, claimId } };
}

function retagged(places: readonly Place[], claimId: ClaimId, stamp: Stamp): readonly SimpleCommand[] {
  const said = new Map<Mark, Tag[]>();
  return places.map((place): SimpleCommand => {
    const { mark, tag } = place;
    const others = said.get(mark) ?? mark.tags.filter((other) => other.claimId === claimId);
    said.set(mark, others);
    const moved = { ...tag, claimId };
    if (others.some((other) => isDoubled(other, moved))) {
      return { kind: "remove-tag", ...stamp, markId: mark.id, tagId: tag.id };
    }
    others.push(moved);
    return put(place, claimId, stamp);
  });
}

function mergedCells(set: AnnotationSet, gone: ClaimId, kept: ClaimId, stamp: Stamp) {
  const counts = { moved: 0, same: 0, conflicting: 0 };
  const known = new Map<SourceId, string>(
    set.cells.filter(({ claimId }) => claimId === kept).map(({ sourceId, state }) => [sourceId, state]),
  );
  const commands = set.cells
    .filter(({ claimId }) => claimId === gone)
    .flatMap((cell): SimpleCommand[] => {
      const { sourceId } = cell;
      const state = known.get(sourceId);
      counts[state === undefined ? "moved" : state === cell.state ? "same" : "conflicting"]++;
      const clear: SimpleCommand = { kind: "set-cell", ...stamp, claimId: gone, sourceId, state: "not-reviewed" };
      return state === undefined ? [cellCommand(stamp.analyst, { ...cell, claimId: kept }), clear] : [clear];
    });
  return { counts, commands };
}

/** Notes on the cells of the claim that goes: at the same source below what is noted there for the surviving one. */
function mergedNotes(set: AnnotationSet, gone: ClaimId, kept: ClaimId, stamp: Stamp): readonly SimpleCommand[] {
  const { cellNotes = [] } = set;
  return cellNotes
    .filter(({ claimId }) => claimId === gone)
    .flatMap((note): SimpleCommand[] => {
      const { sourceId } = note;
      const other = cellNotes.find((one) => one.claimId === kept && one.sourceId === sourceId);
      const text = other ? `${other.text}\n\n${note.text}` : note.text;
      const joined = { ...note, claimId: kept, text: text.slice(0, CELL_NOTE_LENGTH) };
      return [
        { kind: "put-cell-note", ...stamp, note: joined },
        { kind: "drop-cell-note", ...stamp, claimId: gone, sourceId },
      ];
    });
}

/** The surviving claim with its aliases, and the parts of the other one below it. */
function claimsOfMerge(tree: ClaimTree, gone: ListedClaim, kept: ListedClaim, stamp: Stamp): readonly SimpleCommand[] {
  const [from, into] = [tree.nodes.get(gone.id), tree.nodes.get(kept.id)];
  const names = [...kept.aliases, gone.label, gone.text, ...gone.aliases];
  const aliases = [...new Set(names)].filter((name) => name !== kept.label && name !== kept.text);
  const revised = { ...revisionOf(kept, stamp.at), aliases };
  // What stands below the claim that goes would lose its place with it, and must not come to stand below itself.
  const isBelow = from && into && ancestorsOf(into).includes(from);
  const survivor = isBelow ? withParent(revised, from.parent?.claim.id ?? null) : revised;
  const parts = (from?.children ?? []).filter(({ claim }) => claim.id !== kept.id);
  return [survivor, ...parts.map(({ claim }) => withParent(revisionOf(claim, stamp.at), kept.id))].map((claim) => ({
    kind: "put-claim",
    ...stamp,
    claim,
  }));
}

function tombstone(claim: ListedClaim, stamp: Stamp): SimpleCommand {
  return { kind: "put-claim", ...stamp, claim: { ...revisionOf(claim, stamp.at), removed: true } };
}
