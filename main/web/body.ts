import type { IncomingMessage, ServerResponse } from "node:http";
import { parseJson } from "../../annotations/text/json.ts";
import type { BodyLimit } from "./body-limit.ts";
import type { Rejection } from "./rejection.ts";

/** What a request brought with it. `cut-off` is a body that ended early: there is nobody left to answer. */
export type Body =
  | { readonly kind: "json"; readonly value: unknown }
  | { readonly kind: "rejected"; readonly rejection: Rejection }
  | { readonly kind: "cut-off" };

/** Whether a request says that its body is JSON in UTF-8; a page of another origin cannot say so unasked. */
export function isJson(request: IncomingMessage): boolean {
  const types = request.headersDistinct["content-type"] ?? [];
  return types.length === 1 && /^application\/json(; ?charset="?utf-8"?)?$/i.test(types[0] ?? "");
}

/**
 * Reads a JSON body within `limit`. One that announces more is not read; one that turns out to be larger is
 * refused as soon as it is, and what still comes is thrown away, since a browser listens only once it has sent all.
 */
export async function readBody(request: IncomingMessage, response: ServerResponse, limit: BodyLimit): Promise<Body> {
  if (Number(request.headers["content-length"] ?? 0) > limit.bytes) return rejected(tooLarge(limit));
  // A client that asks before it sends hears this only now, when all that can be judged by the header is right.
  if (request.headers.expect) response.writeContinue();
  const bytes = await readBytes(request, limit.bytes);
  if (bytes === "cut-off") return { kind: "cut-off" };
  if (bytes === "too-large") return rejected(tooLarge(limit));
  const text = decodeUtf8(bytes);
  if (text === null) return rejected(unreadable("it is not UTF-8 text"));
  const json = parseJson(text);
  return json.ok ? { kind: "json", value: json.value } : rejected(unreadable(json.reason));
}

function readBytes(request: IncomingMessage, limit: number): Promise<Buffer | "too-large" | "cut-off"> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) {
        chunks.push(chunk);
      } else {
        chunks.length = 0;
        resolve("too-large");
      }
    });
    request.once("end", () => resolve(Buffer.concat(chunks)));
    request.once("error", () => resolve("cut-off"));
    request.once("close", () => resolve("cut-off"));
  });
}

function decodeUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function rejected(rejection: Rejection): Body {
  return { kind: "rejected", rejection };
}

function tooLarge({ message }: BodyLimit): Rejection {
  return { status: 413, code: "invalid-input", message };
}

function unreadable(reason: string): Rejection {
  return { status: 400, code: "invalid-input", message: `What was sent cannot be read: ${reason}.` };
}
