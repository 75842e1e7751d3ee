import { describe, expect, it } from "vitest";
import { contract, isMethod } from "../../annotations/api/contract.ts";
import { type ExampleHost, exampleHost, INPUTS } from "../web/testing/example-handlers.ts";
import { answerCall, type CallTarget } from "./call.ts";
import type { Sender } from "./sender.ts";

const WINDOW = 1;
const METHODS = Object.keys(contract).filter(isMethod);

const page = { url: "app://parallax/", processId: 5, routingId: 1, isDestroyed: () => false };
const contents = { id: WINDOW, mainFrame: page, isDestroyed: () => false };
const own: Sender = { frame: page, contents };

const STRANGERS: readonly (readonly [string, Sender])[] = [
  ["a frame that is gone", { frame: null, contents }],
  ["a frame inside the page", { frame: { ...page, routingId: 2 }, contents }],
  ["another window", { frame: page, contents: { ...contents, id: 2 } }],
  ["about:blank", { frame: { ...page, url: "about:blank" }, contents }],
  ["an empty page", { frame: { ...page, url: "" }, contents }],
  ["a website", { frame: { ...page, url: "https://example.org/" }, contents }],
];

/** Values that are of no method's shape. */
const PAYLOADS: readonly unknown[] = [
  ...[undefined, null, true, false, 0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 10n, "", "{}", "x"],
  ...[[], [[]], [{}], [null], ["session.open"], Array.from({ length: 1000 }, () => ({}))],
  ...[new Map(), new Set(), new Date(0), new Uint8Array(8), new ArrayBuffer(8), /x/, new Error("x")],
  ...[
    { unknown: 1 },
    { method: "session.open" },
    { input: {} },
    { commands: null },
    { commands: [] },
    { commands: {} },
  ],
  ...[{ commands: [{}] }, { commands: [{ kind: "no-such-command" }] }, { commands: ["add-mark"] }],
  ...[{ files: [] }, { files: [{ id: "x" }] }, { files: "x" }, { after: -1 }, { after: "0" }, { after: 0, more: 1 }],
  ...[
    { name: "" },
    { name: 1 },
    { name: "a".repeat(2_000) },
    { name: "a.txt", base64: "%%%" },
    { name: "a.txt", base64: 1 },
  ],
  ...[{ analystId: "x" }, { format: "json" }, { format: 1, analysts: [] }, { format: "json", analysts: ["../x"] }],
  ...[{ theme: "system" }, { theme: "blue", showBoilerplate: true, textSize: 15 }],
  ...[JSON.parse('{"__proto__": {"after": 0}}'), { constructor: {} }, { toString: 1 }],
];

const refused = { ok: false, error: { code: "refused", message: "Only Parallax's own page may call." } };

function targetFor(host: ExampleHost): CallTarget {
  return { handlers: host.handlers, known: WINDOW, report: () => {} };
}

describe.each(METHODS)("answerCall, %s", (method) => {
  it.each(STRANGERS)("refuses %s and calls no handler", async (_, sender) => {
    const host = exampleHost();
    const reply = await answerCall({ sender, method, input: INPUTS[method] }, targetFor(host));
    expect({ reply, done: host.done }).toEqual({ reply: refused, done: [] });
  });

  it("refuses every payload that is not of its shape and calls no handler", async () => {
    const host = exampleHost();
    const codes = new Set<string>();
    for (const input of PAYLOADS) {
      const reply = await answerCall({ sender: own, method, input }, targetFor(host));
      codes.add(reply.ok ? "accepted" : reply.error.code);
    }
    expect({ codes: [...codes], done: host.done }).toEqual({ codes: ["invalid-input"], done: [] });
  });
});

describe("answerCall", () => {
  it.each(METHODS.filter((method) => method !== "events.next"))("passes %s on from its own page", async (method) => {
    const host = exampleHost();
    await answerCall({ sender: own, method, input: INPUTS[method] }, targetFor(host));
    expect(host.done).toEqual([method]);
  });

  it("gives back what the handler gave", async () => {
    const host = exampleHost({ "events.next": async ({ after }) => ({ last: after, events: [] }) });
    const reply = await answerCall({ sender: own, method: "events.next", input: { after: 4 } }, targetFor(host));
    expect(reply).toEqual({ ok: true, value: { last: 4, events: [] } });
  });

  it("tells the caller nothing of a fault inside, and reports it", async () => {
    const fault = new Error("/home/somebody/secret");
    const reported: unknown[] = [];
    const host = exampleHost({ "session.open": () => Promise.reject(fault) });
    const target = { ...targetFor(host), report: (error: unknown) => reported.push(error) };
    const reply = await answerCall({ sender: own, method: "session.open", input: {} }, target);
    const message = "Something went wrong inside Parallax. Nothing was changed.";
    expect({ reply, reported }).toEqual({
      reply: { ok: false, error: { code: "internal", message } },
      reported: [fault],
    });
  });

  it.each([undefined, null, 1, "", "session", "session.open ", "__proto__", "constructor", ["session.open"], {}])(
    "refuses the method %j",
    async (method) => {
      const reply = await answerCall({ sender: own, method, input: {} }, targetFor(exampleHost()));
      expect(reply).toEqual({ ok: false, error: { code: "unknown-method", message: "There is no such method." } });
    },
  );

  it("refuses an input that is too large before anything reads it", async () => {
    const input = { format: "x".repeat(1024 * 1024), analysts: [] };
    const reply = await answerCall({ sender: own, method: "export.render", input }, targetFor(exampleHost()));
    const message = "This call is too large: the limit is 1 MiB.";
    expect(reply).toEqual({ ok: false, error: { code: "invalid-input", message } });
  });
});
