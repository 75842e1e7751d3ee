import { nativeTheme } from "electron";
import type { Preferences } from "../../annotations/api/contract.ts";
import type { Handlers } from "../../annotations/api/handlers.ts";
import { currentWindow, paper } from "./window.ts";

/** Gives the system's parts of the window, menus and dialogs among them, the theme that the page has. */
export function applyTheme(theme: Preferences["theme"]): void {
  nativeTheme.themeSource = theme;
  currentWindow()?.setBackgroundColor(paper(nativeTheme.shouldUseDarkColors));
}

/** The same handlers, which also apply the theme when the person chooses another one. */
export function followTheme(handlers: Handlers): Handlers {
  return {
    ...handlers,
    "preferences.set": async (preferences) => {
      const answer = await handlers["preferences.set"](preferences);
      applyTheme(preferences.theme);
      return answer;
    },
  };
}
