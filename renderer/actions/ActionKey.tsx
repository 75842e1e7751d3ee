import { useDesk } from "../session/desk.ts";
import { shownKey } from "./combination.ts";
import { actionOf, keysOf } from "./registry.ts";

/** The first key of an action, as it is at present; null when it has none. */
function useKeyOf(id: string): string | null {
  return useDesk(() => {
    const [key] = keysOf(actionOf(id));
    return key === undefined ? null : shownKey(key);
  });
}

/** The key of an action, beside the words that say what it does; nothing when it has none. */
export function ActionKey({ id }: { readonly id: string }) {
  const key = useKeyOf(id);
  return key === null ? null : <kbd>{key}</kbd>;
}

/** The keys of several actions; 1, 2, 3, 4, 5 as `1–5`. */
export function ActionKeys({ ids }: { readonly ids: readonly string[] }) {
  const keys = useDesk(() => rangeOf(ids.flatMap((id) => keysOf(actionOf(id))[0] ?? []).map((key) => shownKey(key))));
  return keys === "" ? null : <kbd>{keys}</kbd>;
}

function rangeOf(keys: readonly string[]): string {
  const isRange = keys.length > 2 && keys.every((key, i) => /^\d$/.test(key) && Number(key) === Number(keys[0]) + i);
  return isRange ? `${keys[0]}–${keys.at(-1)}` : keys.join(" ");
}

/** Words for a tooltip, with the action's key in brackets. */
export function useNameWithKey(name: string, id: string): string {
  const key = useKeyOf(id);
  return key === null ? name : `${name} (${key})`;
}
