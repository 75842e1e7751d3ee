import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Machine, openBrowser, openerFor } from "./open-browser.ts";

const URL_WITH_CODE = "http://127.0.0.1:4180/#code=a-b_c";

function machine(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv = {}): Machine {
  return { platform, environment, patience: 10_000 };
}

it("uses the system's own program on macOS and Windows, by its full path", async () => {
  expect(await openerFor(URL_WITH_CODE, machine("darwin"))).toEqual({
    command: "/usr/bin/open",
    args: [URL_WITH_CODE],
  });
  expect(await openerFor(URL_WITH_CODE, machine("win32", { SystemRoot: "D:\\Windows" }))).toEqual({
    command: "D:\\Windows\\System32\\rundll32.exe",
    args: ["url.dll,FileProtocolHandler", URL_WITH_CODE],
  });
});

describe.skipIf(process.platform === "win32")("on Linux", () => {
  /** A fresh folder with an `xdg-open` that is this shell script. */
  async function folderWith(script: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), "parallax-browser-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await writeFile(join(folder, "xdg-open"), `#!/bin/sh\n${script}\n`);
    await chmod(join(folder, "xdg-open"), 0o755);
    return folder;
  }

  const linux = (path: string, more: NodeJS.ProcessEnv = { DISPLAY: ":0" }) =>
    machine("linux", { PATH: path, ...more });

  it("hands the address to xdg-open, unread by any shell", async () => {
    const folder = await folderWith('printf "%s\\n" "$@" > "$0.heard"');
    expect(await openBrowser("http://127.0.0.1:4180/#code='$(id)`;&|", linux(`missing::${folder}`))).toBe(true);
    expect(await readFile(join(folder, "xdg-open.heard"), "utf8")).toBe("http://127.0.0.1:4180/#code='$(id)%60;&|\n");
  });

  it("does not wait for the browser to end", async () => {
    const folder = await folderWith("exec /bin/sleep 2");
    expect(await openBrowser(URL_WITH_CODE, { ...linux(folder), patience: 50 })).toBe(true);
  });

  it("says so when xdg-open finds no browser", async () => {
    expect(await openBrowser(URL_WITH_CODE, linux(await folderWith("exit 3")))).toBe(false);
  });

  it("says so when there is no xdg-open, or one that cannot be run", async () => {
    const folder = await folderWith("exit 0");
    expect(await openBrowser(URL_WITH_CODE, linux(`${folder}/missing`))).toBe(false);
    expect(await openerFor(URL_WITH_CODE, linux(relative(process.cwd(), folder)))).toBe(null);
    await writeFile(join(folder, "xdg-open"), "#!/missing/interpreter\n");
    await chmod(join(folder, "xdg-open"), 0o755);
    expect(await openBrowser(URL_WITH_CODE, linux(folder))).toBe(false);
  });

  it("says so when there is no display", async () => {
    const folder = await folderWith("exit 0");
    expect(await openBrowser(URL_WITH_CODE, linux(folder, {}))).toBe(false);
    expect(await openBrowser(URL_WITH_CODE, linux(folder, { WAYLAND_DISPLAY: "wayland-0" }))).toBe(true);
  });

  it.each([
    "",
    "mali",
    "-x",
    "--help",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "/usr/bin/id",
    "http://",
    "ftp://a/",
  ])("hands nothing over that is no web address: %j", async (url) => {
    const folder = await folderWith('touch "$0.heard"');
    expect(await openBrowser(url, linux(folder))).toBe(false);
    await expect(readFile(join(folder, "xdg-open.heard"))).rejects.toThrow("ENOENT");
  });
});
