import type { SetVersion } from "../../annotations/api/set-version.ts";
import type { SimpleCommand } from "../../annotations/commands/command.ts";
import { commandsBetween, commandsToMerge } from "../../annotations/commands/difference.ts";
import { claimsOthersNeed } from "../../annotations/commands/set-draft.ts";
import type { AnnotationSet } from "../../annotations/model/annotation-set.ts";
import { perform, saver, stamp } from "../session/changes.ts";
import { type Desk, desk, setDesk } from "../session/desk.ts";
import { ownSet } from "../session/selectors.ts";
import { sentenceOf } from "../session/sentence.ts";
import { client } from "../session/transport.ts";
import { VERSION_WORDS } from "./version-words.ts";

/**
 * Takes a version up: all of it, or from a conflict copy what is missing. One step that can be undone; a version that
 * waited for the decision does so no longer once the step is on the disk. Whether it worked.
 */
export async function takeVersion(version: SetVersion, set: AnnotationSet): Promise<boolean> {
  const commands = commandsToTake(desk(), version.kind, set);
  const { step } = VERSION_WORDS[version.kind];
  if (commands.length > 0 && !perform(step, { kind: "batch", ...stamp(), commands: [...commands] })) return false;
  if (version.kind === "backup") return true;
  if (await saver.settled()) return settleVersion(version);
  setDesk({ notice: "This is not saved yet, so the other version still waits. Decide again once it is." });
  return false;
}

/** A version that waited for a decision does so no longer; its file is kept in the quarantine. Whether it worked. */
export async function settleVersion({ id }: SetVersion): Promise<boolean> {
  try {
    await client("versions.settle", { id });
    return true;
  } catch (error) {
    setDesk({ notice: sentenceOf(error) });
    return false;
  }
}

/** What taking a version up does to the analyst's set as it is now; nothing when that has all of it. */
export function commandsToTake(
  { project, analyst }: Pick<Desk, "project" | "analyst">,
  kind: SetVersion["kind"],
  set: AnnotationSet,
): readonly SimpleCommand[] {
  const own = ownSet({ project, analyst });
  if (!own) return [];
  if (kind === "conflict-copy") return commandsToMerge(own, set, stamp());
  return commandsBetween(own, set, stamp(), claimsOthersNeed(project, analyst.id));
}
