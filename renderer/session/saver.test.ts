import { describe, expect, it } from "vitest";
import { Failure } from "../../annotations/api/reply.ts";
import type { Command } from "../../annotations/commands/command.ts";
import { AnalystId, newId } from "../../annotations/model/id.ts";
import { createSaver, type Saving } from "./saver.ts";

const analyst = newId(AnalystId);

function command(title: string): Command {
  return { kind: "revise-project", analyst, at: "2026-01-01T00:00:00.000Z", title };
}

/** A host whose calls are answered by hand. */
function slowHost() {
  const calls: { titles: string[]; settle(error?: Error): void }[] = [];
  const arrivals: (() => void)[] = [];
  const send = (commands: readonly Command[]) =>
    new Promise<void>((resolve, reject) => {
      const titles = commands.map((sent) => (sent.kind === "revise-project" ? sent.title : sent.kind));
      calls.push({ titles, settle: (error) => (error ? reject(error) : resolve()) });
      arrivals.shift()?.();
    });
  const nextCall = () => new Promise<void>((resolve) => arrivals.push(resolve));
  return { calls, send, nextCall };
}

describe("createSaver", () => {
  it("sends what queues up during a call together in the next one", async () => {
    const host = slowHost();
    const saver = createSaver(host.send, { report: () => {}, giveUp: () => {} });
    saver.push([command("one")]);
    saver.push([command("two")]);
    saver.push([command("three")]);
    const second = host.nextCall();
    host.calls[0]?.settle();
    await second;
    expect(host.calls.map((call) => call.titles)).toEqual([["one"], ["two", "three"]]);
  });

  it("says saved only once everything is", async () => {
    const host = slowHost();
    const states: Saving["kind"][] = [];
    const saved = new Promise<void>((resolve) => {
      const saver = createSaver(host.send, {
        report: ({ kind }) => {
          states.push(kind);
          if (kind === "saved") resolve();
        },
        giveUp: () => {},
      });
      saver.push([command("one")]);
    });
    expect(states).toEqual(["saving"]);
    host.calls[0]?.settle();
    await saved;
    expect(states).toEqual(["saving", "saved"]);
  });

  it("keeps what could not be saved, and sends it again in the same order when asked", async () => {
    const host = slowHost();
    const failed = deferred<Saving>();
    const saver = createSaver(host.send, {
      report: (saving) => saving.kind === "failed" && failed.resolve(saving),
      giveUp: () => {},
    });
    saver.push([command("one")]);
    host.calls[0]?.settle(new Error("The disk is full."));
    expect(await failed.promise).toEqual({ kind: "failed", message: "The disk is full." });
    expect(saver.pending()).toBe(true);

    const again = host.nextCall();
    saver.push([command("two")]);
    await again;
    expect(host.calls[1]?.titles).toEqual(["one", "two"]);
  });

  it("drops only what the host will never take, saves the rest, and says so at the end", async () => {
    const taken: string[][] = [];
    const given = deferred<string>();
    const send = async (commands: readonly Command[]) => {
      const titles = commands.map((sent) => (sent.kind === "revise-project" ? sent.title : sent.kind));
      if (titles.includes("bad")) throw new Failure("refused", "The claim is gone.");
      taken.push(titles);
    };
    const saver = createSaver(send, { report: () => {}, giveUp: given.resolve });
    for (const title of ["one", "two", "bad", "three"]) saver.push([command(title)]);
    expect(await given.promise).toBe("The claim is gone.");
    expect(saver.pending()).toBe(false);
    expect(taken).toEqual([["one"], ["two"], ["three"]]);
  });

  it("never divides a group between two calls", async () => {
    const host = slowHost();
    const saver = createSaver(host.send, { report: () => {}, giveUp: () => {} });
    saver.push([command("first")]);
    const large = Array.from({ length: 1_500 }, () => command("large"));
    saver.push([command("small")]);
    saver.push(large);
    const second = host.nextCall();
    host.calls[0]?.settle();
    await second;
    const third = host.nextCall();
    host.calls[1]?.settle();
    await third;
    expect(host.calls.map((call) => call.titles.length)).toEqual([1, 1, 1_500]);
  });
});

function deferred<Value>(): { promise: Promise<Value>; resolve(value: Value): void } {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
