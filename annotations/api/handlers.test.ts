import { describe, expect, it } from "vitest";
import { Refusal } from "../commands/refusal.ts";
import { MarkId, ProjectId } from "../model/id.ts";
import { knownId } from "../testing/known-id.ts";
import { contract } from "./contract.ts";
import { answer, type Handlers } from "./handlers.ts";
import { Failure } from "./reply.ts";

const uncalled = async (): Promise<never> => {
  throw new Error("this handler was not to be called");
};

const NONE: Handlers = {
  "session.open": uncalled,
  "session.workAs": uncalled,
  "project.apply": uncalled,
  "project.saveCopy": uncalled,
  "session.remedy": uncalled,
  "versions.list": uncalled,
  "versions.read": uncalled,
  "versions.settle": uncalled,
  "intake.stage": uncalled,
  "intake.choose": uncalled,
  "intake.confirm": uncalled,
  "annotations.stage": uncalled,
  "annotations.choose": uncalled,
  "annotations.stop": uncalled,
  "annotations.addArticles": uncalled,
  "annotations.readForEach": uncalled,
  "merge.stage": uncalled,
  "merge.choose": uncalled,
  "merge.confirm": uncalled,
  "merge.forget": uncalled,
  "merge.undo": uncalled,
  "merge.redo": uncalled,
  "export.render": uncalled,
  "export.save": uncalled,
  "report.render": uncalled,
  "report.save": uncalled,
  "preferences.set": uncalled,
  "layout.set": uncalled,
  "history.read": uncalled,
  "events.next": uncalled,
};

/** The answer of these handlers to one call, and what was reported as a fault of the program. */
async function asked(handlers: Partial<Handlers>, method: unknown, input: unknown) {
  const faults: unknown[] = [];
  const reply = await answer({ ...NONE, ...handlers }, method, input, (error) => faults.push(error));
  return { reply, faults };
}

const failed = (code: string, message: string) => ({ reply: { ok: false, error: { code, message } }, faults: [] });

describe("answer", () => {
  it("gives what the handler gives", async () => {
    const handlers: Partial<Handlers> = { "events.next": async ({ after }) => ({ last: after + 1, events: [] }) };
    expect(await asked(handlers, "events.next", { after: 4 })).toEqual({
      reply: { ok: true, value: { last: 5, events: [] } },
      faults: [],
    });
  });

  it.each([
    "no.such",
    "",
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    7,
    null,
    undefined,
    ["events.next"],
    {},
  ])("knows no method %j", async (method) => {
    expect(await asked({}, method, {})).toEqual(failed("unknown-method", "There is no such method."));
  });

  it.each<[string, unknown, string]>([
    ["events.next", { after: "4" }, "after: Invalid input: expected number, received string"],
    ["events.next", { after: -1 }, "after: Too small: expected number to be >=0"],
    ["events.next", { after: Number.NaN }, "after: Invalid input: expected number, received NaN"],
    ["events.next", undefined, "the input: Invalid input: expected object, received undefined"],
    ["events.next", null, "the input: Invalid input: expected object, received null"],
    ["events.next", [], "the input: Invalid input: expected object, received array"],
    ["events.next", { after: 1, secret: 2 }, "the input: it has a field that is not known"],
    ["session.open", JSON.parse('{"__proto__": {"after": 1}}'), "the input: it has a field that is not known"],
    [
      "project.apply",
      { projectId: knownId(ProjectId, 1), screen: "one", commands: [] },
      "commands: Too small: expected array to have >=1 items",
    ],
    [
      "merge.stage",
      { name: "copy", files: [{ place: "sources/../../a.json", base64: "" }] },
      "files.0.place: this is no place in a copy of a project",
    ],
    ["intake.stage", { name: "a.txt", base64: "not base64!" }, "base64: Invalid base64-encoded string"],
  ])("refuses bad input to %s", async (method, input, message) => {
    expect(await asked({}, method, input)).toEqual(failed("invalid-input", message));
  });

  it("says where in a list the input is wrong", async () => {
    const { reply } = await asked({}, "project.apply", {
      projectId: knownId(ProjectId, 1),
      screen: "one",
      commands: [{ kind: "remove-mark", markId: knownId(MarkId, 1) }],
    });
    expect(reply).toMatchObject({ error: { code: "invalid-input", message: expect.stringMatching(/^commands\.0\./) } });
  });

  it("hands on what a handler says to the caller", async () => {
    const refusing = { "session.open": () => Promise.reject(new Refusal("The claim is still in use.")) };
    expect(await asked(refusing, "session.open", {})).toEqual(failed("refused", "The claim is still in use."));
    const failing = { "session.open": () => Promise.reject(new Failure("not-saved", "The disk is full.")) };
    expect(await asked(failing, "session.open", {})).toEqual(failed("not-saved", "The disk is full."));
  });

  it("reports a fault of the program and tells the caller nothing of it", async () => {
    const fault = new TypeError("cannot read /home/amina/secret.txt");
    const expected = {
      reply: {
        ok: false,
        error: { code: "internal", message: "Something went wrong inside Parallax. Nothing was changed." },
      },
      faults: [fault],
    };
    expect(await asked({ "session.open": () => Promise.reject(fault) }, "session.open", {})).toEqual(expected);
    const throwing = (): never => {
      throw fault;
    };
    expect(await asked({ "session.open": throwing }, "session.open", {})).toEqual(expected);
  });

  it("lets no output through that the contract does not know", async () => {
    const leaking: Partial<Handlers> = {
      "export.save": async () => Object.assign({ name: null, losses: [] }, { path: "/home/amina/secret.txt" }),
    };
    const { reply, faults } = await asked(leaking, "export.save", { format: "csv", analysts: [] });
    expect(reply).toMatchObject({ ok: false, error: { code: "internal" } });
    expect(JSON.stringify(reply)).not.toContain("amina");
    expect(faults.length).toBe(1);
  });

  it("refuses a command to reach into prototypes and leaves them alone", async () => {
    const commands = JSON.parse('[{"kind": "constructor", "__proto__": {"polluted": true}}]');
    const input = { projectId: knownId(ProjectId, 1), commands };
    expect((await asked({}, "project.apply", input)).reply).toMatchObject({ error: { code: "invalid-input" } });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe("contract", () => {
  it("refuses fields that it does not know in every method's input", () => {
    const open = Object.entries(contract).filter(([, { input }]) => input.safeParse({ "no such field": 1 }).success);
    expect(open).toEqual([]);
  });
});
