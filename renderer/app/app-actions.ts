import type { Action } from "../actions/action.ts";
import { openPalette } from "../palette/opening.ts";
import { desk, setDesk } from "../session/desk.ts";
import { prefer } from "../session/preferring.ts";
import { changeTextSize, nextLineLength, nextTheme, switchColours, switchContrast } from "./actions.ts";

type Rest = Pick<Action, "changes" | "run">;

function everywhere(id: string, keys: readonly string[], name: string, rest: Rest): Action {
  return { id, name, group: "Everywhere", context: "everywhere", keys, ...rest };
}

/** What concerns the project and the program as a whole. */
export const APP_ACTIONS: readonly Action[] = [
  everywhere("project.import", ["Mod+O"], "Import articles", {
    changes: true,
    run: () => setDesk({ dialog: { kind: "import" } }),
  }),
  everywhere("project.annotations", [], "Read annotations from files of other programs", {
    changes: true,
    run: () => setDesk({ dialog: { kind: "annotations" } }),
  }),
  everywhere("project.merge-copy", [], "Merge a colleague’s copy of the project", {
    changes: true,
    run: () => setDesk({ dialog: { kind: "merge-copy" } }),
  }),
  everywhere("project.export", ["Mod+E"], "Export", { run: () => setDesk({ dialog: { kind: "export" } }) }),
  everywhere("project.rename", [], "Rename the project", {
    changes: true,
    run: () => setDesk({ dialog: { kind: "project" } }),
  }),
  everywhere("project.files", [], "Show the project's files and former versions", {
    run: () => setDesk({ dialog: { kind: "files" } }),
  }),
  everywhere("project.sources", [], "Correct the details of the articles", {
    run: () => setDesk({ dialog: { kind: "sources", sourceId: null } }),
  }),
  everywhere("project.analyst", [], "Work as a new analyst", { run: () => setDesk({ dialog: { kind: "analyst" } }) }),
  everywhere("display.theme", [], "Go to the next theme: as the system, light, dark", { run: nextTheme }),
  everywhere("display.larger", [], "Make the text larger", { run: () => changeTextSize(1) }),
  everywhere("display.smaller", [], "Make the text smaller", { run: () => changeTextSize(-1) }),
  everywhere("display.boilerplate", [], "Show or hide navigation and footers of the pages", {
    run: () => prefer({ showBoilerplate: !desk().preferences.showBoilerplate }),
  }),
  everywhere("display.contrast", [], "High contrast, or as the system asks", { run: switchContrast }),
  everywhere("display.lines", [], "Lines: narrow, medium or wide", { run: nextLineLength }),
  everywhere("display.colours", ["K"], "Colour the marks by claim, or by stance again", { run: switchColours }),
  everywhere("palette.open", ["Mod+K"], "Find an action, a claim or an article by its name", { run: openPalette }),
  everywhere("keys.sheet", ["?"], "Show all keys, and change them", {
    run: () => setDesk({ dialog: { kind: "keys" } }),
  }),
];
