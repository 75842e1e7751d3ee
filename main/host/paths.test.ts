import { access } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { hostPaths, programVersion } from "./paths.ts";

const repository = resolve(import.meta.dirname, "../..");

it("goes by the system's habits", () => {
  expect(hostPaths({}, "linux", "/home/anna")).toEqual({
    home: "/home/anna/Parallax",
    config: "/home/anna/.config/parallax",
    renderer: join(repository, "dist/renderer"),
    sample: join(repository, "annotations/sample"),
    manifest: join(repository, "package.json"),
  });
  expect(hostPaths({ XDG_CONFIG_HOME: "/etc/anna" }, "linux", "/home/anna").config).toBe("/etc/anna/parallax");
  expect(hostPaths({}, "darwin", "/Users/anna").config).toBe("/Users/anna/Library/Application Support/parallax");
  expect(hostPaths({ APPDATA: "/roaming" }, "win32", "/Users/anna").config).toBe("/roaming/parallax");
});

it("lets the environment decide", () => {
  const env = { PARALLAX_HOME: "/work", PARALLAX_CONFIG: "/settings", XDG_CONFIG_HOME: "/etc/anna" };
  expect(hostPaths(env, "linux", "/home/anna")).toMatchObject({ home: "/work", config: "/settings" });
});

it("finds the sample, and the version of the program", async () => {
  const paths = hostPaths();
  await access(join(paths.sample, "project.json"));
  expect(await programVersion(paths)).toMatch(/^\d+\.\d+\.\d+$/);
});
