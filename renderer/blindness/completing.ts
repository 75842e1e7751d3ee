import type { SourceId } from "../../annotations/model/id.ts";
import { sightIn } from "../session/blindness.ts";
import { perform, performForGood, stamp } from "../session/changes.ts";
import { desk, setDesk } from "../session/desk.ts";

/** Says that the working analyst is done with a source. */
export function complete(sourceId: SourceId): boolean {
  const made = stamp();
  return perform("being done with the article", { kind: "put-done", ...made, done: { sourceId, at: made.at } });
}

/** Says that the working analyst is not done with a source after all; what was seen of others' work stays recorded. */
export function takeBackDone(sourceId: SourceId): boolean {
  return perform("taking back that the article is done", { kind: "drop-done", ...stamp(), sourceId });
}

/** Shows others' marks in sources from now on, and records it for good. Sources that are not hidden stay as they are. */
export function reveal(sourceIds: readonly SourceId[]): boolean {
  const made = stamp();
  const hidden = sourceIds.filter((id) => sightIn(desk(), id).kind !== "revealed");
  if (hidden.length === 0) return true;
  const revealed = performForGood(
    ...hidden.map((sourceId) => ({ kind: "add-reveal" as const, ...made, reveal: { sourceId, at: made.at } })),
  );
  if (revealed) setDesk({ news: "The others’ marks are shown. That is recorded." });
  return revealed;
}
