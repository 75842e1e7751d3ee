import { describe, expect, it } from "vitest";
import { createRefresher } from "./refresher.ts";

/** A page whose saving and whose host are moved by hand, and a record of what happened in order. */
function page() {
  const record: string[] = [];
  const settlings: ((saved: boolean) => void)[] = [];
  const questions: { answer(value: string): void; fail(): void }[] = [];
  const changes = { made: 0 };
  const refresher = createRefresher<string>({
    settled: () => new Promise((resolve) => settlings.push(resolve)),
    changes: () => changes.made,
    ask: () =>
      new Promise((resolve, reject) => {
        record.push("ask");
        questions.push({ answer: resolve, fail: () => reject(new Error("no answer")) });
      }),
    take: (answer) => record.push(`take ${answer}`),
    takeBesideChanges: (answer) => record.push(`take ${answer} beside changes`),
  });
  const settle = async (saved: boolean) => {
    settlings.shift()?.(saved);
    await turn();
  };
  const answer = async (value: string) => {
    questions.shift()?.answer(value);
    await turn();
  };
  const fail = async () => {
    questions.shift()?.fail();
    await turn();
  };
  return { refresher, record, changes, settle, answer, fail };
}

/** Lets everything happen that waits for nothing but its turn. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

describe("createRefresher", () => {
  it("asks once for several events in a row, and once more for those that come while the answer is on its way", async () => {
    const { refresher, record, settle, answer } = page();
    refresher.request();
    refresher.request();
    await settle(true);
    refresher.request();
    refresher.request();
    await answer("first");
    await settle(true);
    await answer("second");
    refresher.resume();
    await settle(true);
    expect(record).toEqual(["ask", "take first", "ask", "take second"]);
  });

  it("does not ask while changes are being sent", async () => {
    const { refresher, record, settle } = page();
    refresher.request();
    await turn();
    expect(record).toEqual([]);
    await settle(true);
    expect(record).toEqual(["ask"]);
  });

  it("asks again when something was changed while the answer was on its way", async () => {
    const { refresher, record, changes, settle, answer } = page();
    refresher.request();
    await settle(true);
    changes.made++;
    await answer("without the change");
    await settle(true);
    await answer("with it");
    expect(record).toEqual(["ask", "ask", "take with it"]);
  });

  it("leaves the project alone while something could not be saved, and takes it up once that is saved", async () => {
    const { refresher, record, settle, answer } = page();
    refresher.request();
    await settle(false);
    await answer("files");
    refresher.resume();
    await settle(true);
    await answer("everything");
    expect(record).toEqual(["ask", "take files beside changes", "ask", "take everything"]);
  });

  it("asks again after a failure only when somebody hears of the host", async () => {
    const { refresher, record, settle, answer, fail } = page();
    refresher.request();
    await settle(true);
    await fail();
    expect(record).toEqual(["ask"]);
    refresher.resume();
    await settle(true);
    await answer("later");
    expect(record).toEqual(["ask", "ask", "take later"]);
  });
});
