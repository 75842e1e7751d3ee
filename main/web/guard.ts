import type { IncomingMessage } from "node:http";
import type { Rejection } from "./rejection.ts";

/** What the filter looks at: the request line and the header lines, nothing that would have to be read first. */
type Head = Pick<IncomingMessage, "method" | "url" | "headers" | "headersDistinct">;

/** The names under which a person's own browser reaches this machine. */
const OWN_NAMES = ["127.0.0.1", "localhost", "[::1]"];

/**
 * The first filter, before routing: null for a request that may go on. What it turns away comes from a page whose name
 * was rebound to this machine, from a page of another origin, or from something that is no browser at all.
 */
export function objection(request: Head, port: number): Rejection | null {
  const host = request.headersDistinct.host ?? [];
  const [name] = host;
  if (host.length !== 1 || name === undefined || !ownHosts(port).includes(name)) return MISDIRECTED;
  if (!/^\/(?!\/)/.test(request.url ?? "")) return BAD_TARGET;
  if (request.method === "OPTIONS") return NO_OPTIONS;
  const origin = request.headersDistinct.origin;
  if (origin && (origin.length !== 1 || origin[0] !== `http://${name}`)) return FOREIGN;
  return fromOwnPage(request) || isVisit(request) ? null : FOREIGN;
}

/** As browsers write them: without the port where it is the default one. */
function ownHosts(port: number): readonly string[] {
  return OWN_NAMES.map((name) => new URL(`http://${name}:${port}`).host);
}

/** Whether the page itself or the person asked; programs that are no browsers do not say, and need the token anyway. */
function fromOwnPage(request: Head): boolean {
  const sites = request.headersDistinct["sec-fetch-site"] ?? [];
  return sites.length === 0 || (sites.length === 1 && (sites[0] === "same-origin" || sites[0] === "none"));
}

/**
 * Whether somebody follows a link to the page. This may come from anywhere: people click links in mails and other
 * pages, the page holds no secret, and it cannot be framed or read by whoever linked to it.
 */
function isVisit(request: Head): boolean {
  return (
    request.method === "GET" &&
    request.url === "/" &&
    request.headers["sec-fetch-mode"] === "navigate" &&
    request.headers["sec-fetch-dest"] === "document"
  );
}

const MISDIRECTED: Rejection = {
  status: 421,
  code: "refused",
  message: "Parallax answers only under the address that it printed when it started.",
};
const BAD_TARGET: Rejection = { status: 400, code: "refused", message: "The request does not name a path." };
const NO_OPTIONS: Rejection = {
  status: 405,
  code: "refused",
  message: "Parallax takes no calls from other pages.",
  allow: "GET, HEAD, POST",
};
const FOREIGN: Rejection = { status: 403, code: "refused", message: "Parallax takes no requests from other pages." };
