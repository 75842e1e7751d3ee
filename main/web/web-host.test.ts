import { expect, it } from "vitest";
import { createClient, type Transport } from "../../annotations/api/client.ts";
import { Failure } from "../../annotations/api/reply.ts";
import { SESSION } from "./testing/example-handlers.ts";
import { type ExampleSite, exampleSite, PAGE, PATIENTLY } from "./testing/example-site.ts";

/** Calls as the page makes them: over HTTP, with what a browser says of itself. */
function pageTransport(site: ExampleSite, token: string): Transport {
  const origin = `http://127.0.0.1:${site.port}`;
  return async (method, input) => {
    const response = await fetch(`${origin}/call/${method}`, {
      method: "POST",
      headers: { ...asThePage(origin), "Content-Type": "application/json", "X-Parallax-Token": token },
      body: JSON.stringify(input),
    });
    return response.json();
  };
}

function asThePage(origin: string): Record<string, string> {
  return { Origin: origin, "Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty" };
}

it("takes a browser from the handed-over address to the first answers", async () => {
  const site = await exampleSite();
  const { origin, hash } = new URL(site.server.handoverUrl());
  expect(await (await fetch(`${origin}/`)).text()).toBe(PAGE);
  const handover = await fetch(`${origin}/handover`, {
    method: "POST",
    headers: { ...asThePage(origin), "Content-Type": "application/json" },
    body: JSON.stringify({ code: hash.slice("#code=".length) }),
  });
  const { token } = (await handover.json()) as { token: string };
  const client = createClient(pageTransport(site, token));
  expect(await client("session.open", {})).toEqual(SESSION);
  const next = client("events.next", { after: 7 });
  await expect.poll(() => site.done, PATIENTLY).toEqual(["session.open", "events.next"]);
  site.ring();
  expect(await next).toEqual({ last: 7, events: [] });
});

it("hands failures on to the typed client, its own like the handlers'", async () => {
  const site = await exampleSite();
  const client = createClient(pageTransport(site, site.token));
  await expect(client("export.save", { format: "csv", analysts: [] })).rejects.toEqual(
    new Failure("not-saved", "The disk is full."),
  );
  await expect(client("session.workAs", { name: " " })).rejects.toMatchObject({ code: "invalid-input" });
  await expect(createClient(pageTransport(site, "wrong"))("session.open", {})).rejects.toMatchObject({
    code: "refused",
    message:
      "This page has no access to Parallax any more. Open the address that Parallax printed when it last started.",
  });
});

it("answers many calls at once, each with its own", async () => {
  const site = await exampleSite();
  const client = createClient(pageTransport(site, site.token));
  const names = Array.from({ length: 50 }, (_, i) => `article ${i}.txt`);
  const staged = await Promise.all(names.map((name) => client("intake.stage", { name, base64: "b25l" })));
  expect(staged.map(({ refused }) => refused[0]?.name)).toEqual(names);
});
