import { useNameWithKey } from "../actions/ActionKey.tsx";
import { useDesk } from "../session/desk.ts";
import { toggleLinked } from "./arranging.ts";

/** Whether the texts scroll together. */
export function LinkedScrolling() {
  const linked = useDesk((state) => state.layout.linked);
  const title = useNameWithKey("Scrolling one text scrolls the others", "panes.linked");
  return (
    <button type="button" className="quiet linked-scrolling" aria-pressed={linked} title={title} onClick={toggleLinked}>
      Scroll together
    </button>
  );
}
