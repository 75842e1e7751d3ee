import type { Session, WebContents } from "electron";
import { isOwnAddress, START_PAGE } from "./address.ts";

/** Keeps contents on the page that the program itself loaded: they follow no link, open no window, embed no view. */
export function lockNavigation(contents: WebContents): void {
  contents.on("will-navigate", (event) => event.preventDefault());
  contents.on("will-frame-navigate", (event) => event.preventDefault());
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
}

/** Loads the start page again when contents have come to another page after all, as a script may to `about:blank`. */
export function stayOnPage(contents: Navigated): void {
  contents.on("did-navigate", (_event, address) => {
    if (!isOwnAddress(address)) contents.loadURL(START_PAGE).catch(console.error);
  });
}

/** The part of a window's contents that tells where they are. */
interface Navigated {
  on(event: "did-navigate", listener: (event: unknown, address: string) => void): unknown;
  loadURL(address: string): Promise<void>;
}

/**
 * Denies pages of a session every permission but writing plain text and images to the clipboard, every device, every
 * download, and every request that does not go to the program's own page. `alsoAllowed` says which other addresses may
 * be requested.
 */
export function lockSession(session: Session, alsoAllowed: (address: string) => boolean): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(isPermitted(permission)));
  session.setPermissionCheckHandler((_contents, permission) => isPermitted(permission));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isOwnAddress(url) && !alsoAllowed(url) }));
  session.on("will-download", (event) => event.preventDefault());
  // The spelling checker would fetch its dictionaries from a server of its makers, past the filter above.
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
}

function isPermitted(permission: string): boolean {
  return permission === "clipboard-sanitized-write";
}
