import { expect, it } from "vitest";
import { createEventLog } from "./event-log.ts";

const UNDO = { kind: "menu", action: "undo" } as const;
const REDO = { kind: "menu", action: "redo" } as const;

it("gives what has happened since a number at once", async () => {
  const log = createEventLog();
  log.emit(UNDO);
  log.emit(REDO);
  expect(await log.next(0)).toEqual({ last: 2, events: [UNDO, REDO] });
  expect(await log.next(1)).toEqual({ last: 2, events: [REDO] });
});

it("answers all who wait as soon as something happens", async () => {
  const log = createEventLog();
  const waiting = [log.next(0), log.next(0)];
  log.emit(UNDO);
  expect(await Promise.all(waiting)).toEqual([
    { last: 1, events: [UNDO] },
    { last: 1, events: [UNDO] },
  ]);
});

it("answers with nothing after a while", async () => {
  expect(await createEventLog(1).next(0)).toEqual({ last: 0, events: [] });
});

it("puts a screen right that counts what another host has told", async () => {
  expect(await createEventLog().next(7)).toEqual({ last: 0, events: [] });
});

it("answers everybody when it is closed", async () => {
  const log = createEventLog();
  const waiting = log.next(0);
  log.close();
  expect(await waiting).toEqual({ last: 0, events: [] });
  expect(await log.next(0)).toEqual({ last: 0, events: [] });
});

it("forgets all but the last hundred", async () => {
  const log = createEventLog();
  for (let i = 0; i < 150; i++) log.emit(UNDO);
  expect((await log.next(0)).events).toHaveLength(100);
});
