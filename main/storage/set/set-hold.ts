import { join } from "node:path";
import type { Analyst } from "../../../annotations/model/analyst.ts";
import type { ProjectId } from "../../../annotations/model/id.ts";
import { SCHEMA_VERSION } from "../../../annotations/model/schema-version.ts";
import type { Files } from "../disk/files.ts";
import { newerVersion } from "../disk/json-file.ts";
import { namesIn, type Place } from "../disk/place.ts";
import { removeIfThere } from "../disk/quarantine.ts";
import type { Holder, HolderState, Processes } from "../journal/holder.ts";
import { holdJournal, type JournalOwner } from "../journal/journal.ts";
import { readSegment, type Segment, segmentNumbers } from "../journal/segment.ts";
import type { OwnSegment } from "../journal/segment-lock.ts";
import type { ProjectLayout } from "../project/project-layout.ts";

/** Whether an analyst's set is held by this opening of the project now, or by whom else it is. */
export type SetHold =
  | { readonly kind: "held"; readonly owner: JournalOwner; readonly segment: OwnSegment }
  | { readonly kind: "held-by"; readonly holder: Holder; readonly state: HolderState };

/** Who asks for a set, and of which project. */
export interface HoldWish {
  readonly analyst: Analyst;
  readonly projectId: ProjectId;
  /** Whether to take the set over from a program that may still be working on it. */
  readonly takeOver: boolean;
}

/** Takes hold of an analyst's set, unless another program has it. Throws what the system says when that cannot be written. */
export async function holdSet(
  files: Files,
  layout: ProjectLayout,
  processes: Processes,
  { analyst, projectId, takeOver }: HoldWish,
): Promise<SetHold> {
  const place = layout.journal(analyst.id);
  const owner = { owner: await processes.begin(), analyst, projectId };
  try {
    for (let force = takeOver; ; force = false) {
      const top = await topSegment(files, place);
      const other = await holderOf(top, processes);
      if (other && !force) return release(other);
      const segment = await holdJournal(files, place, owner, (top?.number ?? 0) + 1);
      if (segment === null) continue;
      await clearLeftovers(files, place, ".parallax-");
      // Before the set is read: a program that has just lost it cannot put its snapshot in the place of another any more.
      await clearLeftovers(files, layout.annotations, `.parallax-${analyst.id}-`);
      return { kind: "held", owner, segment };
    }
  } catch (error) {
    processes.end(owner.owner);
    throw error;
  }

  function release(other: SetHold): SetHold {
    processes.end(owner.owner);
    return other;
  }
}

/** Whether holding the set might succeed now: nobody has it, or nobody but `self`. Changes nothing. */
export async function isFree(files: Files, place: Place, processes: Processes, self?: Holder): Promise<boolean> {
  const other = await holderOf(await topSegment(files, place), processes);
  return other === null || other.holder.session === self?.session;
}

async function topSegment(files: Files, place: Place): Promise<Segment | null> {
  for (;;) {
    const number = (await segmentNumbers(files, place)).at(-1);
    if (number === undefined) return null;
    const segment = await readSegment(files, place, number, Number.POSITIVE_INFINITY);
    if (segment) return segment;
  }
}

/** Null when the set is free. A segment whose owner cannot be read was broken off while it was made, or has been damaged. */
async function holderOf(
  top: Segment | null,
  processes: Processes,
): Promise<Extract<SetHold, { kind: "held-by" }> | null> {
  if (top === null) return null;
  if (top.header && top.header.schemaVersion > SCHEMA_VERSION) throw newerVersion(top.label);
  const holder = top.header?.owner;
  if (!holder || top.released) return null;
  const state = await processes.stateOf(holder);
  return state === "gone" ? null : { kind: "held-by", holder, state };
}

async function clearLeftovers(files: Files, place: Place, prefix: string): Promise<void> {
  for (const name of await namesIn(files, place)) {
    if (name.startsWith(prefix) && name.endsWith(".tmp")) await removeIfThere(files, join(place.path, name));
  }
}
