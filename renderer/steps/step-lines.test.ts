import { expect, it } from "vitest";
import { EMPTY_HISTORY } from "../../annotations/commands/history.ts";
import type { Step } from "../../annotations/commands/step.ts";
import { stepLines } from "./step-lines.ts";

function steps(...names: readonly string[]): readonly Step[] {
  return names.map((name) => ({ name, done: [], inverse: [] }));
}

function read(...args: Parameters<typeof stepLines>): readonly (readonly [string | null, string])[] {
  return stepLines(...args).map(({ step, kind }) => [step?.name ?? null, kind]);
}

it("has the latest step first, and what was undone above where the project is now", () => {
  // `undone` has the one that is done again next as its last entry.
  expect(read({ done: steps("first", "second"), undone: steps("fourth", "third") })).toEqual([
    ["fourth", "undone"],
    ["third", "undone"],
    ["second", "now"],
    ["first", "done"],
    [null, "done"],
  ]);
});

it("stands before all steps where every one was undone", () => {
  expect(read({ done: [], undone: steps("second", "first") })).toEqual([
    ["second", "undone"],
    ["first", "undone"],
    [null, "now"],
  ]);
});

it("has the beginning alone where nothing was done", () => {
  expect(read(EMPTY_HISTORY)).toEqual([[null, "now"]]);
});
