import type { Remedy } from "../../annotations/api/access.ts";
import { saver } from "./changes.ts";
import { desk, setDesk } from "./desk.ts";
import { unhelpedNotice } from "./notice-beside.ts";
import { refresher } from "./open-session.ts";
import { sentenceOf } from "./sentence.ts";
import { client } from "./transport.ts";

/**
 * Lets the host do what may make the project writable again, as it was shown to the analyst. Whether it helped; where not,
 * the analyst is told why, and the screen shows what is now the case.
 */
export async function remedy(shown: Remedy): Promise<boolean> {
  try {
    await client("session.remedy", { remedy: shown });
  } catch (error) {
    setDesk({ notice: unhelpedNotice(sentenceOf(error), desk().access) });
    refresher.request();
    return false;
  }
  saver.retry();
  refresher.request();
  return true;
}

/** What can be done about changes that are not saved: first the project must be writable, then they are sent again. */
export async function saveAgain(): Promise<void> {
  const { access } = desk();
  if (access.kind === "writable" || access.remedy === null) saver.retry();
  else if (access.remedy === "take-over") setDesk({ dialog: { kind: "take-over" } });
  else await remedy(access.remedy);
}
