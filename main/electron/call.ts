import { answer, type Handlers } from "../../annotations/api/handlers.ts";
import type { FailureCode, Reply } from "../../annotations/api/reply.ts";
import { callLimit } from "../web/body-limit.ts";
import { checkInput, inputLimits } from "./input-check.ts";
import { isTrusted, type Sender } from "./sender.ts";

/** One message on the channel, before anything about it is believed. */
export interface Call {
  readonly sender: Sender;
  readonly method: unknown;
  readonly input: unknown;
}

export interface CallTarget {
  readonly handlers: Handlers;
  /** The id of the window's contents, the only ones that may call. */
  readonly known: number | undefined;
  readonly report: (error: unknown) => void;
}

/**
 * Answers a call that comes from the program's own page and carries no more than the method may; refuses any other.
 * The limits are those of the web host.
 */
export async function answerCall({ sender, method, input }: Call, target: CallTarget): Promise<Reply> {
  if (!isTrusted(sender, target.known)) return refusal("refused", "Only Parallax's own page may call.");
  const limit = callLimit(String(method));
  const verdict = checkInput(input, inputLimits(limit.bytes));
  if (verdict === "too-large") return refusal("invalid-input", limit.message);
  if (verdict === "not-json") return refusal("invalid-input", "The input is not plain JSON.");
  return answer(target.handlers, method, input, target.report);
}

function refusal(code: FailureCode, message: string): Reply {
  return { ok: false, error: { code, message } };
}
