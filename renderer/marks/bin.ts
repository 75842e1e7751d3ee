import type { SimpleCommand } from "../../annotations/commands/command.ts";
import type { MarkId } from "../../annotations/model/id.ts";
import type { BinnedMark, Mark } from "../../annotations/model/mark.ts";
import { focusText } from "../reading/text-views.ts";
import { perform, stamp } from "../session/changes.ts";
import { desk, setDesk } from "../session/desk.ts";
import { markOf } from "../session/selectors.ts";

/** Deletes a mark: it goes into the bin, from which it can be brought back. True when that was done. */
export function binMark(markId: MarkId): boolean {
  const mark = markOf(desk(), markId);
  if (!mark) return false;
  const made = stamp();
  const commands: readonly SimpleCommand[] = [
    { kind: "remove-mark", ...made, markId },
    { kind: "put-binned", ...made, mark: { ...mark, binnedAt: made.at } },
  ];
  if (!perform("deleting a mark", { kind: "batch", ...made, commands })) return false;
  if (desk().activeMark === markId) setDesk({ activeMark: null, activeTag: null, cardOpen: false });
  setDesk({ news: "Mark deleted. It is in the bin." });
  return true;
}

/** Deletes a mark from its text, which has the focus then. */
export function removeMark(markId: MarkId): void {
  const mark = markOf(desk(), markId);
  if (mark && binMark(markId)) focusText(mark.sourceId);
}

/** Brings a mark back out of the bin. True when that was done. */
export function restoreMark({ binnedAt: _binnedAt, ...mark }: BinnedMark): boolean {
  const made = stamp();
  const commands: readonly SimpleCommand[] = [
    { kind: "drop-binned", ...made, markId: mark.id },
    { kind: "add-mark", ...made, mark },
  ];
  return perform("bringing back a mark", { kind: "batch", ...made, commands });
}

/** Takes marks out of the bin for good, as one step, which alone can be undone. True when that was done. */
export function dropBinned(marks: readonly Mark[]): boolean {
  const made = stamp();
  const name = marks.length === 1 ? "deleting a mark for good" : `deleting ${marks.length} marks for good`;
  const commands = marks.map(({ id }): SimpleCommand => ({ kind: "drop-binned", ...made, markId: id }));
  return commands.length > 0 && perform(name, { kind: "batch", ...made, commands });
}
