import { Popover } from "@base-ui/react/popover";
import type { ReactNode } from "react";
import type { Anchor } from "./text-anchor.ts";

interface Props {
  readonly anchor: Anchor | null;
  readonly children: ReactNode;
}

/** The bars at the top and the foot of the window stay free. */
const ROOM = { top: 50, bottom: 36, left: 12, right: 12 };

/** Where a card stands: below a passage or above it, and within the window, however small that gets and wherever the passage is. */
export function BesidePassage({ anchor, children }: Props) {
  return (
    <Popover.Positioner
      anchor={anchor}
      side="bottom"
      align="start"
      sideOffset={8}
      collisionPadding={ROOM}
      sticky
      className="layer"
    >
      {children}
    </Popover.Positioner>
  );
}
