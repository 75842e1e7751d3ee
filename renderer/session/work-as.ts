import type { AnalystId } from "../../annotations/model/id.ts";
import { saver } from "./changes.ts";
import { setDesk } from "./desk.ts";
import { sentenceOf } from "./sentence.ts";
import { client } from "./transport.ts";

/** Goes on as another analyst; the host then asks every screen to open the session anew. False when nobody else goes on. */
export async function workAs(who: { readonly analystId: AnalystId } | { readonly name: string }): Promise<boolean> {
  if (saver.pending()) {
    setDesk({ notice: "Something is not saved yet. Wait until it is, or try again, before another analyst goes on." });
    return false;
  }
  try {
    await client("session.workAs", who);
    return true;
  } catch (error) {
    setDesk({ notice: sentenceOf(error) });
    return false;
  }
}
