import { join } from "node:path";
import type { SetCommand } from "../../../annotations/commands/command.ts";
import { ProjectId } from "../../../annotations/model/id.ts";
import { type Files, nodeFiles } from "../disk/files.ts";
import type { Place } from "../disk/place.ts";
import type { Holder } from "../journal/holder.ts";
import { holdJournal, type Journal, type JournalOwner, openJournal } from "../journal/journal.ts";
import { segmentNumbers } from "../journal/segment.ts";
import { ANNA } from "./example-project.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export const PROJECT_ID: ProjectId = ProjectId.parse("5c0d3b9e-6c1c-4a55-9a0e-2f3f0d5d7b11");

/** One opening of the project in a program that is not there. */
export function holder(session = "one"): Holder {
  return { session, host: "desk", machine: "test", pid: 1, started: "once" };
}

/** Anna's journal, as this opening of the project writes it. */
export function journalOwner(session = "one"): JournalOwner {
  return { owner: holder(session), analyst: ANNA, projectId: PROJECT_ID };
}

/** Where Anna's journal is to be, in a fresh folder. */
export async function journalPlace(): Promise<Place> {
  return { path: join(await temporaryFolder(), "journal", ANNA.id), label: "bridge/journal/anna" };
}

/** Takes hold of a journal and continues it after record `after`. */
export async function heldJournal(place: Place, after: number, files: Files = nodeFiles): Promise<Journal> {
  const owner = journalOwner();
  const number = ((await segmentNumbers(files, place)).at(-1) ?? 0) + 1;
  const segment = await holdJournal(files, place, owner, number);
  if (!segment) throw new Error("somebody else has the journal");
  return openJournal(files, place, owner, segment, { after });
}

/** A journal with these commands, one segment for each list, that nobody holds. */
export async function writtenJournal(...segments: readonly (readonly SetCommand[])[]): Promise<Place> {
  const place = await journalPlace();
  let after = 0;
  for (const commands of segments) {
    const journal = await heldJournal(place, after);
    await journal.append(commands);
    await journal.release(false);
    after += commands.length;
  }
  return place;
}
