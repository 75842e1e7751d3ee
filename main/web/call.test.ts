import { describe, expect, it } from "vitest";
import { contract, type Method } from "../../annotations/api/contract.ts";
import { Refusal } from "../../annotations/commands/refusal.ts";
import { exampleHost, INPUTS, SESSION } from "./testing/example-handlers.ts";
import { callLines, type ExampleSite, exampleSite, PATIENTLY } from "./testing/example-site.ts";
import { ask } from "./testing/wire.ts";

const METHODS = Object.keys(contract) as Method[];

/** Makes a call with some headers changed, and gives its status and reply. */
async function changed(site: ExampleSite, method: string, change: Record<string, string | null>, first?: string) {
  const input = JSON.stringify(INPUTS[method as Method] ?? {});
  const [line, ...lines] = callLines(site, method, input.length, change);
  const answer = await ask(site.port, [first ?? line ?? "", ...lines], input);
  return { status: answer.status, reply: JSON.parse(answer.body), headers: answer.headers };
}

function failure(code: string, message: string) {
  return { ok: false, error: { code, message } };
}

const NO_ACCESS = failure(
  "refused",
  "This page has no access to Parallax any more. Open the address that Parallax printed when it last started.",
);

it("carries the input to the handler and its output back, and lets nobody keep it", async () => {
  const site = await exampleSite();
  const answer = await site.call("session.open", {});
  expect([answer.status, answer.headers.get("cache-control"), answer.headers.get("content-type")]).toEqual([
    200,
    "no-store",
    "application/json; charset=utf-8",
  ]);
  expect(await answer.json()).toEqual({ ok: true, value: SESSION });
});

it("takes the input as it was written, whatever the alphabet", async () => {
  const titles: unknown[] = [];
  const host = exampleHost({
    "session.workAs": async (input) => {
      titles.push(input);
      return {};
    },
  });
  const site = await exampleSite({}, host);
  await site.call("session.workAs", { name: "Aïcha — عائشة 🖍" });
  expect(titles).toEqual([{ name: "Aïcha — عائشة 🖍" }]);
});

describe.each(METHODS)("%s", (method) => {
  it("is carried out for a proper call", async () => {
    const site = await exampleSite();
    const pending = changed(site, method, {});
    if (method === "events.next") {
      await expect.poll(() => site.done, PATIENTLY).toEqual([method]);
      site.ring();
    }
    const { status, reply } = await pending;
    const isSaved = method !== "export.save";
    expect([status, reply.ok, site.done]).toEqual([isSaved ? 200 : 507, isSaved, [method]]);
  });

  it("is refused without the right token", async () => {
    const site = await exampleSite();
    const other = site.token.startsWith("A") ? "B" : "A";
    const bad = [
      null,
      "",
      "x",
      `${site.token} x`,
      `${site.token}, ${site.token}`,
      site.token.slice(1),
      `${other}${site.token.slice(1)}`,
    ];
    for (const token of bad) {
      const { status, reply } = await changed(site, method, { "X-Parallax-Token": token });
      expect([token, status, reply]).toEqual([token, 401, NO_ACCESS]);
    }
    expect(site.done).toEqual([]);
  });

  it("is refused with the token anywhere but in its header", async () => {
    const site = await exampleSite();
    const places = { "X-Parallax-Token": null, Cookie: `token=${site.token}`, Authorization: `Bearer ${site.token}` };
    const { status } = await changed(site, method, places, `POST /call/${method}?token=${site.token} HTTP/1.1`);
    expect([status, site.done]).toEqual([401, []]);
  });

  it("is refused to other origins", async () => {
    const site = await exampleSite();
    for (const origin of ["null", "http://evil.example", `http://127.0.0.1:${site.port + 1}`]) {
      const { status } = await changed(site, method, { Origin: origin });
      expect([origin, status]).toEqual([origin, 403]);
    }
    for (const value of ["cross-site", "same-site"]) {
      const { status } = await changed(site, method, { "Sec-Fetch-Site": value });
      expect([value, status]).toEqual([value, 403]);
    }
    expect(site.done).toEqual([]);
  });

  it("is refused unless it says that it carries JSON", async () => {
    const site = await exampleSite();
    const types = [null, "", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"];
    for (const type of [...types, "application/json; charset=utf-16", "application/json, text/plain", "text/json"]) {
      const { status, reply } = await changed(site, method, { "Content-Type": type });
      expect([type, status, reply]).toEqual([
        type,
        415,
        failure("invalid-input", "Calls carry their input as application/json."),
      ]);
    }
    expect(site.done).toEqual([]);
  });

  it("is refused by any other verb", async () => {
    const site = await exampleSite();
    for (const verb of ["GET", "HEAD", "PUT", "DELETE", "PATCH"]) {
      const lines = callLines(site, method, 0).slice(1);
      const { status, headers } = await ask(site.port, [`${verb} /call/${method} HTTP/1.1`, ...lines]);
      expect([verb, status, headers.get("allow")]).toEqual([verb, 405, "POST"]);
    }
    expect(site.done).toEqual([]);
  });

  it("is refused with an input that is not of its shape", async () => {
    const site = await exampleSite();
    const unknownKey = { ...(INPUTS[method] as object), unexpected: 1 };
    for (const input of [null, true, 0, "text", [], [{}], unknownKey]) {
      const answer = await site.call(method, input);
      const reply = (await answer.json()) as { error?: { code: string } };
      expect([input, answer.status, reply.error?.code]).toEqual([input, 400, "invalid-input"]);
    }
    expect(site.done).toEqual([]);
  });

  it("is refused with a body that is no JSON, or JSON that would do harm later", async () => {
    const site = await exampleSite();
    const deep = `${"[".repeat(5_000)}${"]".repeat(5_000)}`;
    for (const body of ["", "{", "{} {}", "{'a':1}", "NaN", '{"__proto__":{}}', '{"a":1e400}', deep, "\xff\xfe"]) {
      const answer = await ask(site.port, callLines(site, method, body.length), body);
      const reply = JSON.parse(answer.body);
      expect([body, answer.status, reply.ok, reply.error.code]).toEqual([body, 400, false, "invalid-input"]);
      expect(reply.error.message).toMatch(/^What was sent cannot be read: it .+\.$/);
    }
    expect(site.done).toEqual([]);
  });
});

it.each([
  "",
  "session",
  "session.close",
  "__proto__",
  "constructor",
  "session.open/",
  "session.open?x=1",
  "session%2eopen",
])("knows no method %j", async (method) => {
  const site = await exampleSite();
  const answer = await site.call(method, {});
  expect([answer.status, await answer.json(), site.done]).toEqual([
    404,
    failure("unknown-method", "There is no such method."),
    [],
  ]);
});

it("gives each kind of failure its status and its sentence", async () => {
  const fault = new Error("at /home/ada/mali/project.json");
  const host = exampleHost({
    "session.workAs": async () => {
      throw new Refusal("This analyst is at work elsewhere.");
    },
    "intake.choose": async () => {
      throw fault;
    },
  });
  const site = await exampleSite({}, host);
  const results = [];
  for (const method of ["session.workAs", "export.save", "intake.choose"] as const) {
    const answer = await site.call(method, INPUTS[method]);
    results.push([answer.status, await answer.json()]);
  }
  expect(results).toEqual([
    [422, failure("refused", "This analyst is at work elsewhere.")],
    [507, failure("not-saved", "The disk is full.")],
    [500, failure("internal", "Something went wrong inside Parallax. Nothing was changed.")],
  ]);
  expect(site.faults).toEqual([fault]);
});
