import { expect, it } from "vitest";
import { acceleratorFor } from "./accelerator.ts";

it.each([
  ["Mod+Shift+Z", "CmdOrCtrl+Shift+Z"],
  ["Alt+Shift+ArrowLeft", "Alt+Shift+Left"],
  ["Mod++", "CmdOrCtrl+Plus"],
  ["+", "Plus"],
  ["?", "?"],
  ["F6", "F6"],
  ["Meta+K", "Super+K"],
  ["Mod+Я", undefined],
  ["AudioVolumeUp", undefined],
])("writes %s as %s", (combination, accelerator) => {
  expect(acceleratorFor(combination)).toBe(accelerator);
});
