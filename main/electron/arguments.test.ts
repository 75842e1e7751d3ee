import { describe, expect, it } from "vitest";
import { type Given, readArguments } from "./arguments.ts";

const given = (paths: readonly string[], title: string | null = null): Given => ({ paths, title });

describe("readArguments", () => {
  it.each<[string, string[], Given]>([
    ["finds nothing in a plain start", ["parallax"], given([])],
    ["keeps files in their order", ["parallax", "b.txt", "a.txt"], given(["b.txt", "a.txt"])],
    ["drops other switches", ["parallax", "--no-sandbox", "a.txt", "--lang=fr", "b.txt"], given(["a.txt", "b.txt"])],
    ["drops the process number that macOS adds", ["parallax", "-psn_0_12345"], given([])],
    [
      "takes every word after -- for a path",
      ["parallax", "--no-zygote", "--", "-a.txt", "--"],
      given(["-a.txt", "--"]),
    ],
    ["finds the title", ["parallax", "--title=Mali, 2022", "a.txt"], given(["a.txt"], "Mali, 2022")],
    ["lets the last title count", ["parallax", "--title=a", "a.txt", "--title="], given(["a.txt"], "")],
  ])("packaged, it %s", (_, argv, expected) => {
    expect(readArguments(argv, true)).toEqual(expected);
  });

  it.each<[string, string[], Given]>([
    ["drops the application's path", ["electron", "."], given([])],
    ["finds that path behind switches", ["electron", "--no-sandbox", "/app", "a.txt"], given(["a.txt"])],
    ["skips a required module", ["electron", "-r", "loader.js", "--inspect=0", "/app", "project"], given(["project"])],
    ["skips one that is named like a switch", ["electron", "-r", "--", "/app", "project"], given(["project"])],
  ])("unpackaged, it %s", (_, argv, expected) => {
    expect(readArguments(argv, false)).toEqual(expected);
  });
});
