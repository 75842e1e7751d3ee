import type { IncomingMessage, ServerResponse } from "node:http";
import type { Method } from "../../annotations/api/contract.ts";
import { answer, type Handlers } from "../../annotations/api/handlers.ts";
import { isJson, readBody } from "./body.ts";
import { callLimit } from "./body-limit.ts";
import type { Connections } from "./connections.ts";
import type { Rejection } from "./rejection.ts";
import { sendRejection, sendReply } from "./response.ts";
import { sameSecret, TOKEN_HEADER } from "./token.ts";

/** Calls have paths that begin so; the method's name follows. */
export const CALL_PATH = "/call/";

export interface CallOptions {
  readonly handlers: Handlers;
  readonly token: string;
  readonly connections: Connections;
  readonly report: (error: unknown) => void;
}

/** The methods that wait for something to happen; at the end nothing is lost by not waiting for them. */
const WAITING: ReadonlySet<string> = new Set<Method>(["events.next"]);

/** Answers `POST /call/<method>`: the token first, then the form of the request, and only then its body. */
export async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  { handlers, token, connections, report }: CallOptions,
): Promise<void> {
  const rejection = callObjection(request, token);
  if (rejection) return sendRejection(response, rejection);
  const method = (request.url ?? "").slice(CALL_PATH.length);
  const body = await readBody(request, response, callLimit(method));
  if (body.kind === "cut-off") return;
  if (body.kind === "rejected") return sendRejection(response, body.rejection);
  connections.prepare(response, WAITING.has(method));
  sendReply(response, await answer(handlers, method, body.value, report));
}

function callObjection(request: IncomingMessage, token: string): Rejection | null {
  if (request.method !== "POST") return NOT_POST;
  const given = request.headers[TOKEN_HEADER];
  if (typeof given !== "string" || !sameSecret(given, token)) return NO_TOKEN;
  return isJson(request) ? null : NOT_JSON;
}

export const NOT_POST: Rejection = {
  status: 405,
  code: "invalid-input",
  message: "Calls are made with POST.",
  allow: "POST",
};
export const NOT_JSON: Rejection = {
  status: 415,
  code: "invalid-input",
  message: "Calls carry their input as application/json.",
};
const NO_TOKEN: Rejection = {
  status: 401,
  code: "refused",
  message: "This page has no access to Parallax any more. Open the address that Parallax printed when it last started.",
};
