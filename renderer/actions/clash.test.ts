import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Action, Context } from "./action.ts";
import { clashes, keysWith, swapping, taking, whyReserved, withKeys } from "./clash.ts";

type Keyed = Pick<Action, "id" | "context" | "keys" | "exact">;

function keyed(id: string, context: Context, ...keys: readonly string[]): Keyed {
  return { id, context, keys };
}

const split = keyed("split", "text", "S");
const remove = keyed("remove", "text", "Delete", "Backspace");
const stance: Keyed = { ...keyed("stance", "text", "1"), exact: true };
const close = keyed("close", "pane", "_");
const add = keyed("add", "read", "N");
const review = keyed("review", "everywhere", "R");
const absent = keyed("absent", "cell", "N");
const even = keyed("even", "read");
const ALL = [split, remove, stance, close, add, review, absent, even];

function clashing(action: Keyed, ...keys: readonly string[]): readonly string[] {
  return clashes(ALL, {}, action, keys).map(({ id }) => id);
}

describe("clashes", () => {
  it.each([
    ["another of the same place", clashing(split, "Delete"), ["remove"]],
    ["one further out", clashing(split, "R"), ["review"]],
    ["one further in", clashing(review, "_"), ["close"]],
    ["both where a key counts everywhere", clashing(review, "N"), ["add", "absent"]],
    ["Alt with the key of an action on a selection", clashing(close, "Alt+1"), ["stance"]],
  ])("finds %s", (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  it("lets a cell and Read have the same key, and an action its own", () => {
    expect(clashing(absent, "N")).toEqual([]);
    expect(clashing(split, "S")).toEqual([]);
    expect(ALL.flatMap((action) => clashing(action, ...action.keys))).toEqual([]);
  });
});

describe("changing keys", () => {
  it("remembers only what differs from the keys that an action comes with", () => {
    const changed = withKeys({}, split, ["X"]);
    expect(changed).toEqual({ split: ["X"] });
    expect(withKeys(changed, split, ["S"])).toEqual({});
  });

  it("swaps the keys of two actions, and keeps the other keys of both", () => {
    const changed = swapping(ALL, {}, split, ["Delete"]);
    expect(changed).toEqual({ split: ["Delete"], remove: ["S", "Backspace"] });
    expect(swapping(ALL, changed ?? {}, remove, ["Delete", "Backspace"])).toEqual({});
  });

  it("does not swap where several have the key, where there is none to give, or where that would clash again", () => {
    expect(swapping(ALL, {}, review, ["N"])).toBeNull();
    expect(swapping(ALL, {}, even, ["R"])).toBeNull();
    expect(swapping(ALL, {}, absent, ["R"])).toBeNull();
  });

  it("takes a key from all who have it", () => {
    expect(taking(ALL, {}, review, ["N"])).toEqual({ add: [], absent: [], review: ["N"] });
    expect(taking(ALL, {}, stance, ["Delete"])).toEqual({ remove: ["Backspace"], stance: ["Delete"] });
  });

  it("never leaves a clash behind", () => {
    const key = fc.constantFrom("S", "R", "N", "_", "1", "Alt+1", "Delete", "X", "Mod+K");
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...ALL), key, fc.boolean())), (changes) => {
        const changed = changes.reduce(
          (all, [action, wanted, swaps]) =>
            (swaps ? swapping(ALL, all, action, [wanted]) : null) ?? taking(ALL, all, action, [wanted]),
          {},
        );
        for (const action of ALL) expect(clashes(ALL, changed, action, keysWith(changed, action))).toEqual([]);
      }),
    );
  });
});

it.each([
  "Tab",
  "Shift+Tab",
  "Escape",
  "ArrowLeft",
  "Shift+ArrowLeft",
  "Mod+Shift+ArrowLeft",
  "Space",
  "Enter",
  "Mod+C",
  "Mod+W",
  "F5",
])("keeps %s free", (key) => {
  expect(whyReserved(key)).not.toBeNull();
});

it.each(["X", "Mod+K", "Alt+Shift+ArrowLeft", "F6", "Delete", "Alt+Enter", "?"])("allows %s", (key) => {
  expect(whyReserved(key)).toBeNull();
});
