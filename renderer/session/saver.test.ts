import { afterEach, describe, expect, it, vi } from "vitest";
import { Failure } from "../../annotations/api/reply.ts";
import type { Command } from "../../annotations/commands/command.ts";
import { AnalystId, newId } from "../../annotations/model/id.ts";
import { NoAnswer } from "./no-answer.ts";
import { createSaver, LONG_SAVING, type Saving } from "./saver.ts";

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
    expect(await failed.promise).toEqual({
      kind: "failed",
      message: "The disk is full.",
      answered: true,
      retrying: false,
    });
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

describe("what a saver reports", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  /** A saver that has one command to send, and what it reported so far. */
  function reporting(send: (commands: readonly Command[]) => Promise<void>) {
    const states: Saving[] = [];
    const saver = createSaver(send, { report: (saving) => states.push(saving), giveUp: () => {} });
    saver.push([command("one")]);
    return { saver, states };
  }

  it("calls a saving long only when it lasts", async () => {
    vi.useFakeTimers();
    const host = slowHost();
    const { saver, states } = reporting(host.send);
    vi.advanceTimersByTime(LONG_SAVING - 1);
    expect(states).toEqual([{ kind: "saving", long: false }]);
    vi.advanceTimersByTime(1);
    expect(states.at(-1)).toEqual({ kind: "saving", long: true });
    host.calls[0]?.settle();
    expect(await saver.settled()).toBe(true);
    vi.advanceTimersByTime(LONG_SAVING);
    expect(states.map(({ kind }) => kind)).toEqual(["saving", "saving", "saved"]);
  });

  it("stays with what failed until it is known that trying again helped", async () => {
    vi.useFakeTimers();
    const host = slowHost();
    const { saver, states } = reporting(host.send);
    host.calls[0]?.settle(new Failure("not-saved", "The disk is full."));
    expect(await saver.settled()).toBe(false);
    const failed = { kind: "failed", message: "The disk is full.", answered: true } as const;
    saver.retry();
    vi.advanceTimersByTime(LONG_SAVING);
    host.calls[1]?.settle();
    expect(await saver.settled()).toBe(true);
    expect(states).toEqual([
      { kind: "saving", long: false },
      { ...failed, retrying: false },
      { ...failed, retrying: true },
      { kind: "saved" },
    ]);
  });

  it("tells a host that does not answer from one that could not save", async () => {
    const { saver, states } = reporting(() => Promise.reject(new NoAnswer("Nobody is there.")));
    expect(await saver.settled()).toBe(false);
    expect(states.at(-1)).toEqual({ kind: "failed", message: "Nobody is there.", answered: false, retrying: false });
  });

  it("keeps everything while the project is read-only, and saves it in order when it is so no longer", async () => {
    let writable = false;
    const taken: Command[] = [];
    const { saver } = reporting(async (commands) => {
      if (!writable) throw new Failure("not-saved", "Another window has taken over.");
      taken.push(...commands);
    });
    expect(await saver.settled()).toBe(false);
    saver.push([command("two"), command("three")]);
    expect(await saver.settled()).toBe(false);
    const all = ["one", "two", "three"].map(command);
    expect(saver.waiting()).toEqual(all);
    writable = true;
    saver.retry();
    expect(await saver.settled()).toBe(true);
    expect(taken).toEqual(all);
    expect(saver.waiting()).toEqual([]);
  });

  it("is settled at once when there is nothing to send", async () => {
    expect(await createSaver(slowHost().send, { report: () => {}, giveUp: () => {} }).settled()).toBe(true);
  });
});

function deferred<Value>(): { promise: Promise<Value>; resolve(value: Value): void } {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
