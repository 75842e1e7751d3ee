import { saver } from "./changes.ts";
import { desk, setDesk } from "./desk.ts";
import { refresher } from "./open-session.ts";
import { sentenceOf } from "./sentence.ts";
import { client } from "./transport.ts";

/** Lets the host do what may make the project writable again. Whether it helped; where not, the analyst is told why. */
export async function remedy(): Promise<boolean> {
  try {
    await client("session.remedy", {});
  } catch (error) {
    setDesk({ notice: sentenceOf(error) });
    return false;
  }
  saver.retry();
  refresher.request();
  return true;
}

/** What can be done about changes that are not saved: first the project must be writable, then they are sent again. */
export async function saveAgain(): Promise<void> {
  const { access } = desk();
  if (access.kind === "writable") saver.retry();
  else if (access.remedy === "take-over") setDesk({ dialog: { kind: "take-over" } });
  else await remedy();
}
