import { describe, expect, it } from "vitest";
import { JSON_LIMITS, parseJson } from "./json.ts";

const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

describe("parseJson", () => {
  it.each([
    ["null", null],
    ["-0.5e3", -500],
    ['"\\ud83d\\udc69 \\u0000"', "👩 \u0000"],
    [' {"a": [1, {"b": true}]}\n', { a: [1, { b: true }] }],
    ['["__proto__", "constructor"]', ["__proto__", "constructor"]],
    ['{"proto": 1, "Constructor": 2}', { proto: 1, Constructor: 2 }],
  ])("reads %s", (text, value) => {
    expect(parseJson(text)).toEqual({ ok: true, value });
  });

  it.each([
    "",
    " ",
    "{",
    "[1,]",
    "{'a': 1}",
    "[1] x",
    "{} {}",
    "NaN",
    "01",
    '"\t"',
    "\uFEFF{}",
    "// a\n1",
    "undefined",
  ])("refuses %j as no JSON", (text) => {
    const parsed = parseJson(text);
    expect(parsed).toEqual({ ok: false, reason: expect.stringMatching(/^it is not valid JSON( \([\w, ]+\))?$/) });
  });

  it.each([
    ['{"a": 1,', "line 1, column 9"],
    ['{"a": 1,\n  "b": "\u001b[31m\u202e"}', "line 2, column 9"],
    ['{"a": "long enough to be cut",\r\n "bcdef": \u202e\u001b[31m, "g": "and so on and on"}', "line 2, column 11"],
    ['{"a": 1', "line 1, column 8"],
    ["", "it ends too early"],
  ])("says where %j is broken and quotes nothing of it", (text, where) => {
    expect(parseJson(text)).toEqual({ ok: false, reason: `it is not valid JSON (${where})` });
  });

  it.each([
    ['{"a": {"__proto__": {"polluted": true}}}', "__proto__"],
    ['[{"constructor": 1}]', "constructor"],
    ['{"prototype": null}', "prototype"],
    ['{"\\u005f_proto__": 1}', "__proto__"],
  ])("refuses the key in %s", (text, key) => {
    expect(parseJson(text)).toEqual({ ok: false, reason: `it uses the forbidden key "${key}"` });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each(["1e400", "[-1e400]", '{"a": [1e999]}'])("refuses %s, which JavaScript takes for infinite", (text) => {
    expect(parseJson(text)).toEqual({ ok: false, reason: "it holds a number too large to keep" });
  });

  it("takes 64 levels and refuses the 65th", () => {
    expect(parseJson(nested(64)).ok).toBe(true);
    expect(parseJson(nested(65))).toEqual({ ok: false, reason: "it is nested more than 64 levels deep" });
    expect(parseJson(`${'{"a":'.repeat(64)}1${"}".repeat(64)}`).ok).toBe(true);
    expect(parseJson(nested(100_000)).ok).toBe(false);
  });

  it("counts every value and refuses more than its limit", () => {
    const limits = { ...JSON_LIMITS, nodes: 4 };
    expect(parseJson('[1, {"a": 2}]', limits).ok).toBe(true);
    expect(parseJson('[1, {"a": 2}, 3]', limits)).toEqual({ ok: false, reason: "it holds more than 4 values" });
  });

  it("refuses too large an array before it looks at what is inside", () => {
    const limits = { ...JSON_LIMITS, nodes: 3 };
    expect(parseJson("[1, 2, 1e400]", limits)).toEqual({ ok: false, reason: "it holds more than 3 values" });
    const reason = `it holds more than ${JSON_LIMITS.nodes} values`;
    expect(parseJson(`[${"1,".repeat(JSON_LIMITS.nodes)}1]`)).toEqual({ ok: false, reason });
  });

  it.each(["[[1, 2], [3, 4]]", '{"a": {"b": 1, "c": 2}, "d": {"e": 3, "f": 4}}'])(
    "counts what is inside %s",
    (text) => {
      expect(parseJson(text, { depth: 3, nodes: 7 }).ok).toBe(true);
      expect(parseJson(text, { depth: 3, nodes: 6 })).toEqual({ ok: false, reason: "it holds more than 6 values" });
    },
  );
});
