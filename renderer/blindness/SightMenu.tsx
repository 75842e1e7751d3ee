import { Popover } from "@base-ui/react/popover";
import { useRef } from "react";
import { useShallow } from "zustand/react/shallow";
import type { Sight } from "../../annotations/model/blindness.ts";
import type { SourceId } from "../../annotations/model/id.ts";
import type { Source } from "../../annotations/model/source.ts";
import { useNameWithKey } from "../actions/ActionKey.tsx";
import { sightIn } from "../session/blindness.ts";
import { useDesk } from "../session/desk.ts";
import { SightCard } from "./SightCard.tsx";
import { closeSightMenu, openSightMenu, useSightMenu } from "./sight-menu.ts";
import "./blindness.css";

/** Whether the analyst is done with an article and sees the others' marks in it, and the way to change that. */
export function SightMenu({ source }: { readonly source: Source }) {
  const sight = useSight(source.id);
  const isOpen = useSightMenu((state) => state.open === source.id);
  const popup = useRef<HTMLDivElement>(null);
  const title = useNameWithKey("Your work on this article, and the others’", "article.done");
  if (sight.kind === "alone") return null;
  return (
    <span>
      <Popover.Root
        open={isOpen}
        onOpenChange={(next, { reason }) => (next ? openSightMenu(source.id) : closeSightMenu(reason === "escape-key"))}
      >
        <Popover.Trigger className="sight" title={title}>
          {sightWords(sight)}
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Positioner side="bottom" align="start" sideOffset={6} collisionPadding={12} className="layer">
            <Popover.Popup
              ref={popup}
              className="card sight-card"
              aria-label="Your work on this article, and the others’"
              initialFocus={() => popup.current?.querySelector("button") ?? true}
              finalFocus={false}
            >
              <SightCard source={source} sight={sight} />
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </span>
  );
}

function useSight(source: SourceId): Sight {
  return useDesk(useShallow((state) => sightIn(state, source)));
}

function sightWords(sight: Exclude<Sight, { kind: "alone" }>): string {
  switch (sight.kind) {
    case "adjudicator":
      return "adjudicating";
    case "blind":
      return sight.done ? "✓ done, blind" : "blind";
    case "revealed":
      return sight.done ? "✓ done, not blind" : "not blind";
    default:
      return sight satisfies never;
  }
}
