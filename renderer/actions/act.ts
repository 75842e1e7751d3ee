import { hereNow } from "./here.ts";
import { actionOf, runAction } from "./registry.ts";

/** Does an action where the person is now, as its key would; for buttons and menus. */
export function act(id: string): void {
  runAction(actionOf(id), hereNow());
}
