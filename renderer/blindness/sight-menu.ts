import { create } from "zustand";
import type { SourceId } from "../../annotations/model/id.ts";
import { focusText } from "../reading/text-views.ts";

/** Which article's menu on the analyst's own work and the others' is open, and whether it asks before it shows their marks. */
interface SightMenuState {
  readonly open: SourceId | null;
  readonly asks: boolean;
}

export const useSightMenu = create<SightMenuState>(() => ({ open: null, asks: false }));

export function openSightMenu(source: SourceId): void {
  useSightMenu.setState({ open: source, asks: false });
}

export function askToReveal(asks: boolean): void {
  useSightMenu.setState({ asks });
}

/** Closes the menu; the text of its article gets the focus unless that stays elsewhere. */
export function closeSightMenu(takesFocus: boolean): void {
  const { open } = useSightMenu.getState();
  useSightMenu.setState({ open: null, asks: false });
  if (takesFocus && open) focusText(open);
}
