import { type RefObject, useEffect } from "react";
import type { Source } from "../../annotations/model/source.ts";
import { useDesk } from "../session/desk.ts";
import { isReadOnly } from "../session/selectors.ts";
import { passageOf } from "./passage.ts";
import type { Selected } from "./SelectionBar.tsx";
import type { TextView } from "./text-view.ts";

/** Shows what the selection would mark: its words, and while Alt is held its characters. */
export function usePassagePreview(source: Source, view: RefObject<TextView | null>, selected: Selected | null): void {
  const useless = useDesk((state) => state.picking !== null || isReadOnly(state));
  useEffect(() => {
    const text = view.current;
    if (!text || !selected || useless) return;
    const show = (exact: boolean) => text.preview(passageOf(source, selected, exact));
    const onAlt = (event: KeyboardEvent) => {
      if (event.key === "Alt") show(event.type === "keydown" || selected.exact);
    };
    show(selected.exact);
    window.addEventListener("keydown", onAlt);
    window.addEventListener("keyup", onAlt);
    return () => {
      window.removeEventListener("keydown", onAlt);
      window.removeEventListener("keyup", onAlt);
      if (view.current === text) text.preview([]);
    };
  }, [source, view, selected, useless]);
}
