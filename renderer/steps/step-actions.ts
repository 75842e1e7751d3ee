import type { Action } from "../actions/action.ts";
import { redo, undo } from "../session/changes.ts";
import { desk } from "../session/desk.ts";
import { toggleSteps } from "./steps-menu.ts";

const EVERYWHERE = { group: "Everywhere", context: "everywhere" } as const;

/** Taking steps back and doing them again. */
export const STEP_ACTIONS: readonly Action[] = [
  {
    id: "history.undo",
    name: "Undo",
    ...EVERYWHERE,
    keys: ["Mod+Z"],
    changes: true,
    leftToFields: true,
    nameNow: () => named("Undo", desk().history.done.at(-1)?.name),
    unavailable: () => (desk().history.done.length > 0 ? null : "There is nothing to undo."),
    run: undo,
  },
  {
    id: "history.redo",
    name: "Redo",
    ...EVERYWHERE,
    keys: ["Mod+Shift+Z", "Mod+Y"],
    changes: true,
    leftToFields: true,
    nameNow: () => named("Redo", desk().history.undone.at(-1)?.name),
    unavailable: () => (desk().history.undone.length > 0 ? null : "There is nothing to redo."),
    run: redo,
  },
  {
    id: "history.steps",
    name: "List the steps that can be undone and redone, and go to one",
    ...EVERYWHERE,
    keys: ["I"],
    run: toggleSteps,
  },
];

function named(what: string, step: string | undefined): string {
  return step === undefined ? what : `${what}: ${step}`;
}
