import type { Access, Remedy } from "../../../annotations/api/access.ts";
import type { Failure } from "../../../annotations/api/reply.ts";
import type { Place } from "../disk/place.ts";
import type { JournalEnd } from "../journal/journal.ts";
import type { SetHold } from "./set-hold.ts";

export const WRITABLE: Access = { kind: "writable" };

/** Somebody else has the set. */
export function heldBy({ holder, state }: Extract<SetHold, { kind: "held-by" }>): Access {
  const where =
    state === "alive-elsewhere"
      ? `on the computer “${holder.host}”, or was when it was last seen there`
      : "in another window of Parallax on this computer";
  return readOnly(
    `Your marks in this project are open ${where}. To mark here, close them there or take them over.`,
    "take-over",
  );
}

/** The set was held here, and is not any more or cannot be written. */
export function ended({ kind, failure }: JournalEnd): Access {
  if (kind !== "taken-over") return readOnly(failure.message, "try-again");
  return readOnly(
    "Another window of Parallax has taken over your marks in this project, so nothing can be changed here. All that was shown as saved is there.",
    "take-over",
  );
}

/** The set cannot be written here as things are. */
export function notWritable({ message }: Failure): Access {
  return readOnly(`You can look at this project, but not change it: ${message}`, "try-again");
}

/** Only a later version of the program may change the file. */
export function newerThanThis({ label }: Place): Access {
  return readOnly(
    `${label} was written by a newer version of Parallax. To change anything, open the project with that version.`,
    null,
  );
}

function readOnly(reason: string, remedy: Remedy | null): Access {
  return { kind: "read-only", reason, remedy };
}
