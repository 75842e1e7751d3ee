import { APPLE } from "../controls/keyboard.ts";

/** What of a key event says which keys were pressed. */
export type Pressed = Pick<KeyboardEvent, "key" | "code" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey"> & {
  getModifierState?(name: string): boolean;
};

/**
 * The combinations that a key event may stand for, for example `Mod+Shift+Z`, `?` or `Alt+Shift+ArrowLeft`: what it
 * writes first, then, where no Latin keyboard writes that, the key at that place. None for a modifier alone.
 */
export function combinationsOf(pressed: Pressed, apple = APPLE): readonly string[] {
  if (MODIFIERS.has(pressed.key)) return [];
  const held = modifiersOf(pressed, apple);
  const keys = [pressed.key, keyAtPlace(pressed, held)].filter((key) => key !== null);
  return keys.flatMap((key) => combined(key, held));
}

/** The combination that a person means who presses these keys as the new ones of an action; null for a modifier alone. */
export function chosenCombination(pressed: Pressed, apple = APPLE): string | null {
  if (MODIFIERS.has(pressed.key)) return null;
  const held = modifiersOf(pressed, apple);
  // A key that is known by its place is found whatever the keyboard writes there.
  return combined(keyAtPlace(pressed, held) ?? pressed.key, held)[0] ?? null;
}

const MODIFIERS: ReadonlySet<string> = new Set([
  "Alt",
  "AltGraph",
  "CapsLock",
  "Control",
  "Dead",
  "Fn",
  "Meta",
  "NumLock",
  "Process",
  "Shift",
  "Unidentified",
]);

interface Held {
  readonly names: readonly string[];
  readonly shift: boolean;
}

/** AltGr writes a sign; on Windows it comes as Ctrl and Alt together. */
function modifiersOf(pressed: Pressed, apple: boolean): Held {
  const { altKey, ctrlKey, metaKey, shiftKey: shift } = pressed;
  const writes = !apple && isSign(pressed.key) && pressed.getModifierState?.("AltGraph") === true;
  if (writes) return { names: [], shift };
  const names = [
    (apple ? metaKey : ctrlKey) && "Mod",
    apple && ctrlKey && "Ctrl",
    !apple && metaKey && "Meta",
    altKey && "Alt",
  ];
  return { names: names.filter((name) => name !== false), shift };
}

/** A letter with Shift is also the letter alone, whatever Caps Lock says; another sign has used Shift up. */
function combined(key: string, { names, shift }: Held): readonly string[] {
  const name = nameOf(key);
  const join = (...more: readonly string[]) => [...names, ...more, name].join("+");
  if (isSign(key) && !isLetter(key)) return [join()];
  if (!shift) return [join()];
  const plain = isLetter(key) && names.every((held) => held === "Alt");
  return plain ? [join("Shift"), join()] : [join("Shift")];
}

/** With Alt many keyboards write other signs, and other scripts have no Latin letters at all: there the place counts. */
function keyAtPlace({ key, code }: Pressed, { names }: Held): string | null {
  const foreign = /^\p{L}$/u.test(key) && !/^\p{Script=Latin}$/u.test(key);
  const altered = names.includes("Alt") && isSign(key) && !/^[a-z0-9]$/i.test(key);
  if (!foreign && !altered) return null;
  return /^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? SIGNS_AT_PLACES[code] ?? null;
}

const SIGNS_AT_PLACES: Readonly<Record<string, string>> = {
  Period: ".",
  Comma: ",",
  Slash: "/",
  Minus: "-",
  Equal: "=",
  BracketLeft: "[",
  BracketRight: "]",
};

function nameOf(key: string): string {
  if (key === " ") return "Space";
  return isLetter(key) ? key.toUpperCase() : key;
}

/** Whether a key writes one visible character. */
function isSign(key: string): boolean {
  return key !== " " && [...key].length === 1;
}

function isLetter(key: string): boolean {
  return /^\p{L}$/u.test(key);
}

/** Whether a combination would be typing in a field. */
export function isTyped(combination: string): boolean {
  return !/^(Mod|Ctrl|Meta)\+/.test(combination) && !/^(?:\w+\+)*F\d+$/.test(combination);
}

const SHOWN: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Escape: "Esc",
  Delete: "Del",
};

/** A combination as it is written on this machine's keyboard. */
export function shownKey(combination: string, apple = APPLE): string {
  const [, held = "", key = ""] = /^((?:\w+\+)*)(.+)$/u.exec(combination) ?? [];
  return `${apple ? held.replace("Mod", "⌘") : held.replace("Mod", "Ctrl")}${SHOWN[key] ?? key}`;
}
