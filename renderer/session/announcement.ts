import type { Saving } from "./saver.ts";

/** Words for people who do not see the screen: at the next pause, or at once. */
export interface Announcement {
  readonly urgency: "polite" | "assertive";
  readonly words: string;
}

/** What is said when the state of the disk changes; nothing for what went well so fast that nobody would ask. */
export function announcementOf(before: Saving, after: Saving): Announcement | null {
  switch (after.kind) {
    case "failed":
      return after.retrying
        ? { urgency: "polite", words: "Saving…" }
        : {
            urgency: "assertive",
            words: `${before.kind === "failed" ? "Still not saved" : "Not saved"}. ${after.message}`,
          };
    case "saving":
      return after.long ? { urgency: "polite", words: "Saving…" } : null;
    case "saved":
      return before.kind === "failed" || (before.kind === "saving" && before.long)
        ? { urgency: "polite", words: "Saved." }
        : null;
    default:
      return after satisfies never;
  }
}
