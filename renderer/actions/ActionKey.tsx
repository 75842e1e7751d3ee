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

/** Words for a tooltip, with the action's key in brackets. */
export function useNameWithKey(name: string, id: string): string {
  const key = useKeyOf(id);
  return key === null ? name : `${name} (${key})`;
}
