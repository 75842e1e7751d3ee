import type { FileReport } from "../../../annotations/api/file-report.ts";
import type { Files } from "../disk/files.ts";
import type { Place } from "../disk/place.ts";
import type { ProjectLayout } from "./project-layout.ts";
import { readCopy, sharedFiles } from "./shared-file.ts";

/** What is wrong with the shared files and their copies, and what there is to read in the place of those that are. */
export interface SharedCheck {
  readonly problems: readonly Pick<FileReport, "file" | "message">[];
  /** The copies that opening the project puts in the place of files, by the paths of those. */
  readonly copies: ReadonlyMap<string, Place>;
}

/** What opening the project would find. Changes nothing. */
export async function checkShared(files: Files, layout: ProjectLayout): Promise<SharedCheck> {
  const problems: Pick<FileReport, "file" | "message">[] = [];
  const copies = new Map<string, Place>();
  for (const shared of await sharedFiles(files, layout)) {
    const { place } = shared;
    const file = await readCopy(files, { ...shared, copy: place });
    const copy = await readCopy(files, shared);
    // What the system does not let be read is not put back either.
    if (file.kind === "unreadable") continue;
    if (file.kind === "good" && (copy.kind === "bad" || copy.kind === "unreadable")) {
      const message = `It is the copy that Parallax keeps of ${place.label}, and cannot be used (${copy.reason}). Nothing is missing; Parallax makes a new one as soon as it can.`;
      problems.push({ file: shared.copy.label, message });
    } else if (file.kind === "good" && copy.kind === "good") {
      const differences = shared.differences(copy.bytes, file.bytes);
      if (differences.length === 0) continue;
      const message = `It is not what Parallax wrote there last: ${differences.join("; ")}. If nobody made this change, correct it in Parallax.`;
      problems.push({ file: place.label, message });
    } else if (copy.kind === "good") {
      const reason = file.kind === "bad" ? file.reason : "it is missing";
      const message = `It cannot be used (${reason}). Opening the project puts it back from the copy that Parallax keeps; nothing is missing then.`;
      problems.push({ file: place.label, message });
      copies.set(place.path, shared.copy);
    }
  }
  return { problems, copies };
}
