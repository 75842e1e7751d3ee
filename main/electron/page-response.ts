import { SECURITY_HEADERS } from "../web/content-security-policy.ts";
import type { Asset } from "../web/static-map.ts";
import { isOwnAddress } from "./address.ts";

/**
 * The answer to a request for a part of the page: the built file that has exactly this path, or 404. The path is only
 * ever looked up among `assets`, never resolved, so that no request can reach another file.
 */
export function pageResponse(
  assets: ReadonlyMap<string, Asset>,
  { method, url }: { readonly method: string; readonly url: string },
): Response {
  if (method !== "GET" && method !== "HEAD") return plainResponse(405, "Method not allowed", { Allow: "GET, HEAD" });
  const asset = isOwnAddress(url) ? assets.get(new URL(url).pathname) : undefined;
  if (!asset) return plainResponse(404, "Not found");
  const headers = { ...SECURITY_HEADERS, "Content-Type": asset.mediaType };
  return new Response(method === "HEAD" ? null : asset.bytes, { headers });
}

function plainResponse(status: number, text: string, more: Readonly<Record<string, string>> = {}): Response {
  const headers = { ...SECURITY_HEADERS, "Content-Type": "text/plain; charset=utf-8", ...more };
  return new Response(text, { status, headers });
}
