import type { MenuItemConstructorOptions } from "electron";
import type { HostEvent } from "../../annotations/api/contract.ts";
import { shownName } from "../host/file-name.ts";
import type { RecentProject } from "../storage/settings.ts";

/** What the page is told when a menu item is chosen. */
type MenuAction = Extract<HostEvent, { kind: "menu" }>["action"];

/** What the menus do. */
export interface MenuCommands {
  readonly tellPage: (action: MenuAction) => void;
  readonly newProject: () => void;
  readonly openProject: () => void;
  readonly openRecent: (folder: string) => void;
  readonly clearRecent: () => void;
}

/** What the menus depend on. */
export interface MenuState {
  readonly platform: NodeJS.Platform;
  /** Whether the program runs unpackaged; only then can the page be reloaded and inspected. */
  readonly development: boolean;
  /** The latest first. */
  readonly recent: readonly RecentProject[];
}

type Item = MenuItemConstructorOptions;

const LONGEST_LABEL = 120;

const SEPARATOR: Item = { type: "separator" };

/** The native menus as data, for `Menu.buildFromTemplate`. */
export function menuTemplate(state: MenuState, commands: MenuCommands): Item[] {
  const mac = state.platform === "darwin";
  const menus = [fileMenu(state, commands), editMenu(state, commands), viewMenu(state, commands)];
  return mac
    ? [{ role: "appMenu" }, ...menus, { role: "windowMenu" }, helpMenu(commands, [])]
    : [...menus, helpMenu(commands, [{ role: "about" }])];
}

function fileMenu(state: MenuState, commands: MenuCommands): Item {
  const quit: Item[] = state.platform === "darwin" ? [] : [{ role: "quit" }];
  return {
    label: "&File",
    submenu: [
      { label: "&New Project from Articles…", accelerator: "CmdOrCtrl+N", click: commands.newProject },
      { label: "&Open Project…", accelerator: "CmdOrCtrl+Shift+O", click: commands.openProject },
      { label: "Open &Recent", submenu: recentItems(state.recent, commands) },
      SEPARATOR,
      told("&Import Articles…", "import", commands, "CmdOrCtrl+O"),
      told("&Export…", "export", commands, "CmdOrCtrl+E"),
      SEPARATOR,
      { role: "close" },
      ...quit,
    ],
  };
}

function recentItems(recent: readonly RecentProject[], commands: MenuCommands): Item[] {
  const items: Item[] = recent.map(({ folder, title }) => ({
    label: literal(`${title} — ${folder}`),
    click: () => commands.openRecent(folder),
  }));
  const clear: Item = { label: "&Clear List", enabled: recent.length > 0, click: commands.clearRecent };
  return items.length > 0 ? [...items, SEPARATOR, clear] : [clear];
}

/**
 * Undo and Redo show their keys but, where the system allows it, do not take them: the page hears the keys itself and
 * knows whether a text field or the project is meant. On macOS the menu gets the keys that the page leaves alone.
 */
function editMenu({ platform }: MenuState, commands: MenuCommands): Item {
  const redoKey = platform === "win32" ? "Ctrl+Y" : "CmdOrCtrl+Shift+Z";
  return {
    label: "&Edit",
    submenu: [
      { ...told("&Undo", "undo", commands, "CmdOrCtrl+Z"), registerAccelerator: false },
      { ...told("&Redo", "redo", commands, redoKey), registerAccelerator: false },
      SEPARATOR,
      { role: "cut" },
      { role: "copy" },
      { role: "paste" },
      { role: "selectAll" },
    ],
  };
}

function viewMenu({ development }: MenuState, commands: MenuCommands): Item {
  const forDevelopers: Item[] = [{ role: "reload" }, { role: "toggleDevTools" }, SEPARATOR];
  return {
    label: "&View",
    submenu: [
      told("&Read", "read", commands, "CmdOrCtrl+1"),
      told("Re&view", "review", commands, "CmdOrCtrl+2"),
      SEPARATOR,
      told("&Theme", "theme", commands),
      told("&Larger Text", "larger", commands, "CmdOrCtrl+Plus"),
      // The same key without Shift, as on most keyboards.
      { ...told("Larger Text", "larger", commands, "CmdOrCtrl+="), visible: false },
      told("&Smaller Text", "smaller", commands, "CmdOrCtrl+-"),
      SEPARATOR,
      ...(development ? forDevelopers : []),
      { role: "togglefullscreen" },
    ],
  };
}

function helpMenu(commands: MenuCommands, more: Item[]): Item {
  return { role: "help", label: "&Help", submenu: [told("&Keys", "keys", commands, "F1"), ...more] };
}

function told(label: string, action: MenuAction, { tellPage }: MenuCommands, accelerator?: string): Item {
  return { label, ...(accelerator ? { accelerator } : {}), click: () => tellPage(action) };
}

/** A label of foreign words, shown as they are; a single `&` would mark the next letter as the item's key. */
function literal(label: string): string {
  const shown = shownName(label).replaceAll("&", "&&");
  return shown.length > LONGEST_LABEL ? `${shown.slice(0, LONGEST_LABEL)}…` : shown;
}
