import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { FailureCode, Reply } from "../../annotations/api/reply.ts";
import { SECURITY_HEADERS } from "./content-security-policy.ts";
import type { Rejection } from "./rejection.ts";

/** Sends a whole answer with the security headers. Does nothing when one was sent already or nobody listens any more. */
export function send(response: ServerResponse, status: number, headers: OutgoingHttpHeaders, body: Uint8Array): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { ...SECURITY_HEADERS, ...headers, "Content-Length": body.byteLength });
  response.end(body);
}

/** Sends a value as JSON. */
export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: OutgoingHttpHeaders = {},
): void {
  send(response, status, { ...JSON_HEADERS, ...headers }, Buffer.from(JSON.stringify(value)));
}

/** Sends a reply with the status that fits it. */
export function sendReply(response: ServerResponse, reply: Reply): void {
  sendJson(response, reply.ok ? 200 : STATUS[reply.error.code], reply);
}

/** Sends a rejection in the form of a reply, for whoever made a call. */
export function sendRejection(response: ServerResponse, rejection: Rejection): void {
  const { status, code, message } = rejection;
  sendJson(response, status, { ok: false, error: { code, message } } satisfies Reply, allowed(rejection));
}

/** Sends a rejection as plain text, for a person who sees it in place of the page. */
export function sendRejectionText(response: ServerResponse, rejection: Rejection): void {
  const { status, message } = rejection;
  send(response, status, { ...TEXT_HEADERS, ...allowed(rejection) }, Buffer.from(`${message}\n`));
}

function allowed({ allow }: Rejection): OutgoingHttpHeaders {
  return allow === undefined ? {} : { Allow: allow };
}

const JSON_HEADERS = { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" };
const TEXT_HEADERS = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };

const STATUS: Readonly<Record<FailureCode, number>> = {
  "unknown-method": 404,
  "invalid-input": 400,
  refused: 422,
  "not-saved": 507,
  internal: 500,
};
