import { expect, it } from "vitest";
import { type ExampleSite, exampleSite } from "./testing/example-site.ts";

async function handOver(site: ExampleSite, body: string, init: RequestInit = {}) {
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch(`http://127.0.0.1:${site.port}/handover`, { method: "POST", headers, body, ...init });
  return { status: answer.status, cache: answer.headers.get("cache-control"), value: await answer.json() };
}

function codeOf(url: string): string {
  return JSON.stringify({ code: new URL(url).hash.slice("#code=".length) });
}

const USED_UP = {
  ok: false,
  error: {
    code: "refused",
    message: "This address has been opened before or is older than two minutes. Open the one that Parallax printed.",
  },
};

it("gives the token for the code of a handover address, once", async () => {
  const site = await exampleSite();
  const code = codeOf(site.server.handoverUrl());
  expect(await handOver(site, code)).toEqual({ status: 200, cache: "no-store", value: { token: site.token } });
  expect(await handOver(site, code)).toEqual({ status: 403, cache: "no-store", value: USED_UP });
});

it("keeps the token out of the handover address", async () => {
  const site = await exampleSite();
  const url = site.server.handoverUrl();
  expect(url).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${site.port}/#code=[A-Za-z0-9_-]{43}$`));
  expect(url).not.toContain(site.token);
});

it("gives nothing for anything else", async () => {
  const site = await exampleSite();
  site.server.handoverUrl();
  const bodies = [
    "{}",
    "[]",
    "null",
    '{"code":""}',
    '{"code":null}',
    '{"code":"x"}',
    '{"code":["x"]}',
    `{"code":"${site.token}"}`,
  ];
  for (const body of bodies) {
    expect([body, (await handOver(site, body)).status]).toEqual([body, 403]);
  }
  expect((await handOver(site, "{")).status).toBe(400);
  expect((await handOver(site, `{"code":"${"x".repeat(1024)}"}`)).status).toBe(413);
});

it("leaves the code good when a request could not have come from the page", async () => {
  const site = await exampleSite();
  const code = codeOf(site.server.handoverUrl());
  const plain = { headers: { "Content-Type": "text/plain" } };
  const foreign = { headers: { "Content-Type": "application/json", Origin: "http://evil.example" } };
  const results = [await handOver(site, code, plain), await handOver(site, code, foreign), await handOver(site, code)];
  expect(results.map(({ status }) => status)).toEqual([415, 403, 200]);
});

it("is done with POST only", async () => {
  const site = await exampleSite();
  expect((await fetch(`http://127.0.0.1:${site.port}/handover`)).status).toBe(405);
});
