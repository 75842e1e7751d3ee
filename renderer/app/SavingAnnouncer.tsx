import { useEffect, useState } from "react";
import { type Announcement, announcementOf } from "../session/announcement.ts";
import { useDesk } from "../session/desk.ts";

/** Tells people who do not see the screen how saving goes. */
export function SavingAnnouncer() {
  const [said, setSaid] = useState<(Announcement & { readonly turn: number }) | null>(null);
  useEffect(
    () =>
      useDesk.subscribe(({ saving }, before) => {
        const next = saving === before.saving ? null : announcementOf(before.saving, saving);
        if (next) setSaid((last) => ({ ...next, turn: (last?.turn ?? 0) + 1 }));
      }),
    [],
  );
  // A new element each time, since the same words a second time would not be read out.
  const words = said && <span key={said.turn}>{said.words}</span>;
  return (
    <>
      <div role="status" className="sr-only" aria-label="Saving">
        {said?.urgency === "polite" && words}
      </div>
      <div role="alert" className="sr-only">
        {said?.urgency === "assertive" && words}
      </div>
    </>
  );
}
