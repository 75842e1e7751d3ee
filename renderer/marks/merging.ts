import type { SimpleCommand } from "../../annotations/commands/command.ts";
import { mergeCommands, neighbourOf, splitCommands } from "../../annotations/commands/mark-surgery.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import { sourceById } from "../../annotations/model/project.ts";
import { mayChange, perform, stamp } from "../session/changes.ts";
import { type Desk, desk, setDesk } from "../session/desk.ts";
import { markOf, marksIn } from "../session/selectors.ts";
import { activate } from "./marking.ts";

/** The mark that waits for the one it is to be merged with; null when there is none or it is gone. */
export function mergingIn(state: Desk): Mark | null {
  return markOf(state, state.merging) ?? null;
}

/** Divides a mark at the caret; what stands behind it becomes a mark of its own, and active. */
export function splitMark(mark: Mark, caret: number): void {
  const commands = splitCommands(sourceById(desk().project, mark.sourceId), mark, caret, stamp());
  if (!commands) setDesk({ notice: "Put the caret between two words of the mark to split it there." });
  if (!commands || !performTogether("splitting a mark", commands)) return;
  const made = commands.find((command) => command.kind === "add-mark")?.mark;
  if (made) activate(made);
}

/**
 * Merges a mark with the one that waits for it, else with the next that overlaps or adjoins it; where there is none, the
 * mark waits for another one to be gone to.
 */
export function mergeMark(mark: Mark): void {
  const waiting = mergingIn(desk());
  const neighbour = neighbourOf(sourceById(desk().project, mark.sourceId), marksIn(desk(), mark.sourceId), mark);
  if (waiting && waiting.id !== mark.id) mergeTwo(waiting, mark);
  else if (neighbour) mergeTwo(mark, neighbour);
  else if (mayChange()) setDesk({ merging: mark.id, cardOpen: false });
}

export function leaveMerging(): void {
  setDesk({ merging: null });
}

function mergeTwo(kept: Mark, other: Mark): void {
  const differ = kept.sourceId !== other.sourceId;
  setDesk({ merging: null, ...(differ ? { notice: "Only marks of one text can be merged." } : {}) });
  if (differ) return;
  const source = sourceById(desk().project, kept.sourceId);
  if (!performTogether("merging two marks", mergeCommands(source, kept, other, stamp()))) return;
  const merged = markOf(desk(), kept.id);
  if (merged) activate(merged);
}

function performTogether(name: string, commands: readonly SimpleCommand[]): boolean {
  return perform(name, { kind: "batch", ...stamp(), commands });
}
