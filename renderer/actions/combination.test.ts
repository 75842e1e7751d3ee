import { expect, it } from "vitest";
import { chosenCombination, combinationsOf, isTyped, type Pressed, shownKey } from "./combination.ts";

function pressed(key: string, code = "", held = ""): Pressed {
  return {
    key,
    code,
    altKey: held.includes("a"),
    ctrlKey: held.includes("c"),
    metaKey: held.includes("m"),
    shiftKey: held.includes("s"),
    getModifierState: (name) => name === "AltGraph" && held.includes("g"),
  };
}

it.each([
  ["a letter", pressed("m", "KeyM"), ["M"]],
  ["a letter with Caps Lock", pressed("M", "KeyM"), ["M"]],
  ["a letter with Shift, which is the letter too", pressed("M", "KeyM", "s"), ["Shift+M", "M"]],
  ["a sign that Shift has made", pressed("?", "Slash", "s"), ["?"]],
  ["Ctrl and Shift", pressed("Z", "KeyZ", "cs"), ["Mod+Shift+Z"]],
  ["the Windows key", pressed("r", "KeyR", "m"), ["Meta+R"]],
  ["a function key", pressed("F6", "F6", "s"), ["Shift+F6"]],
  ["an arrow", pressed("ArrowLeft", "ArrowLeft", "as"), ["Alt+Shift+ArrowLeft"]],
  ["the blank", pressed(" ", "Space", "s"), ["Shift+Space"]],
  ["Alt and a digit", pressed("1", "Digit1", "a"), ["Alt+1"]],
  ["Alt and a digit on a French keyboard", pressed("&", "Digit1", "a"), ["Alt+&", "Alt+1"]],
  ["Alt and M on a French keyboard", pressed("m", "Semicolon", "a"), ["Alt+M"]],
  ["a Cyrillic letter, by its place too", pressed("м", "KeyV"), ["М", "V"]],
  ["Ctrl and a Cyrillic letter", pressed("я", "KeyZ", "c"), ["Mod+Я", "Mod+Z"]],
  ["a sign made with AltGr on Linux", pressed("]", "Digit9", "g"), ["]"]],
  ["a sign made with AltGr on Windows", pressed("]", "Digit9", "acg"), ["]"]],
  ["a modifier alone", pressed("Shift", "ShiftLeft", "s"), []],
  ["a dead key", pressed("Dead", "BracketLeft"), []],
])("names %s", (_, event, names) => {
  expect(combinationsOf(event, false)).toEqual(names);
});

it.each([
  ["Option and a digit", pressed("¡", "Digit1", "a"), ["Alt+¡", "Alt+1"]],
  ["Option and a full stop", pressed("≥", "Period", "a"), ["Alt+≥", "Alt+."]],
  ["Cmd", pressed("k", "KeyK", "m"), ["Mod+K"]],
  ["Control", pressed("ArrowUp", "ArrowUp", "cs"), ["Ctrl+Shift+ArrowUp"]],
])("names %s on a Mac", (_, event, names) => {
  expect(combinationsOf(event, true)).toEqual(names);
});

it.each([
  ["a letter", pressed("x", "KeyX"), "X"],
  ["a letter with Shift", pressed("X", "KeyX", "s"), "Shift+X"],
  ["a Cyrillic letter", pressed("м", "KeyV"), "V"],
  ["Alt and a digit on a French keyboard", pressed("&", "Digit1", "a"), "Alt+1"],
  ["a sign", pressed("!", "Digit1", "s"), "!"],
  ["a modifier alone", pressed("Control", "ControlLeft", "c"), null],
])("takes %s as a new key", (_, event, combination) => {
  expect(chosenCombination(event, false)).toBe(combination);
});

it("knows what would be typing", () => {
  expect(["1", "Shift+M", "Alt+.", "Enter", "Mod+K", "F6", "Shift+F3", "Ctrl+Shift+ArrowUp"].map(isTyped)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

it.each([
  ["Mod+Shift+Z", "Ctrl+Shift+Z", "⌘+Shift+Z"],
  ["Alt+Shift+ArrowLeft", "Alt+Shift+←", "Alt+Shift+←"],
  ["+", "+", "+"],
  ["Mod++", "Ctrl++", "⌘++"],
])("shows %s as %s", (combination, elsewhere, apple) => {
  expect(shownKey(combination, false)).toBe(elsewhere);
  expect(shownKey(combination, true)).toBe(apple);
});
