import type { MenuItemConstructorOptions } from "electron";
import { describe, expect, it } from "vitest";
import { type MenuCommands, type MenuState, menuTemplate } from "./menu.ts";

const linux: MenuState = { platform: "linux", development: false, recent: [] };

/** Menus as an outline: each item's label or role with its keys, items below it indented. */
function outline(items: readonly MenuItemConstructorOptions[], indent = ""): string[] {
  return items.flatMap((item) => {
    const name = item.type === "separator" ? "-" : (item.label ?? `[${item.role}]`);
    const submenu = Array.isArray(item.submenu) ? outline(item.submenu, `${indent}  `) : [];
    return [`${indent}${name}${item.accelerator ? ` (${item.accelerator})` : ""}`, ...submenu];
  });
}

/** Commands that write down what was asked of them. */
function recorder(): { readonly commands: MenuCommands; readonly log: string[] } {
  const log: string[] = [];
  const commands: MenuCommands = {
    tellPage: (action) => log.push(`tell ${action}`),
    newProject: () => log.push("new"),
    openProject: () => log.push("open"),
    openRecent: (folder) => log.push(`open ${folder}`),
    clearRecent: () => log.push("clear"),
  };
  return { commands, log };
}

function allItems(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? allItems(item.submenu) : [])]);
}

/** Chooses every item that has something of its own to do, and gives what that came to. */
function chooseAll(state: MenuState): readonly string[] {
  const { commands, log } = recorder();
  // Electron calls `click` with the item, the window and the event, none of which the commands look at.
  for (const { click } of allItems(menuTemplate(state, commands))) if (click) Reflect.apply(click, undefined, []);
  return log;
}

describe("menuTemplate", () => {
  it("gives the menus of Linux", () => {
    expect(outline(menuTemplate(linux, recorder().commands))).toEqual([
      "&File",
      "  &New Project from Articles… (CmdOrCtrl+N)",
      "  &Open Project… (CmdOrCtrl+Shift+O)",
      "  Open &Recent",
      "    &Clear List",
      "  -",
      "  &Import Articles… (CmdOrCtrl+O)",
      "  Read &Annotations…",
      "  &Merge a Colleague’s Copy…",
      "  &Export… (CmdOrCtrl+E)",
      "  -",
      "  [close]",
      "  [quit]",
      "&Edit",
      "  &Undo (CmdOrCtrl+Z)",
      "  &Redo (CmdOrCtrl+Shift+Z)",
      "  -",
      "  [cut]",
      "  [copy]",
      "  [paste]",
      "  [selectAll]",
      "&View",
      "  &Read (CmdOrCtrl+1)",
      "  Re&view (CmdOrCtrl+2)",
      "  -",
      "  &Theme",
      "  &Larger Text (CmdOrCtrl+Plus)",
      "  Larger Text (CmdOrCtrl+=)",
      "  &Smaller Text (CmdOrCtrl+-)",
      "  -",
      "  [togglefullscreen]",
      "&Help",
      "  All &Actions… (CmdOrCtrl+K)",
      "  &Keys (F1)",
      "  [about]",
    ]);
  });

  it("starts with the application's own menu on macOS, which holds Quit and About", () => {
    const lines = outline(menuTemplate({ ...linux, platform: "darwin" }, recorder().commands));
    expect(lines.filter((line) => !line.startsWith(" "))).toEqual([
      "[appMenu]",
      "&File",
      "&Edit",
      "&View",
      "[windowMenu]",
      "&Help",
    ]);
    expect(lines).not.toContain("  [quit]");
    expect(lines).not.toContain("  [about]");
  });

  it("redoes with Ctrl+Y on Windows", () => {
    expect(outline(menuTemplate({ ...linux, platform: "win32" }, recorder().commands))).toContain("  &Redo (Ctrl+Y)");
  });

  it("leaves the keys that the page hears itself to it", () => {
    const left = allItems(menuTemplate(linux, recorder().commands)).filter(
      (item) => item.registerAccelerator === false,
    );
    expect(left.map((item) => item.label)).toEqual(["&Undo", "&Redo", "All &Actions…"]);
  });

  it("names what would be undone and redone", () => {
    const steps = { undo: "marking & more", redo: "deleting a mark" };
    const lines = outline(menuTemplate({ ...linux, steps }, recorder().commands));
    expect(lines).toContain("  &Undo marking && more (CmdOrCtrl+Z)");
    expect(lines).toContain("  &Redo deleting a mark (CmdOrCtrl+Shift+Z)");
  });

  it("shows the keys as a person has changed them, and none that was taken away", () => {
    const keys = { "project.import": ["Mod+Shift+I"], "project.export": [], "history.undo": ["Mod+U"] };
    const lines = outline(menuTemplate({ ...linux, keys }, recorder().commands));
    expect(lines).toContain("  &Import Articles… (CmdOrCtrl+Shift+I)");
    expect(lines).toContain("  &Export…");
    expect(lines).toContain("  &Undo (CmdOrCtrl+U)");
  });

  it("uses no key twice", () => {
    const keys = allItems(menuTemplate(linux, recorder().commands)).flatMap((item) => item.accelerator ?? []);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it("reloads and inspects the page only in development", () => {
    const roles = (development: boolean) =>
      allItems(menuTemplate({ ...linux, development }, recorder().commands)).flatMap((item) => item.role ?? []);
    const forDevelopers = ["reload", "toggleDevTools"];
    expect(roles(true).filter((role) => !roles(false).includes(role))).toEqual(forDevelopers);
  });

  it("lists recent projects by title and folder, with nothing in them that a menu would take for its own", () => {
    const recent = [
      { folder: "/home/ana/Black & White", title: "Mali\u202e 2022" },
      { folder: "/srv/mali", title: "x".repeat(200) },
    ];
    expect(outline(menuTemplate({ ...linux, recent }, recorder().commands)).slice(3, 8)).toEqual([
      "  Open &Recent",
      "    Mali\\u{202e} 2022 — /home/ana/Black && White",
      `    ${"x".repeat(120)}…`,
      "    -",
      "    &Clear List",
    ]);
  });

  it("does what its items say", () => {
    expect(chooseAll({ ...linux, recent: [{ folder: "/home/ana/mali", title: "Mali" }] })).toEqual([
      "new",
      "open",
      "open /home/ana/mali",
      "clear",
      "tell import",
      "tell annotations",
      "tell merge",
      "tell export",
      "tell undo",
      "tell redo",
      "tell read",
      "tell review",
      "tell theme",
      "tell larger",
      "tell larger",
      "tell smaller",
      "tell palette",
      "tell keys",
    ]);
  });
});
