import type { Output } from "../../annotations/api/contract.ts";
import { rememberStep, saver, whyReadOnly } from "./changes.ts";
import { setDesk } from "./desk.ts";
import { refresher } from "./open-session.ts";
import { sentenceOf } from "./sentence.ts";

type HostStep = Output<"merge.confirm">["step"];

/**
 * Lets the host change the sets of several analysts as one step that can be undone, and says what came of it. Null when done,
 * else the reason why not.
 */
export async function takeHostStep(
  work: () => Promise<Output<"merge.confirm">>,
  noticeOf: (step: HostStep) => string,
): Promise<string | null> {
  const reason = whyReadOnly();
  if (reason !== null) return reason;
  try {
    if (!(await saver.settled()))
      return "Something is not saved yet. Wait until it is, or try again, before you do this.";
    const { step, refused } = await work();
    if (refused !== null) return refused;
    if (step) {
      const made = { name: step.name, done: [], inverse: [], merge: step.merge };
      rememberStep(made);
      setDesk({ noticeStep: made });
    }
    setDesk({ notice: noticeOf(step) });
    refresher.request();
    return null;
  } catch (error) {
    return sentenceOf(error);
  }
}
