import { describe, expect, it } from "vitest";
import { objection } from "./guard.ts";
import { type ExampleSite, exampleSite, PAGE } from "./testing/example-site.ts";
import { ask, exchange, type WireAnswer } from "./testing/wire.ts";

/** What one request gets that asks for `target` with these header lines, `PORT` standing for the port. */
async function statusOf(site: ExampleSite, first: string, ...headers: readonly string[]): Promise<number> {
  const lines = [first, "Connection: close", ...headers];
  return (await ask(site.port, named(site, lines))).status;
}

function named(site: ExampleSite, lines: readonly string[]): string[] {
  return lines.map((line) => line.replaceAll("PORT", String(site.port)));
}

const HOST = "Host: 127.0.0.1:PORT";

describe("the Host header", () => {
  it.each(["127.0.0.1:PORT", "localhost:PORT", "[::1]:PORT"])("may be %s", async (host) => {
    expect(await statusOf(await exampleSite(), "GET / HTTP/1.1", `Host: ${host}`)).toBe(200);
  });

  it.each([
    "127.0.0.1",
    "127.0.0.1:1",
    "localhost",
    "evil.example",
    "evil.example:PORT",
    "localhost.evil.example:PORT",
    "127.0.0.1.evil.example:PORT",
    "127.0.0.1:PORT.evil.example",
    "127.0.0.1:PORT, evil.example",
    "user@127.0.0.1:PORT",
    "127.1:PORT",
    "2130706433:PORT",
    "0x7f000001:PORT",
    "0.0.0.0:PORT",
    "[::ffff:127.0.0.1]:PORT",
    "[0:0:0:0:0:0:0:1]:PORT",
    "LOCALHOST:PORT",
    "localhost.:PORT",
    "127.0.0.1:0PORT",
    "",
  ])("may not be %j", async (host) => {
    expect(await statusOf(await exampleSite(), "GET / HTTP/1.1", `Host: ${host}`)).toBe(421);
  });

  it("has no port where that is the default one", () => {
    const head = (host: string) => ({ method: "GET", url: "/", headers: {}, headersDistinct: { host: [host] } });
    expect(objection(head("127.0.0.1"), 80)).toBe(null);
    expect(objection(head("127.0.0.1:80"), 80)?.status).toBe(421);
  });

  it("must be there, in HTTP/1.1 and in HTTP/1.0", async () => {
    const site = await exampleSite();
    expect(await statusOf(site, "GET / HTTP/1.1")).toBe(421);
    expect(await statusOf(site, "GET / HTTP/1.0")).toBe(421);
  });

  it("must be there once", async () => {
    const site = await exampleSite();
    expect(await statusOf(site, "GET / HTTP/1.1", HOST, "Host: evil.example")).toBe(421);
    expect(await statusOf(site, "GET / HTTP/1.1", "Host: evil.example", HOST)).toBe(421);
    expect(await statusOf(site, "GET / HTTP/1.1", HOST, HOST)).toBe(421);
  });
});

describe("the request target", () => {
  it.each([
    "http://127.0.0.1:PORT/",
    "http://evil.example/",
    "HTTP://127.0.0.1:PORT/index.html",
    "//127.0.0.1:PORT/",
    "//evil.example/index.html",
    "*",
  ])("may not be %j", async (target) => {
    const site = await exampleSite();
    const answer = await ask(site.port, named(site, [`GET ${target} HTTP/1.1`, HOST, "Connection: close"]));
    expect(answer.status).toBe(400);
    expect(answer.body).toBe("The request does not name a path.\n");
  });

  it("may not make a tunnel", async () => {
    const site = await exampleSite();
    expect(await exchange(site.port, "CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: 127.0.0.1:22\r\n\r\n")).toBe("");
  });
});

describe("the Origin header", () => {
  it("may be the page's own", async () => {
    const site = await exampleSite();
    expect(await statusOf(site, "GET / HTTP/1.1", HOST, "Origin: http://127.0.0.1:PORT")).toBe(200);
    expect(await statusOf(site, "GET / HTTP/1.1", "Host: localhost:PORT", "Origin: http://localhost:PORT")).toBe(200);
  });

  it.each([
    "null",
    "",
    "http://127.0.0.1",
    "http://127.0.0.1:1",
    "http://localhost:PORT",
    "https://127.0.0.1:PORT",
    "http://127.0.0.1:PORT/",
    "http://127.0.0.1:PORT.evil.example",
    "http://evil.example",
    "http://127.0.0.1:PORT, http://evil.example",
    "chrome-extension://abcdefghijklmnop",
    "file://",
  ])("may not be %j", async (origin) => {
    expect(await statusOf(await exampleSite(), "GET / HTTP/1.1", HOST, `Origin: ${origin}`)).toBe(403);
  });

  it("may not be there twice", async () => {
    const origin = "Origin: http://127.0.0.1:PORT";
    expect(await statusOf(await exampleSite(), "GET / HTTP/1.1", HOST, origin, origin)).toBe(403);
  });
});

describe("the Sec-Fetch-Site header", () => {
  it.each(["same-origin", "none"])("may be %s", async (value) => {
    expect(await statusOf(await exampleSite(), "GET /icon.svg HTTP/1.1", HOST, `Sec-Fetch-Site: ${value}`)).toBe(200);
  });

  it.each(["cross-site", "same-site", "", "Same-Origin", "none, none"])("may not be %j", async (value) => {
    expect(await statusOf(await exampleSite(), "GET /icon.svg HTTP/1.1", HOST, `Sec-Fetch-Site: ${value}`)).toBe(403);
  });

  it("may not be there twice", async () => {
    const [own, other] = ["Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: cross-site"];
    expect(await statusOf(await exampleSite(), "GET / HTTP/1.1", HOST, own, other)).toBe(403);
  });

  const visit = ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"];

  it("may be any when somebody follows a link to the page", async () => {
    const site = await exampleSite();
    const answer = await ask(site.port, named(site, ["GET / HTTP/1.1", "Connection: close", HOST, ...visit]));
    expect([answer.status, answer.body]).toEqual([200, PAGE]);
  });

  it.each([
    ["another path", "GET /icon.svg HTTP/1.1", visit],
    ["a call", "GET /call/session.open HTTP/1.1", visit],
    ["a form that posts", "POST / HTTP/1.1", [...visit, "Content-Length: 0"]],
    ["a frame", "GET / HTTP/1.1", [...visit.slice(0, 2), "Sec-Fetch-Dest: iframe"]],
    ["an embedded object", "GET / HTTP/1.1", [...visit.slice(0, 2), "Sec-Fetch-Dest: object"]],
    [
      "a script's fetch",
      "GET / HTTP/1.1",
      ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: cors", "Sec-Fetch-Dest: empty"],
    ],
    ["a picture", "GET / HTTP/1.1", ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: image"]],
    [
      "a web socket",
      "GET / HTTP/1.1",
      ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: websocket", "Sec-Fetch-Dest: empty"],
    ],
    [
      "a look ahead",
      "GET / HTTP/1.1",
      ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: document"],
    ],
    ["a link with an origin", "GET / HTTP/1.1", [...visit, "Origin: http://evil.example"]],
  ])("may not be another site's for %s", async (_, first, headers) => {
    expect(await statusOf(await exampleSite(), first, HOST, ...headers)).toBe(403);
  });
});

it("refuses OPTIONS, which asks on behalf of other pages, and never sends a CORS header", async () => {
  const site = await exampleSite();
  const preflight = ["Origin: http://evil.example", "Access-Control-Request-Method: POST"];
  for (const target of ["/", "/icon.svg", "/call/session.open", "/handover", "/missing"]) {
    const lines = [`OPTIONS ${target} HTTP/1.1`, HOST, "Connection: close", ...preflight];
    const answer = await ask(site.port, named(site, lines));
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD, POST"]);
    expect(corsHeaders(answer)).toEqual([]);
  }
});

it("opens no web socket", async () => {
  const site = await exampleSite();
  const upgrade = ["Upgrade: websocket", "Connection: Upgrade, close", "Sec-WebSocket-Version: 13"];
  const lines = named(site, ["GET / HTTP/1.1", HOST, ...upgrade, "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="]);
  const answer = await ask(site.port, lines);
  expect([answer.status, answer.headers.get("upgrade")]).toEqual([200, undefined]);
});

it("tells strangers who call why, in the form of a reply, and ends their connection", async () => {
  const site = await exampleSite();
  const answer = await ask(site.port, ["POST /call/session.open HTTP/1.1", "Host: evil.example", "Content-Length: 0"]);
  expect([answer.status, answer.headers.get("connection"), JSON.parse(answer.body)]).toEqual([
    421,
    "close",
    {
      ok: false,
      error: { code: "refused", message: "Parallax answers only under the address that it printed when it started." },
    },
  ]);
});

function corsHeaders(answer: WireAnswer): string[] {
  return [...answer.headers.keys()].filter((name) => name.startsWith("access-control-"));
}
