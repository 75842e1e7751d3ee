import { Menu, nativeTheme, screen, session } from "electron";
import { type Host, startHost } from "../host/host.ts";
import { type Paths, programVersion } from "../host/paths.ts";
import { rememberedPreferences } from "../storage/preferences.ts";
import { readAssets } from "../web/static-map.ts";
import { applyTheme, followTheme } from "./appearance.ts";
import type { Given } from "./arguments.ts";
import { hostDialogs } from "./dialogs.ts";
import { serveCalls } from "./ipc.ts";
import { followMenus, menuTemplate } from "./menu.ts";
import { lockSession } from "./navigation.ts";
import { createOpening, givenProject } from "./opening.ts";
import { placement, rememberedPlacement, withPlacement } from "./placement.ts";
import { servePage } from "./protocol.ts";
import { createWindow, currentWindow, showPage } from "./window.ts";

export interface ApplicationOptions {
  readonly given: Given;
  readonly paths: Paths;
  /** Whether the program runs unpackaged. */
  readonly development: boolean;
}

/** The running application: a host, its window and the menus. */
export interface Application {
  /** Brings the window to the front and opens what a person gave in the folder `from`, if anything. */
  open(given: Given, from: string): Promise<void>;
  /** Puts everything where it belongs on the disk. */
  close(): Promise<void>;
}

/** Starts the application and returns once its window is shown. Throws a `Failure` when the start is refused. */
export async function startApplication({ given, paths, development }: ApplicationOptions): Promise<Application> {
  const assets = await readAssets(paths.renderer);
  const version = await programVersion(paths);
  const folder = await givenProject(given, process.cwd(), paths);
  const host = await startHost({ kind: "electron", version, dialogs: hostDialogs, folder, paths });
  applyTheme(host.settings.value.preferences.theme);
  lockSession(session.defaultSession, (address) => development && address.startsWith("devtools://"));
  servePage(session.defaultSession, assets);
  const menus = showMenus(host, paths, development);
  serveCalls(followMenus(followTheme(host.handlers), menus.show));
  const { opening } = menus;
  const remembered = await showWindow(host).catch(async (error: unknown) => {
    await host.close();
    throw error;
  });
  return {
    open: async (what, from) => {
      focusWindow();
      if (what.paths.length > 0) await opening.given(what, from);
    },
    close: async () => {
      await remembered();
      await host.close();
    },
  };
}

/** Puts up the menus, now and whenever the list of recent projects changes. */
function showMenus(host: Host, paths: Paths, development: boolean): Menus {
  const opening = createOpening(host, paths, show);
  let shown = "";
  function show(): void {
    const { recent, preferences } = rememberedIn(host);
    const state = {
      platform: process.platform,
      development,
      recent,
      keys: preferences.keys ?? {},
      steps: host.stepNames,
    };
    // A menu that a person has just opened closes when it is replaced.
    if (JSON.stringify(state) === shown) return;
    shown = JSON.stringify(state);
    const template = menuTemplate(state, {
      tellPage: (action) => host.emit({ kind: "menu", action }),
      newProject: opening.newProject,
      openProject: opening.chosen,
      openRecent: opening.project,
      clearRecent: opening.clearRecent,
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }
  show();
  return { opening, show };
}

interface Menus {
  readonly opening: ReturnType<typeof createOpening>;
  /** Puts them up again where they would differ. */
  show(): void;
}

function rememberedIn({ settings }: Host) {
  return { recent: settings.value.recent, preferences: rememberedPreferences(settings.value) };
}

/** Opens the window where it was closed the last time. What comes back waits until its place is remembered again. */
async function showWindow({ settings }: Host): Promise<() => Promise<void>> {
  let remembered = Promise.resolve();
  const { workArea } = screen.getPrimaryDisplay();
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const place = placement(rememberedPlacement(settings.value), [workArea, ...workAreas]);
  const window = createWindow({
    placement: place,
    dark: nativeTheme.shouldUseDarkColors,
    remember: (last) => {
      remembered = settings.update((value) => withPlacement(value, last)).catch(console.error);
    },
  });
  await showPage(window, place.maximised);
  return () => remembered;
}

function focusWindow(): void {
  const window = currentWindow();
  if (window?.isMinimized()) window.restore();
  window?.focus();
}
