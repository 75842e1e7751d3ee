import type { SetVersion } from "../../annotations/api/set-version.ts";

interface VersionWords {
  /** What it is, in a list. */
  readonly name: string;
  /** How it came about, and what the decision means. */
  readonly meaning: string;
  /** The button that takes it up, and what that is called after "Undo". */
  readonly take: string;
  readonly step: string;
  /** The button that decides against it; a backup needs no decision. */
  readonly leave: string | null;
}

export const VERSION_WORDS: Readonly<Record<SetVersion["kind"], VersionWords>> = {
  backup: {
    name: "Backup",
    meaning:
      "Your set as Parallax had saved it then. Restoring makes your marks, claims and judgements what they were; it is one step that Undo takes back.",
    take: "Restore this version",
    step: "restoring a version",
    leave: null,
  },
  edited: {
    name: "Changed by another program",
    meaning:
      "Another program wrote this in the place of your set. You see your own version; nothing of this one is used until you decide. Undo takes the decision for it back.",
    take: "Use this version",
    step: "using a version from outside",
    leave: "Keep mine",
  },
  "conflict-copy": {
    name: "Conflict copy",
    meaning:
      "A file-sync service left this copy beside your set, because both had been changed. Adding takes over what you do not have and leaves all that you have as it is; Undo takes it back.",
    take: "Add what is missing here",
    step: "adding from a conflict copy",
    leave: "Leave it out",
  },
};
