/** Whether this is a Mac, whose Option key selects by word. Where there is no browser, as in unit tests, it is none. */
export const APPLE = /Mac|iPhone|iPad/.test(globalThis.navigator?.userAgent ?? "");

/** A key as it is written on this machine's keyboard. */
export function keyName(keys: string): string {
  return keys.replace("Mod", APPLE ? "⌘" : "Ctrl");
}

/** Whether the modifier of menu commands is held: Ctrl, on a Mac Cmd. */
export function isMod(event: KeyboardEvent | MouseEvent): boolean {
  return APPLE ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
}

/** Whether what is undone at `target` is typing: in fields of text the browser undoes, elsewhere Parallax. */
export function isTextField(target: EventTarget | null): boolean {
  return (target instanceof HTMLInputElement && target.type === "text") || target instanceof HTMLTextAreaElement;
}

/** Whether keys pressed at `target` are meant as text. The articles take no text. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable && !target.closest(".text"))
  );
}
