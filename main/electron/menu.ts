import type { MenuItemConstructorOptions } from "electron";
import type { ChangedKeys, HostEvent } from "../../annotations/api/contract.ts";
import type { Handlers } from "../../annotations/api/handlers.ts";
import { shownName } from "../host/file-name.ts";
import type { StepNames } from "../host/host.ts";
import type { RecentProject } from "../storage/settings.ts";
import { acceleratorFor } from "./accelerator.ts";

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
  /** How the steps read that would be undone and redone, where that is known. */
  readonly steps?: StepNames;
  /** The keys that a person has changed, by action. */
  readonly keys?: ChangedKeys;
}

type Item = MenuItemConstructorOptions;

const LONGEST_LABEL = 120;

const SEPARATOR: Item = { type: "separator" };

/** The same handlers, which also show what a call has changed in the menus: keys, and what would be undone. */
export function followMenus(handlers: Handlers, show: () => void): Handlers {
  async function shown<Answer>(call: Promise<Answer>): Promise<Answer> {
    const answer = await call;
    show();
    return answer;
  }
  return {
    ...handlers,
    "preferences.set": (input) => shown(handlers["preferences.set"](input)),
    "project.apply": (input) => shown(handlers["project.apply"](input)),
    "merge.confirm": (input) => shown(handlers["merge.confirm"](input)),
    "merge.undo": (input) => shown(handlers["merge.undo"](input)),
    "merge.redo": (input) => shown(handlers["merge.redo"](input)),
    "history.read": (input) => shown(handlers["history.read"](input)),
  };
}

/** The native menus as data, for `Menu.buildFromTemplate`. */
export function menuTemplate(state: MenuState, commands: MenuCommands): Item[] {
  const mac = state.platform === "darwin";
  const menus = [fileMenu(state, commands), editMenu(state, commands), viewMenu(state, commands)];
  return mac
    ? [{ role: "appMenu" }, ...menus, { role: "windowMenu" }, helpMenu(state, commands, [])]
    : [...menus, helpMenu(state, commands, [{ role: "about" }])];
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
      told("&Import Articles…", "import", commands, acceleratorOf(state, "project.import", "CmdOrCtrl+O")),
      told("Read &Annotations…", "annotations", commands, acceleratorOf(state, "project.annotations")),
      told("&Merge a Colleague’s Copy…", "merge", commands),
      told("&Export…", "export", commands, acceleratorOf(state, "project.export", "CmdOrCtrl+E")),
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
function editMenu(state: MenuState, commands: MenuCommands): Item {
  const { platform, steps } = state;
  const undoKey = acceleratorOf(state, "history.undo", "CmdOrCtrl+Z");
  const redoKey = acceleratorOf(state, "history.redo", platform === "win32" ? "Ctrl+Y" : "CmdOrCtrl+Shift+Z");
  return {
    label: "&Edit",
    submenu: [
      { ...told(withStep("&Undo", steps?.undo), "undo", commands, undoKey), registerAccelerator: false },
      { ...told(withStep("&Redo", steps?.redo), "redo", commands, redoKey), registerAccelerator: false },
      SEPARATOR,
      { role: "cut" },
      { role: "copy" },
      { role: "paste" },
      { role: "selectAll" },
    ],
  };
}

function withStep(label: string, step: string | undefined): string {
  return step === undefined ? label : `${label} ${literal(step)}`;
}

/** The key of a menu item whose action has a key in the page too, as it is now; none when it was taken away. */
function acceleratorOf({ keys }: MenuState, action: string, otherwise?: string): string | undefined {
  if (!keys || !Object.hasOwn(keys, action)) return otherwise;
  const [key] = keys[action] ?? [];
  return key && acceleratorFor(key);
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

function helpMenu(state: MenuState, commands: MenuCommands, more: Item[]): Item {
  const palette = told("All &Actions…", "palette", commands, acceleratorOf(state, "palette.open", "CmdOrCtrl+K"));
  // The page hears this key itself, so that it closes the list too.
  const submenu = [{ ...palette, registerAccelerator: false }, told("&Keys", "keys", commands, "F1"), ...more];
  return { role: "help", label: "&Help", submenu };
}

function told(label: string, action: MenuAction, { tellPage }: MenuCommands, accelerator?: string): Item {
  return { label, ...(accelerator ? { accelerator } : {}), click: () => tellPage(action) };
}

/** A label of foreign words, shown as they are; a single `&` would mark the next letter as the item's key. */
function literal(label: string): string {
  const shown = shownName(label).replaceAll("&", "&&");
  return shown.length > LONGEST_LABEL ? `${shown.slice(0, LONGEST_LABEL)}…` : shown;
}
