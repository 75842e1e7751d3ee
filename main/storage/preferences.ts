import {
  ActionId,
  ActionKeys,
  type ChangedKeys,
  MOST_USED_ACTIONS,
  type Preferences,
} from "../../annotations/api/contract.ts";
import type { Settings } from "./settings.ts";

/** A person's choices as the settings have them; what cannot be read of the changed keys and used actions is left out. */
export function rememberedPreferences({ preferences, keys, usedActions }: Settings): Preferences {
  return {
    ...preferences,
    ...(keys === undefined ? {} : { keys: readableKeys(keys) }),
    ...(usedActions === undefined ? {} : { usedActions: readableActions(usedActions) }),
  };
}

/** The settings with these choices. */
export function withPreferences(settings: Settings, chosen: Preferences): Settings {
  const { keys, usedActions, ...preferences } = chosen;
  return { ...settings, preferences, keys, usedActions };
}

function readableKeys(keys: unknown): ChangedKeys {
  if (typeof keys !== "object" || keys === null || Array.isArray(keys)) return {};
  const entries = Object.entries(keys).flatMap(([id, changed]) => {
    const readable = ActionKeys.safeParse(changed);
    return ActionId.safeParse(id).success && readable.success ? [[id, readable.data] as const] : [];
  });
  return Object.fromEntries(entries);
}

function readableActions(used: unknown): readonly string[] {
  if (!Array.isArray(used)) return [];
  return used.flatMap((id) => ActionId.safeParse(id).data ?? []).slice(0, MOST_USED_ACTIONS);
}
