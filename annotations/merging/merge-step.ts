import { revisionOf } from "../commands/apply.ts";
import type { Command } from "../commands/command.ts";
import { type Step, stepFrom } from "../commands/step.ts";
import type { Project } from "../model/project.ts";
import {
  batchOf,
  changesSet,
  claimCommands,
  emptied,
  type MergePlan,
  otherCommands,
  type PlannedSet,
} from "./merge-plan.ts";

type Stamp = Pick<Command, "analyst" | "at">;

/**
 * A merge as one step over the sets of all analysts. It begins where the sources that come are hidden and the sets that come
 * are empty, and there undoing it leads back to: neither is taken off the disk. `before` is the project that was planned
 * for; `stamp` says who changes what all share.
 */
export function mergeStep(before: Project, plan: MergePlan, stamp: Stamp, name: string): Step {
  const hidden = plan.sources.map((source) => ({ ...source, removed: true }));
  const newcomers = plan.sets.filter(({ isNew }) => isNew).map(({ theirs }) => emptied(theirs));
  const start = { ...before, sources: [...before.sources, ...hidden], sets: [...before.sets, ...newcomers] };
  return stepFrom(start, name, [
    ...sourceCommands(before, plan, stamp),
    ...setCommands(plan),
    ...speakerCommands(before, plan, stamp),
  ]);
}

/** Those that are in view in the other copy are in view afterwards. */
function sourceCommands(before: Project, { sources }: MergePlan, stamp: Stamp): readonly Command[] {
  const there = { ...before, sources };
  return sources.map(({ id }) => revisionOf(there, { ...stamp, sourceId: id }));
}

/** Marks of one analyst may need claims that another one's set gets as well, so that claims come first. */
function setCommands({ sets }: MergePlan): readonly Command[] {
  const changing = sets.filter(changesSet);
  const parts = changing.length > 1 ? [claimCommands, otherCommands] : [(all: PlannedSet["commands"]) => all];
  return parts.flatMap((part) =>
    changing.map(({ commands }) => batchOf(part(commands))).filter((batch) => batch !== null),
  );
}

function speakerCommands({ file }: Project, { speakers }: MergePlan, stamp: Stamp): readonly Command[] {
  const first = file.speakers?.length ?? 0;
  return speakers.map((speaker, i) => ({ kind: "put-speaker", ...stamp, index: first + i, speaker }));
}
