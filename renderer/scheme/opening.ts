import { focusLastText } from "../reading/text-views.ts";
import { desk, setDesk } from "../session/desk.ts";

/** Shows the scheme in the place of the claims, or takes it away. The focus stays where it is. */
export function toggleScheme(): void {
  if (desk().panel?.kind === "scheme") leaveScheme();
  else setDesk({ panel: { kind: "scheme" } });
}

/** Takes the scheme away; a focus that was in it goes to the text where it was. */
export function leaveScheme(): void {
  const wasInside = document.activeElement?.closest(".scheme") !== null;
  setDesk({ panel: null });
  if (wasInside) focusLastText();
}
