import type { KeyboardEvent } from "react";

/** The hits of a panel that can take the focus, from above. */
function hitsAround(element: Element): readonly HTMLElement[] {
  return [...(element.closest(".side-panel")?.querySelectorAll<HTMLElement>(".hit") ?? [])];
}

/** Moves the focus in the list of a panel with the arrow keys, Home and End. True when the key was used. */
export function moveInList(event: KeyboardEvent<HTMLElement>): boolean {
  const hits = hitsAround(event.currentTarget);
  const at = document.activeElement instanceof HTMLElement ? hits.indexOf(document.activeElement) : -1;
  const next = { ArrowDown: hits[at + 1], ArrowUp: hits[at - 1], Home: hits[0], End: hits.at(-1) }[event.key];
  if (at === -1 || !(event.key.startsWith("Arrow") || event.key === "Home" || event.key === "End")) return false;
  event.preventDefault();
  next?.focus();
  return true;
}

/** Puts the focus on the first hit of a panel, or where the list was left. */
export function focusList(panel: Element): void {
  const hits = [...panel.querySelectorAll<HTMLElement>(".hit")];
  (hits.find((hit) => hit.tabIndex === 0) ?? hits[0])?.focus();
}
