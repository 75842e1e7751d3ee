import { Popover } from "@base-ui/react/popover";
import { type ReactNode, type RefObject, useMemo } from "react";
import { BesidePassage } from "../reading/BesidePassage.tsx";
import type { Picking } from "../session/desk.ts";
import { cancelPicking } from "./marking.ts";
import { pickingAnchor } from "./picking-anchor.ts";

interface Props {
  /** What is picked for; null while nothing is. */
  readonly picking: Picking | null;
  readonly label: string;
  /** The field that has the focus at first. */
  readonly field: RefObject<HTMLInputElement | null>;
  readonly children: ReactNode;
}

/** A list beside the passage that something is picked for. Escape leaves it. */
export function PickerPopover({ picking, label, field, children }: Props) {
  const anchor = useMemo(() => (picking ? pickingAnchor(picking) : null), [picking]);
  return (
    <Popover.Root
      open={picking !== null}
      onOpenChange={(open, { reason }) => !open && reason === "escape-key" && cancelPicking()}
    >
      <Popover.Portal>
        <BesidePassage anchor={anchor}>
          <Popover.Popup className="card picker" initialFocus={field} finalFocus={false} aria-label={label}>
            {children}
          </Popover.Popup>
        </BesidePassage>
      </Popover.Portal>
    </Popover.Root>
  );
}
