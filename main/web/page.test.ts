import { describe, expect, it } from "vitest";
import { SECURITY_HEADERS } from "./content-security-policy.ts";
import { type ExampleSite, exampleSite, PAGE, SCRIPT, SECRET } from "./testing/example-site.ts";
import { ask, exchange } from "./testing/wire.ts";

function request(site: ExampleSite, first: string) {
  return ask(site.port, [first, `Host: 127.0.0.1:${site.port}`, "Connection: close"]);
}

it.each(["/", "/index.html"])("gives the page under %s, to be asked for anew each time", async (target) => {
  const { status, headers, body } = await request(await exampleSite(), `GET ${target} HTTP/1.1`);
  expect([status, headers.get("content-type"), headers.get("cache-control"), body]).toEqual([
    200,
    "text/html; charset=utf-8",
    "no-store",
    PAGE,
  ]);
});

it("lets a browser keep what has a hash in its name", async () => {
  const { headers, body } = await request(await exampleSite(), "GET /assets/index-B1c2D3e4.js HTTP/1.1");
  expect([headers.get("content-type"), headers.get("cache-control"), body]).toEqual([
    "text/javascript; charset=utf-8",
    "public, max-age=31536000, immutable",
    SCRIPT,
  ]);
});

it("answers HEAD like GET, without the bytes", async () => {
  const site = await exampleSite();
  const { status, headers, body } = await request(site, "HEAD / HTTP/1.1");
  expect([status, headers.get("content-length"), body]).toEqual([200, String(PAGE.length), ""]);
});

it.each(["/", "/icon.svg", "/missing", "/call/session.open", "/handover"])(
  "sends the security headers with %s",
  async (target) => {
    const { headers } = await request(await exampleSite(), `GET ${target} HTTP/1.1`);
    const sent = Object.keys(SECURITY_HEADERS).map((name) => [name, headers.get(name.toLowerCase())]);
    expect(Object.fromEntries(sent)).toEqual(SECURITY_HEADERS);
  },
);

it.each(["POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"])("refuses %s", async (method) => {
  const { status, headers } = await request(await exampleSite(), `${method} / HTTP/1.1`);
  expect([status, headers.get("allow")]).toEqual([405, "GET, HEAD"]);
});

describe("a path that is not a built file's", () => {
  const up = ["../secret.txt", "..%2fsecret.txt", "..%2Fsecret.txt", "%2e%2e/secret.txt", "%2e%2e%2fsecret.txt"];
  const back = ["..\\secret.txt", "..%5csecret.txt", "..%5Csecret.txt", "%2e%2e%5csecret.txt", "..%c0%afsecret.txt"];
  const odd = ["..;/secret.txt", ".../secret.txt", "....//secret.txt", "..%252fsecret.txt", "..%00/secret.txt"];
  const rest = [
    "/assets",
    "/assets/",
    "/assets/.",
    "/assets/..",
    "/assets/../index.html",
    "/./index.html",
    "/index.html/",
    "/index.html/.",
    "/index.html%00",
    "/index.html%00.js",
    "/index.html?",
    "/index.html?x=1",
    "/?x=1",
    "/INDEX.HTML",
    "/index.html::$DATA",
    "/%69ndex.html",
    "/\\secret.txt",
    "/c:/windows/win.ini",
    "/C:\\windows\\win.ini",
    "/etc/passwd",
    "/%2fetc%2fpasswd",
    "/file:///etc/passwd",
    "/proc/self/environ",
    "/~/.ssh/id_rsa",
    "/.git/config",
    "/__proto__",
    "/constructor",
    "/toString",
    "/favicon.ico",
    "/call",
    "/handover/",
    `/${"a".repeat(8000)}`,
    `/${"../".repeat(40)}etc/passwd`,
    `/${"%2e%2e/".repeat(40)}etc/passwd`,
  ];
  const paths = [...[...up, ...back, ...odd].flatMap((path) => [`/${path}`, `/assets/../${path}`]), ...rest];

  it.each(paths)("is 404: %s", async (path) => {
    const { status, body } = await request(await exampleSite(), `GET ${path} HTTP/1.1`);
    expect([status, body]).toEqual([404, "There is nothing at this address.\n"]);
  });

  it.each(["/\0", "/index.html\0", "/index .html", "/a\tb", "/a\u007fb"])("is no HTTP or no file: %j", async (path) => {
    const site = await exampleSite();
    const heard = await exchange(
      site.port,
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${site.port}\r\nConnection: close\r\n\r\n`,
    );
    expect(heard).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(heard).not.toContain(SECRET);
  });
});
