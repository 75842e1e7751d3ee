import type { ChangedKeys } from "../../annotations/api/contract.ts";
import type { Action, Context } from "./action.ts";

/** What a key needs to know of an action. */
type Keyed = Pick<Action, "id" | "context" | "keys" | "exact">;

/** The keys that an action has with these changes. */
export function keysWith(changed: ChangedKeys, { id, keys }: Pick<Keyed, "id" | "keys">): readonly string[] {
  return Object.hasOwn(changed, id) ? (changed[id] ?? keys) : keys;
}

/** Where a key of a context would also be looked up, from the inside outwards. On a cell of the matrix or a pair, Read is not there. */
const AROUND: Readonly<Record<Context, readonly Context[]>> = {
  text: ["text", "pane", "read", "everywhere"],
  pane: ["pane", "read", "everywhere"],
  read: ["read", "everywhere"],
  cell: ["cell", "everywhere"],
  pair: ["pair", "everywhere"],
  everywhere: ["everywhere"],
};

function meet(a: Context, b: Context): boolean {
  return AROUND[a].includes(b) || AROUND[b].includes(a);
}

/** The other actions that one of these combinations stands for where it would stand for this one. */
export function clashes<Other extends Keyed>(
  actions: readonly Other[],
  changed: ChangedKeys,
  action: Keyed,
  combinations: readonly string[],
): readonly Other[] {
  const wanted = taken(action, combinations);
  return actions.filter(
    (other) =>
      other.id !== action.id &&
      meet(other.context, action.context) &&
      taken(other, keysWith(changed, other)).some((key) => wanted.includes(key)),
  );
}

/** Alt with the key of an action on a selection means its characters. */
function taken({ exact }: Keyed, keys: readonly string[]): readonly string[] {
  return exact ? [...keys, ...keys.map((key) => `Alt+${key}`)] : keys;
}

/** The changes with other keys for an action; those that it comes with are no change. */
export function withKeys(changed: ChangedKeys, action: Keyed, keys: readonly string[]): ChangedKeys {
  const { [action.id]: _, ...others } = changed;
  const isDefault = keys.length === action.keys.length && keys.every((key, i) => key === action.keys[i]);
  return isDefault ? others : { ...others, [action.id]: keys };
}

/** The changes when an action takes keys and those who had them lose them. */
export function taking(
  actions: readonly Keyed[],
  changed: ChangedKeys,
  action: Keyed,
  keys: readonly string[],
): ChangedKeys {
  const wanted = taken(action, keys);
  const losers = clashes(actions, changed, action, keys);
  const without = losers.reduce(
    (all, loser) =>
      withKeys(
        all,
        loser,
        keysWith(all, loser).filter((key) => !taken(loser, [key]).some((one) => wanted.includes(one))),
      ),
    changed,
  );
  return withKeys(without, action, keys);
}

/** The changes when an action takes the keys of the only other that has them, which gets its former ones; null where that would clash. */
export function swapping(
  actions: readonly Keyed[],
  changed: ChangedKeys,
  action: Keyed,
  keys: readonly string[],
): ChangedKeys | null {
  const [other, ...more] = clashes(actions, changed, action, keys);
  const former = keysWith(changed, action);
  const given = former.filter((key) => !keys.includes(key));
  if (!other || more.length > 0 || given.length === 0) return null;
  const taken = taking(actions, changed, action, keys);
  const both = [...given, ...keysWith(taken, other)];
  return clashes(actions, taken, other, both).length > 0 ? null : withKeys(taken, other, both);
}

/** Why a combination cannot be the key of an action, in a sentence; null when it can. */
export function whyReserved(combination: string): string | null {
  if (MOVING.test(combination)) return "This key is needed to move about and to select.";
  if (CLIPBOARD.has(combination)) return "The system needs this key to copy, to paste and to select all.";
  return SYSTEM.has(combination) ? "The window or the browser needs this key for itself." : null;
}

const MOVING =
  /^(?:Mod\+)?(?:Shift\+)?(?:Arrow\w+|Home|End|PageUp|PageDown|Tab|Escape|Space)$|^Alt\+(?:Arrow\w+|Tab)$|^(?:Shift\+)?Enter$/;
const CLIPBOARD: ReadonlySet<string> = new Set(["Mod+C", "Mod+X", "Mod+V", "Mod+A"]);
const SYSTEM: ReadonlySet<string> = new Set([
  ...["W", "Q", "T", "N", "R", "P", "H", "M", "Tab", "Shift+T", "Shift+N", "Shift+W", "Shift+O", "Shift+I"].map(
    (key) => `Mod+${key}`,
  ),
  ...["1", "2", "+", "-", "=", "0"].map((key) => `Mod+${key}`),
  ...["F1", "F5", "F11", "F12", "Alt+F4", "ContextMenu"],
]);
