import { describe, expect, it } from "vitest";
import { noWindowHere } from "./display.mjs";

describe("noWindowHere", () => {
  it.each<[NodeJS.Platform, NodeJS.ProcessEnv, number | undefined, string | null]>([
    ["linux", {}, 1000, "No display here"],
    ["linux", { DISPLAY: "" }, 1000, "No display here"],
    ["linux", { DISPLAY: ":0" }, 1000, null],
    ["linux", { WAYLAND_DISPLAY: "wayland-0" }, 1000, null],
    ["linux", { DISPLAY: ":0" }, 0, "The window does not open for root"],
    ["darwin", {}, 501, null],
    ["win32", {}, undefined, null],
  ])("on %s with %j as user %s it is %j", (platform, env, user, expected) => {
    expect(noWindowHere(platform, env, user)).toBe(expected);
  });
});
