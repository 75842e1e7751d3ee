import { Popover } from "@base-ui/react/popover";
import { useMemo, useRef } from "react";
import { endOf, startOf } from "../../annotations/model/mark.ts";
import { BesidePassage } from "../reading/BesidePassage.tsx";
import { textAnchor } from "../reading/text-anchor.ts";
import { focusText } from "../reading/text-views.ts";
import { desk, setDesk, useDesk } from "../session/desk.ts";
import { markOf } from "../session/selectors.ts";
import { MarkCard } from "./MarkCard.tsx";
import "./marks.css";

/** The card of the active mark, beside its passage. */
export function CardPopover() {
  const open = useDesk((state) => state.cardOpen && state.picking === null);
  const mark = useDesk((state) => markOf(state, state.activeMark));
  const takesFocus = useDesk((state) => state.cardFocus);
  const popup = useRef<HTMLDivElement>(null);
  const place = mark ? `${mark.id} ${mark.sourceId} ${startOf(mark)} ${endOf(mark)}` : "";
  // The anchor belongs to the place of the mark, not to its tags, which change while the card is open.
  const anchor = useMemo(() => anchorOf(place), [place]);
  return (
    <Popover.Root open={open && mark !== undefined} onOpenChange={(next, details) => !next && close(details.reason)}>
      <Popover.Portal>
        <BesidePassage anchor={anchor}>
          <Popover.Popup
            ref={popup}
            className="card mark-card"
            aria-label="Mark"
            initialFocus={takesFocus ? popup : false}
            finalFocus={false}
          >
            {mark && <MarkCard mark={mark} />}
          </Popover.Popup>
        </BesidePassage>
      </Popover.Portal>
    </Popover.Root>
  );
}

function anchorOf(place: string) {
  const mark = place === "" ? undefined : markOf(desk(), desk().activeMark);
  return mark ? textAnchor(mark.sourceId, startOf(mark), endOf(mark)) : null;
}

/** Escape gives the text its focus back; a click elsewhere has chosen its own. */
function close(reason: string): void {
  const mark = markOf(desk(), desk().activeMark);
  setDesk({ cardOpen: false });
  if (reason === "escape-key" && mark) focusText(mark.sourceId);
}
