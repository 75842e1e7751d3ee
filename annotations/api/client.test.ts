import { describe, expect, it } from "vitest";
import { createClient } from "./client.ts";
import { Failure } from "./reply.ts";

/** A client whose host always gives this answer, and the calls that reached it. */
function clientOf(reply: unknown) {
  const calls: unknown[] = [];
  const client = createClient(async (method, input) => {
    calls.push([method, input]);
    return reply;
  });
  return { client, calls };
}

describe("createClient", () => {
  it("carries the call to the host and gives its value", async () => {
    const { client, calls } = clientOf({ ok: true, value: { last: 3, events: [{ kind: "session-changed" }] } });
    expect(await client("events.next", { after: 2 })).toEqual({ last: 3, events: [{ kind: "session-changed" }] });
    expect(calls).toEqual([["events.next", { after: 2 }]]);
  });

  it("throws the host's failure", async () => {
    const { client } = clientOf({ ok: false, error: { code: "not-saved", message: "The disk is full." } });
    await expect(client("events.next", { after: 2 })).rejects.toThrow(new Failure("not-saved", "The disk is full."));
    await expect(client("events.next", { after: 2 })).rejects.toMatchObject({ code: "not-saved" });
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a page", "<html>"],
    ["neither yes nor no", { value: 1 }],
    ["yes and no", { ok: true, value: { last: 3, events: [] }, error: {} }],
    ["an unknown code", { ok: false, error: { code: "EPERM", message: "no" } }],
    ["a value of another shape", { ok: true, value: { last: "3", events: [] } }],
    ["a value with more in it", { ok: true, value: { last: 3, events: [], path: "/" } }],
  ])("throws a failure when the host answers with %s", async (_, reply) => {
    const { client } = clientOf(reply);
    await expect(client("events.next", { after: 2 })).rejects.toThrow(
      new Failure("internal", "The host gave no proper answer."),
    );
    await expect(client("events.next", { after: 2 })).rejects.toBeInstanceOf(Failure);
  });

  it("hands a fault of the transport on", async () => {
    const client = createClient(() => Promise.reject(new TypeError("the connection was lost")));
    await expect(client("session.open", {})).rejects.toThrow("the connection was lost");
  });
});
