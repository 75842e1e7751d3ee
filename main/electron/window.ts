import { join } from "node:path";
import { BrowserWindow, dialog } from "electron";
import { START_PAGE } from "./address.ts";
import { stayOnPage } from "./navigation.ts";
import { MIN_SIZE, type Placement } from "./placement.ts";
import { letPageFinish } from "./unsaved.ts";

export interface WindowOptions {
  readonly placement: Placement;
  readonly dark: boolean;
  /** Is told where the window stands when it is closed. */
  readonly remember: (placement: Placement) => void;
}

/** The program's window, unless it is closed. */
export function currentWindow(): BrowserWindow | undefined {
  return BrowserWindow.getAllWindows()[0];
}

/** The colour that the window has until the page is drawn; the page's own ground. */
export function paper(dark: boolean): string {
  return dark ? "#15171b" : "#fbfaf6";
}

/** Makes the program's window, not shown yet. No other function makes one. */
export function createWindow({ placement, dark, remember }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...placement.bounds,
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    title: "Parallax",
    backgroundColor: paper(dark),
    show: false,
    webPreferences: {
      preload: join(import.meta.dirname, "preload.cjs"),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      disableBlinkFeatures: "Auxclick",
      spellcheck: false,
    },
  });
  window.on("close", () => remember({ bounds: window.getNormalBounds(), maximised: window.isMaximized() }));
  // Peer connections are not requests, so the session's filter does not meet them.
  window.webContents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
  stayOnPage(window.webContents);
  letPageFinish(window);
  window.webContents.on("render-process-gone", (_event, { reason }) => void revive(window, reason));
  return window;
}

/** Loads the page and shows the window once the page is drawn, so that nobody sees an empty one. */
export async function showPage(window: BrowserWindow, maximised: boolean): Promise<void> {
  const drawn = new Promise<void>((resolve, reject) => {
    window.once("ready-to-show", () => resolve());
    window.once("closed", () => reject(new Error("the window was closed before its page was drawn")));
  });
  await Promise.all([window.loadURL(START_PAGE), drawn]);
  if (maximised) window.maximize();
  window.show();
}

/** Starts the page anew after its process ended by itself. What was shown as saved is on the disk. */
async function revive(window: BrowserWindow, reason: string): Promise<void> {
  console.error(`The page's process ended: ${reason}.`);
  if (reason === "clean-exit" || window.isDestroyed()) return;
  await dialog.showMessageBox(window, {
    type: "error",
    title: "Parallax",
    message: "The window's page stopped working.",
    detail: "What was shown as saved is safe. The page starts again now.",
    buttons: ["OK"],
  });
  if (!window.isDestroyed()) await window.loadURL(START_PAGE);
}
