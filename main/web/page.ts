import type { IncomingMessage, ServerResponse } from "node:http";
import type { Rejection } from "./rejection.ts";
import { send, sendRejectionText } from "./response.ts";
import type { Asset } from "./static-map.ts";

/** Answers with the file that stands in `assets` under exactly the path asked for, or with 404. */
export function answerPage(
  request: IncomingMessage,
  response: ServerResponse,
  assets: ReadonlyMap<string, Asset>,
): void {
  const asset = assets.get(request.url ?? "");
  if (request.method !== "GET" && request.method !== "HEAD") sendRejectionText(response, READ_ONLY);
  else if (asset) sendAsset(response, asset);
  else sendRejectionText(response, NOT_FOUND);
}

function sendAsset(response: ServerResponse, { bytes, mediaType, hashed }: Asset): void {
  send(response, 200, { "Content-Type": mediaType, "Cache-Control": hashed ? KEPT : "no-store" }, bytes);
}

const KEPT = "public, max-age=31536000, immutable";

const READ_ONLY: Rejection = {
  status: 405,
  code: "refused",
  message: "This address can only be read.",
  allow: "GET, HEAD",
};
const NOT_FOUND: Rejection = { status: 404, code: "refused", message: "There is nothing at this address." };
