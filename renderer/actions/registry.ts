import { mayChange } from "../session/changes.ts";
import { desk, setDesk } from "../session/desk.ts";
import type { Action, Context, Here } from "./action.ts";
import { keysWith } from "./clash.ts";
import { combinationsOf, type Pressed } from "./combination.ts";

/** The list comes from outside, so that whoever looks a key up does not depend on everything that has one. */
let registered: ReadonlyMap<string, Action> = new Map();

/** Makes these all the actions that there are. Throws when two have one id. Call once, before anything is shown. */
export function registerActions(actions: readonly Action[]): void {
  registered = new Map(actions.map((action) => [action.id, action]));
  if (registered.size !== actions.length) throw new Error("two actions have the same id");
}

export function allActions(): readonly Action[] {
  return [...registered.values()];
}

/** The action with this id. Throws when there is none: ids are written in the source only. */
export function actionOf(id: string): Action {
  const action = registered.get(id);
  if (!action) throw new Error(`there is no action ${id}`);
  return action;
}

/** The keys that an action has at present. */
export function keysOf(action: Action): readonly string[] {
  return keysWith(desk().preferences.keys ?? {}, action);
}

/** An action that a key stands for, and the combination of keys that it was found by. */
export interface Found {
  readonly action: Action;
  readonly combination: string;
  /** Whether Alt was held to mean exactly what is selected. */
  readonly exact: boolean;
}

/** What a key means in these contexts, the first of them that knows it. */
export function findAction(event: Pressed, contexts: readonly Context[]): Found | null {
  const combinations = combinationsOf(event);
  for (const context of contexts) {
    for (const combination of combinations) {
      const action = actionWith(combination, context);
      if (action) return { action, combination, exact: false };
    }
    for (const combination of combinations) {
      const plain = /^Alt\+(?!Shift\+)(.+)$/.exec(combination)?.[1];
      const action = plain === undefined ? undefined : actionWith(plain, context);
      if (action?.exact) return { action, combination, exact: true };
    }
  }
  return null;
}

function actionWith(combination: string, context: Context): Action | undefined {
  return allActions().find((action) => action.context === context && keysOf(action).includes(combination));
}

/** Why an action cannot be done here; null when it can. */
export function whyNot(action: Action, here: Here): string | null {
  const { access } = desk();
  const locked = action.changes && access.kind === "read-only" ? access.reason : null;
  return action.unavailable?.(here) ?? locked;
}

/** Does it, or says why it cannot be done. */
export function runAction(action: Action, here: Here): void {
  const reason = action.unavailable?.(here) ?? null;
  if (reason !== null) setDesk({ notice: reason });
  else if (!action.changes || mayChange()) action.run(here);
}

const used = new WeakSet<object>();

/** Does what a key means, unless something further in has done that; true when it is used up. */
export function runKey(event: KeyboardEvent, found: Found | null, here: Here): boolean {
  if (!found || used.has(event)) return used.has(event);
  used.add(event);
  event.preventDefault();
  runAction(found.action, { ...here, exact: here.exact || found.exact });
  return true;
}
