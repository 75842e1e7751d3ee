import { describe, expect, it } from "vitest";
import { AnalystId, SourceId } from "../model/id.ts";
import { knownId } from "../testing/known-id.ts";
import { AT } from "../testing/project.ts";
import type { Command } from "./command.ts";
import { EMPTY_HISTORY, remember } from "./history.ts";
import { noted } from "./step-note.ts";

const made = { analyst: knownId(AnalystId, 1), at: AT };
const sourceId = knownId(SourceId, 1);
const done: Command = { kind: "put-done", ...made, done: { sourceId, at: AT } };
const notDone: Command = { kind: "drop-done", ...made, sourceId };
const reveal: Command = { kind: "add-reveal", ...made, reveal: { sourceId, at: AT } };

describe("noted", () => {
  it("makes steps of what can be undone, and leaves them as they are by what cannot", () => {
    const notes = [
      { kind: "do", commands: 1, name: "being done", inverse: [notDone] },
      { kind: "lasting", commands: 1 },
    ] as const;
    const step = { name: "being done", done: [done], inverse: [notDone] };
    expect(noted(EMPTY_HISTORY, [done, reveal], notes)).toEqual(remember(EMPTY_HISTORY, step));
  });

  it("is nothing where the notes leave a command out", () => {
    expect(noted(EMPTY_HISTORY, [done, reveal], [{ kind: "lasting", commands: 1 }])).toBeNull();
  });
});
