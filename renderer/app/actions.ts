import { type HostEvent, Preferences, TEXT_SIZE } from "../../annotations/api/contract.ts";
import { act } from "../actions/act.ts";
import { isTextField } from "../controls/keyboard.ts";
import { SCREEN } from "../session/changes.ts";
import { desk } from "../session/desk.ts";
import { refresher } from "../session/open-session.ts";
import { prefer } from "../session/preferring.ts";

const THEMES = Preferences.shape.theme.options;

/** More contrast whatever the system asks for, or as it asks again. */
export function switchContrast(): void {
  prefer({ contrast: desk().preferences.contrast === "more" ? "system" : "more" });
}

const LINE_LENGTHS = ["narrow", "medium", "wide"] as const;

export function nextLineLength(): void {
  const at = LINE_LENGTHS.indexOf(desk().preferences.lineLength ?? "medium");
  prefer({ lineLength: LINE_LENGTHS[(at + 1) % LINE_LENGTHS.length] });
}

/** Marks in the colour of their claim, or of their stance again. */
export function switchColours(): void {
  prefer({ colourBy: desk().preferences.colourBy === "claim" ? "stance" : "claim" });
}

export function nextTheme(): void {
  const { theme } = desk().preferences;
  prefer({ theme: THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system" });
}

/** Larger or smaller by so many pixels, within what can be read and laid out. */
export function changeTextSize(by: number): void {
  prefer({ textSize: Math.max(TEXT_SIZE.least, Math.min(TEXT_SIZE.most, desk().preferences.textSize + by)) });
}

/** Does what the host's menu asks for, and follows what others do. */
export function onHostEvent(event: HostEvent): void {
  switch (event.kind) {
    case "menu":
      MENU_ACTIONS[event.action]();
      break;
    case "session-changed":
      refresher.request();
      break;
    case "project-changed":
      if (event.screen !== SCREEN) refresher.request();
      break;
    default:
      event satisfies never;
  }
}

const MENU_ACTIONS: Readonly<Record<Extract<HostEvent, { kind: "menu" }>["action"], () => void>> = {
  undo: () => undoOrType("undo"),
  redo: () => undoOrType("redo"),
  import: () => act("project.import"),
  merge: () => act("project.merge-copy"),
  export: () => act("project.export"),
  annotations: () => act("project.annotations"),
  keys: () => act("keys.sheet"),
  palette: () => act("palette.open"),
  read: () => act("view.read"),
  review: () => act("view.review"),
  theme: () => act("display.theme"),
  larger: () => act("display.larger"),
  smaller: () => act("display.smaller"),
};

/** The menu's Undo serves a text field while somebody types there, and the project otherwise. */
function undoOrType(what: "undo" | "redo"): void {
  const field = document.activeElement;
  if (isTextField(field)) document.execCommand(what);
  else act(`history.${what}`);
}
