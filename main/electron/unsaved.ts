import { type BrowserWindow, dialog } from "electron";

/** How long a page may take to save its last changes before the person is asked. */
const PATIENCE_MS = 1_500;
const PAUSE_MS = 100;

/** Closes a window whose page still saves as soon as it has saved; asks the person when that does not come to pass. */
export function letPageFinish(window: BrowserWindow): void {
  let closing = false;
  let heldSince: number | undefined;
  window.on("close", () => {
    closing = true;
  });
  window.webContents.on("will-prevent-unload", (event) => {
    heldSince ??= Date.now();
    const wait = closing && Date.now() - heldSince < PATIENCE_MS;
    closing = false;
    if (wait) {
      setTimeout(() => window.isDestroyed() || window.close(), PAUSE_MS);
    } else {
      heldSince = undefined;
      if (wantsToLeave(window)) event.preventDefault();
    }
  });
}

function wantsToLeave(window: BrowserWindow): boolean {
  const choice = dialog.showMessageBoxSync(window, {
    type: "warning",
    title: "Parallax",
    message: "The latest changes are not saved yet.",
    detail: "They are lost when Parallax closes now.",
    buttons: ["Stay", "Close without saving"],
    defaultId: 0,
    cancelId: 0,
  });
  return choice === 1;
}
