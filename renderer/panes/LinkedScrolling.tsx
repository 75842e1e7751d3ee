import { useDesk } from "../session/desk.ts";
import { toggleLinked } from "./arranging.ts";

/** Whether the texts scroll together. */
export function LinkedScrolling() {
  const linked = useDesk((state) => state.layout.linked);
  return (
    <button
      type="button"
      className="quiet linked-scrolling"
      aria-pressed={linked}
      title="Scrolling one text scrolls the others (L)"
      onClick={toggleLinked}
    >
      Scroll together
    </button>
  );
}
