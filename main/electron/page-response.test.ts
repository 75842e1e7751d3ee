import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONTENT_SECURITY_POLICY } from "../web/content-security-policy.ts";
import { type Asset, readAssets } from "../web/static-map.ts";
import { pageResponse } from "./page-response.ts";

let folder: string;
let assets: ReadonlyMap<string, Asset>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "parallax-page-"));
  await mkdir(join(folder, "renderer/assets"), { recursive: true });
  await writeFile(join(folder, "secret.txt"), "secret");
  await writeFile(join(folder, "renderer/index.html"), "<!doctype html><p>page</p>");
  await writeFile(join(folder, "renderer/assets/screen.js"), "export {};");
  assets = await readAssets(join(folder, "renderer"));
});

afterAll(() => rm(folder, { recursive: true }));

async function fetched(url: string, method = "GET") {
  const response = pageResponse(assets, { url, method });
  return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
}

const page = { status: 200, type: "text/html; charset=utf-8", text: "<!doctype html><p>page</p>" };
const missing = { status: 404, type: "text/plain; charset=utf-8", text: "Not found" };

describe("pageResponse", () => {
  it("serves the page at the root and by its name", async () => {
    expect(await fetched("app://parallax/")).toEqual(page);
    expect(await fetched("app://parallax/index.html")).toEqual(page);
    expect(await fetched("app://parallax/#review")).toEqual(page);
  });

  it("serves a built file with its media type", async () => {
    const script = { status: 200, type: "text/javascript; charset=utf-8", text: "export {};" };
    expect(await fetched("app://parallax/assets/screen.js")).toEqual(script);
  });

  it("sends the headers without the file when asked for them only", async () => {
    expect(await fetched("app://parallax/", "HEAD")).toEqual({ ...page, text: "" });
  });

  it.each(["app://parallax/assets/screen.js", "app://parallax/nothing"])(
    "sends the security headers with %s",
    (url) => {
      const { headers } = pageResponse(assets, { url, method: "GET" });
      expect({
        policy: headers.get("content-security-policy"),
        opener: headers.get("cross-origin-opener-policy"),
        resource: headers.get("cross-origin-resource-policy"),
        referrer: headers.get("referrer-policy"),
        sniffing: headers.get("x-content-type-options"),
        foreign: headers.get("access-control-allow-origin"),
      }).toEqual({
        policy: CONTENT_SECURITY_POLICY,
        opener: "same-origin",
        resource: "same-origin",
        referrer: "no-referrer",
        sniffing: "nosniff",
        foreign: null,
      });
    },
  );

  it.each(["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "get"])("refuses the method %s", async (method) => {
    expect((await fetched("app://parallax/", method)).status).toBe(405);
  });

  it.each([
    "",
    "/",
    "/index.html",
    "about:blank",
    "app:",
    "app:///index.html",
    "app:parallax/index.html",
    "app://other/index.html",
    "app://parallax:80/index.html",
    "app://user@parallax/index.html",
    "app://parallax.example/index.html",
    "file:///etc/passwd",
    "https://parallax/index.html",
    "app://parallax/../secret.txt",
    "app://parallax/../../../../etc/passwd",
    "app://parallax/./../secret.txt",
    "app://parallax/assets/../../secret.txt",
    "app://parallax/assets/..\\..\\secret.txt",
    "app://parallax/..%2fsecret.txt",
    "app://parallax/..%2Fsecret.txt",
    "app://parallax/%2e%2e/secret.txt",
    "app://parallax/%2e%2e%2fsecret.txt",
    "app://parallax/..%5csecret.txt",
    "app://parallax/%252e%252e%252fsecret.txt",
    "app://parallax/..%c0%afsecret.txt",
    "app://parallax/....//secret.txt",
    "app://parallax/;/../secret.txt",
    "app://parallax//index.html",
    "app://parallax//etc/passwd",
    "app://parallax/\\index.html",
    "app://parallax/index.html/",
    "app://parallax/index.html/.",
    "app://parallax/index.html%00",
    "app://parallax/index.html%00.js",
    "app://parallax/%00",
    "app://parallax/INDEX.HTML",
    "app://parallax/index.html.",
    "app://parallax/index.html%20",
    "app://parallax/index.html::$DATA",
    "app://parallax/assets",
    "app://parallax/assets/",
    "app://parallax/assets/screen.js.map",
    "app://parallax/file:///etc/passwd",
    "app://parallax/C:/Windows/win.ini",
    "app://parallax/~root",
    "app://parallax/__proto__",
    "app://parallax/constructor",
  ])("finds nothing at %s", async (url) => {
    expect(await fetched(url)).toEqual(missing);
  });
});
