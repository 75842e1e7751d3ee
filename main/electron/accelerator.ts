const NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: "Left",
  ArrowRight: "Right",
  ArrowUp: "Up",
  ArrowDown: "Down",
  Escape: "Esc",
  "+": "Plus",
};

/** Keys that the page names in its way as Electron names them; undefined for those that Electron has no name for. */
export function acceleratorFor(combination: string): string | undefined {
  const [, held = "", key = ""] = /^((?:[A-Za-z]+\+)*)(.+)$/u.exec(combination) ?? [];
  const name = NAMES[key] ?? key;
  const isKnown =
    /^(?:[A-Z0-9]|F\d{1,2}|[!-/:-@[-`{-~]|Plus|Space|Tab|Left|Right|Up|Down|Home|End|PageUp|PageDown|Insert|Delete|Backspace|Enter|Esc)$/;
  return isKnown.test(name) ? `${held.replace("Mod+", "CmdOrCtrl+").replace("Meta+", "Super+")}${name}` : undefined;
}
