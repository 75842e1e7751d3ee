import type { Command } from "../../../annotations/commands/command.ts";
import { invert } from "../../../annotations/commands/invert.ts";
import { comesBack } from "../../../annotations/commands/kept-history.ts";
import { Refusal } from "../../../annotations/commands/refusal.ts";
import type { AnalystId } from "../../../annotations/model/id.ts";
import { annotationSet, type Project } from "../../../annotations/model/project.ts";
import type { Files } from "../disk/files.ts";
import { type HeldSets, heldSets, type OwnSet } from "./held-sets.ts";
import type { ProjectStoreOptions } from "./project-store.ts";

/** A merge, undone or done again: where it leads, what would lead back, and what is not done when that does not fit. */
export interface MergeWay {
  readonly way: readonly Command[];
  readonly back: readonly Command[];
  readonly deed: "undone" | "redone";
}

/**
 * Undoes a merge, or does it again, in the sets of all analysts that it concerns, all or none. Throws a `Failure`, and has
 * changed nothing, when one of them is open elsewhere, and a `Refusal` when somebody has changed since what it brought.
 */
export async function takeMerge(
  files: Files,
  own: OwnSet,
  { way, back, deed }: MergeWay,
  options: Partial<ProjectStoreOptions> = {},
): Promise<void> {
  const sets = heldSets({ files, folder: own.store.folder, own, deed, options });
  try {
    await own.store.lookAround();
    for (const id of new Set(way.map(({ analyst }) => analyst))) await sets.hold(analystOf(own, id, deed));
    await own.store.lookAround();
    if (!comesBack(sets.within(own.store.project), way, back)) throw misfit(deed);
    await carryOut(way, sets, own);
  } finally {
    await sets.close();
  }
}

function analystOf({ analyst, store }: OwnSet, id: AnalystId, deed: MergeWay["deed"]) {
  if (id === analyst.id) return analyst;
  const set = annotationSet(store.project, id);
  if (!set) throw misfit(deed);
  return set.analyst;
}

function misfit(deed: MergeWay["deed"]): Refusal {
  return new Refusal(
    `Nothing was ${deed}: somebody has changed since what came then. Change that by hand, or take a former version under Files.`,
  );
}

/** Where one part fails, those before it are taken back as far as possible. */
async function carryOut(way: readonly Command[], sets: HeldSets, { store }: OwnSet): Promise<void> {
  const undo: Command[] = [];
  try {
    for (const command of way) {
      const before: Project = sets.within(store.project);
      await sets.apply(command);
      undo.push(invert(before, command));
    }
  } catch (error) {
    await sets.takeBack(undo.reverse());
    throw error;
  }
}
