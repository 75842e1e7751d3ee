import { describe, expect, it } from "vitest";
import { AnalystId } from "../model/id.ts";
import { knownId } from "../testing/known-id.ts";
import { AT } from "../testing/project.ts";
import type { Command } from "./command.ts";
import { EMPTY_HISTORY, remember, stepBack, stepForward } from "./history.ts";
import type { Step } from "./step.ts";

function step(name: string): Step {
  const command: Command = { kind: "revise-project", analyst: knownId(AnalystId, 1), at: AT, title: name };
  return { name, done: [command], inverse: [{ ...command, title: "before" }] };
}

const [one, two, three] = [step("one"), step("two"), step("three")];

describe("history", () => {
  it("steps back from the last step to the first and forward again", () => {
    const both = remember(remember(EMPTY_HISTORY, one), two);
    expect(both).toEqual({ done: [one, two], undone: [] });
    expect(stepBack(both)).toEqual({ done: [one], undone: [two] });
    expect(stepBack(stepBack(both))).toEqual({ done: [], undone: [two, one] });
    expect(stepForward(stepBack(stepBack(both)))).toEqual({ done: [one], undone: [two] });
    expect(stepForward(stepForward(stepBack(stepBack(both))))).toEqual(both);
  });

  it("forgets what could be redone once something new is done", () => {
    const undone = stepBack(remember(remember(EMPTY_HISTORY, one), two));
    expect(remember(undone, three)).toEqual({ done: [one, three], undone: [] });
  });

  it("gives the same history back when there is no step", () => {
    const done = remember(EMPTY_HISTORY, one);
    expect(stepBack(EMPTY_HISTORY)).toBe(EMPTY_HISTORY);
    expect(stepForward(done)).toBe(done);
  });
});
