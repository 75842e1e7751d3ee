import type { SourceId } from "../../annotations/model/id.ts";
import { hereNow } from "../actions/here.ts";
import { findAction, runKey } from "../actions/registry.ts";
import { boundaryKey } from "../marks/boundary-keys.ts";
import { cancelPicking, deactivate } from "../marks/marking.ts";
import { leaveMerging, mergingIn } from "../marks/merging.ts";
import { desk, setDesk } from "../session/desk.ts";
import type { TextView } from "./text-view.ts";

/** The keys of a text: with something selected they make a mark, otherwise they change the active one. True when used. */
export function textKeys(event: KeyboardEvent, sourceId: SourceId, view: TextView): boolean {
  const isCommand = event.ctrlKey || event.metaKey;
  const moving = isCommand ? undefined : boundaryKey(event, sourceId, view);
  if (moving) event.preventDefault();
  if (moving !== undefined) return moving;
  if (desk().picking) return !isCommand && !event.altKey && typeAhead(event);
  const selection = view.selection();
  if (!isCommand && selection.from === selection.to && modalKey(event)) return true;
  const found = findAction(event, ["text"]);
  // With Alt a selection is meant; without one the key is free for something else.
  if (found?.exact && selection.from === selection.to) return false;
  return runKey(event, found, { ...hereNow(), text: { sourceId, selection } });
}

/** A claim is being picked and its field is not there yet: what is typed is meant for it. */
function typeAhead(event: KeyboardEvent): boolean {
  event.preventDefault();
  if (event.key === "Escape") return done(cancelPicking);
  const typed = event.key === "Enter" ? "\n" : event.key;
  if ([...typed].length === 1) setDesk({ typedAhead: desk().typedAhead + typed });
  return true;
}

/** Into the card that is open, and out of what was begun. */
function modalKey(event: KeyboardEvent): boolean {
  const { activeMark, cardOpen } = desk();
  if (event.key === "Tab" && !event.shiftKey && cardOpen) return used(event, focusCard);
  if (event.key !== "Escape") return false;
  if (mergingIn(desk())) return used(event, leaveMerging);
  return activeMark !== null && used(event, deactivate);
}

/** The card stands elsewhere in the page; Tab from the text goes into it while it is open. */
function focusCard(): void {
  document.querySelector<HTMLElement>(".mark-card")?.focus();
}

function used(event: KeyboardEvent, action: () => void): true {
  event.preventDefault();
  return done(action);
}

function done(action: () => void): true {
  action();
  return true;
}
