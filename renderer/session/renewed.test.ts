import { describe, expect, it } from "vitest";
import { renewed } from "./renewed.ts";

const tag = { id: "t", note: "" };
const first = { id: "a", ranges: [{ start: 1, end: 2 }], tags: [tag] };
const second = { id: "b", ranges: [{ start: 4, end: 9 }], tags: [] };
const project = { file: { title: "Ferry" }, marks: [first, second] };

function copy<Value>(value: Value): Value {
  return structuredClone(value);
}

describe("renewed", () => {
  it("is the former value when nothing changed", () => {
    expect(renewed(project, copy(project))).toBe(project);
  });

  it("keeps every part that says the same, and has what is new", () => {
    const next = copy({ ...project, marks: [first, { ...second, tags: [tag] }] });
    const result = renewed<typeof next>(project, next);
    expect(result).toEqual(next);
    expect(result.file).toBe(project.file);
    expect(result.marks[0]).toBe(first);
    expect(result.marks[1]?.ranges).toBe(second.ranges);
  });

  it("finds items by their ids wherever they stand now", () => {
    const added = { id: "c", ranges: [], tags: [] };
    const result = renewed({ marks: [first, second] }, copy({ marks: [added, second, first] }));
    expect(result).toEqual({ marks: [added, second, first] });
    expect(result.marks[1]).toBe(second);
    expect(result.marks[2]).toBe(first);
  });

  it.each<[string, unknown, unknown]>([
    ["a field that is gone", { a: 1, b: 2 }, { a: 1 }],
    ["a field that is new", { a: 1 }, { a: 1, b: 2 }],
    ["another field in the place of one", { a: 1 }, { b: 1 }],
    ["a shorter list", [1, 2], [1]],
    ["a longer list", [1], [1, 2]],
    ["another order", [{ id: "a" }, { id: "b" }], [{ id: "b" }, { id: "a" }]],
    ["a list in the place of an object", {}, []],
    ["null in the place of an object", { a: {} }, { a: null }],
    ["an object in the place of null", { a: null }, { a: {} }],
  ])("sees %s", (_, former, next) => {
    expect(renewed(former, next)).toEqual(next);
  });
});
