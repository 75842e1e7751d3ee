/** Where the focus of a dialog begins. */
export function firstFieldIn(dialog: HTMLElement): HTMLElement | null {
  return dialog.querySelector<HTMLElement>("textarea, input, select, .primary");
}
