import { describe, expect, it } from "vitest";
import { readArguments } from "./arguments.mjs";

describe("readArguments", () => {
  it.each<[string, string[], string, string[], string[]]>([
    ["leaves the place open for a plain start", [], "any", [], []],
    ["keeps files in their order", ["b.txt", "a.txt"], "any", ["b.txt", "a.txt"], []],
    ["takes a title before or after the files", ["a.txt", "--title", "Mali"], "any", ["--title=Mali", "a.txt"], []],
    ["serves when a port is asked for", ["--port", "4180", "p"], "browser", ["p"], ["--port", "4180"]],
    ["serves when no browser shall open", ["--no-open"], "browser", [], ["--no-open"]],
    ["serves when told so", ["--web", "p"], "browser", ["p"], []],
    ["insists on a window when told so", ["--desktop"], "window", [], []],
    ["keeps a name apart that looks like an option", ["--", "-a.txt"], "any", ["--", "-a.txt"], []],
  ])("%s", (_, args, where, opening, serving) => {
    expect(readArguments(args)).toEqual({ kind: "wish", wish: { where, opening, serving } });
  });

  it("shows the usage before all else", () => {
    expect(readArguments(["a.txt", "--web", "-h"])).toEqual({ kind: "help" });
  });

  it.each<[string, string[]]>([
    ["an option that does not exist", ["--verbose"]],
    ["an option without its value", ["--port"]],
    ["a window and a port at once", ["--desktop", "--port", "4180"]],
  ])("refuses %s", (_, args) => {
    expect(readArguments(args).kind).toBe("wrong");
  });
});
