import type { MarkId } from "../../annotations/model/id.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import { perform, stamp } from "../session/changes.ts";
import { desk, setDesk } from "../session/desk.ts";
import { markOf } from "../session/selectors.ts";

/** Flags a mark as one to discuss, or takes the flag away. */
export function toggleToDiscuss(markId: MarkId): void {
  const mark = markOf(desk(), markId);
  if (!mark) return;
  const toDiscuss = !mark.toDiscuss;
  const name = toDiscuss ? "flagging a mark" : "taking a flag away";
  if (revise(mark, name, { toDiscuss })) setDesk({ news: toDiscuss ? "Flagged to discuss." : "Flag taken away." });
}

/** Gives a mark another note, or none where it is empty. */
export function changeMarkNote(markId: MarkId, note: string): void {
  const mark = markOf(desk(), markId);
  if (mark) revise(mark, "changing the note on a mark", { note });
}

/** What says nothing is left out of the file. */
function revise(mark: Mark, name: string, change: Pick<Mark, "toDiscuss" | "note">): boolean {
  const { toDiscuss, note } = { ...mark, ...change };
  return perform(name, {
    ...{ kind: "revise-mark", ...stamp(), markId: mark.id },
    ...(toDiscuss ? { toDiscuss } : {}),
    ...(note ? { note } : {}),
  });
}
