import type { Action, Here } from "../actions/action.ts";
import { desk } from "../session/desk.ts";
import { comparableSources, shownLanes, toggleComparing, useComparing } from "./comparing.ts";
import { goToOther } from "./stepping.ts";

function whyNotComparing(): string | null {
  if (useComparing.getState().isOn || comparableSources(desk()).length > 0) return null;
  return desk().project.sets.length < 2
    ? "Nobody else has a set of marks in this project."
    : "Others’ marks are hidden: say that you are done with an article, and have them shown.";
}

function whyNoOthers({ text }: Here): string | null {
  if (!text) return "Open an article first.";
  return shownLanes(desk(), text.sourceId).length > 0 ? null : "No marks of others are shown in this text.";
}

function stepping(direction: 1 | -1): Pick<Action, "group" | "context" | "unavailable" | "run"> {
  return {
    ...{ group: "At a mark", context: "text", unavailable: whyNoOthers },
    run: ({ text }) => {
      if (text) goToOther(text.sourceId, text.selection.from, direction);
    },
  };
}

/** Comparing analysts in the texts themselves. */
export const COMPARING_ACTIONS: readonly Action[] = [
  {
    id: "analysts.compare",
    name: "Compare analysts: show others’ marks below the lines, or no longer",
    group: "In Read",
    context: "read",
    keys: ["A"],
    unavailable: whyNotComparing,
    run: toggleComparing,
  },
  { id: "analysts.next", name: "Go to the next mark of others in the text", keys: ["}"], ...stepping(1) },
  { id: "analysts.previous", name: "Go to the previous mark of others in the text", keys: ["{"], ...stepping(-1) },
];
