/** Puts the focus on what `selector` finds in a list. Its line may have to be made first: it is looked for in the next frames. */
export function focusWhenThere(list: HTMLElement | null, selector: string, frames = 10): void {
  const element = list?.querySelector<HTMLElement>(selector);
  if (element) element.focus();
  else if (frames > 0) requestAnimationFrame(() => focusWhenThere(list, selector, frames - 1));
}
