import { Menu } from "@base-ui/react/menu";
import type { ReactNode } from "react";
import type { SourceId } from "../../annotations/model/id.ts";
import { ActionKey } from "../actions/ActionKey.tsx";
import { useDesk } from "../session/desk.ts";
import {
  closePane,
  collapsePane,
  evenWidths,
  movePaneBy,
  placeOf,
  row,
  toggleAlone,
  WIDTH_STEP,
  widenPane,
} from "./arranging.ts";

/** What can be done with the place and the width of a pane, for its menu. */
export function PaneLayoutItems({ sourceId }: { readonly sourceId: SourceId }) {
  const alone = useDesk((state) => state.layout.alone === sourceId);
  const place = useDesk(() => placeOf(sourceId));
  const last = useDesk((state) => row(state).length - 1);
  return (
    <>
      <Item action="pane.left" disabled={place <= 0} act={() => movePaneBy(sourceId, -1)}>
        Move left
      </Item>
      <Item action="pane.right" disabled={place >= last} act={() => movePaneBy(sourceId, 1)}>
        Move right
      </Item>
      <Item action="pane.wider" disabled={alone} stay act={() => widenPane(sourceId, WIDTH_STEP)}>
        Wider
      </Item>
      <Item action="pane.narrower" disabled={alone} stay act={() => widenPane(sourceId, -WIDTH_STEP)}>
        Narrower
      </Item>
      <Item disabled={alone} act={evenWidths}>
        All equally wide
      </Item>
      <Menu.Separator />
      <Item action="pane.alone" act={() => later(() => toggleAlone(sourceId))}>
        {alone ? "Back to all articles" : "Only this article"}
      </Item>
      <Item action="pane.collapse" act={() => later(() => collapsePane(sourceId))}>
        Collapse
      </Item>
      <Item action="pane.close" act={() => later(() => closePane(sourceId))}>
        Close
      </Item>
      <Menu.Separator />
    </>
  );
}

/** Once the menu has closed and given the focus back, which these actions put elsewhere. */
function later(action: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(action));
}

interface ItemProps {
  readonly action?: string;
  readonly disabled?: boolean;
  /** Whether the menu stays open, for what is done several times. */
  readonly stay?: boolean;
  readonly act: () => void;
  readonly children: ReactNode;
}

function Item({ action, disabled = false, stay = false, act, children }: ItemProps) {
  return (
    <Menu.Item disabled={disabled} closeOnClick={!stay} onClick={act}>
      {children} {action && <ActionKey id={action} />}
    </Menu.Item>
  );
}
