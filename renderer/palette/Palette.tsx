import { Dialog } from "@base-ui/react/dialog";
import { type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import { MOST_USED_ACTIONS } from "../../annotations/api/contract.ts";
import { findAction } from "../actions/registry.ts";
import { ListKeys } from "../controls/ListKeys.tsx";
import { desk } from "../session/desk.ts";
import { prefer } from "../session/preferring.ts";
import { type Entry, sectionsFor } from "./entries.ts";
import { beforePalette, leavePalette } from "./opening.ts";
import { PaletteList } from "./PaletteList.tsx";
import "./palette.css";

/** Every action by its name, with its key; claims and articles too once something is typed. */
export function Palette() {
  const field = useRef<HTMLInputElement>(null);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && leavePalette()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="palette" initialFocus={field} finalFocus={false} aria-label="All actions">
          <PaletteBody field={field} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteBody({ field }: { readonly field: React.RefObject<HTMLInputElement | null> }) {
  const list = useId();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const sections = useMemo(() => sectionsFor(query, beforePalette()), [query]);
  const entries = useMemo(() => sections.flatMap((section) => section.entries), [sections]);
  const active = entries[at];
  return (
    <>
      <input
        ref={field}
        type="text"
        role="combobox"
        className="palette-field"
        aria-label="Find an action, a claim or an article"
        aria-expanded="true"
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={active ? optionId(list, active) : undefined}
        placeholder="What do you want to do?"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => onKey(event, entries, at, setAt)}
      />
      <PaletteList id={list} sections={sections} active={active} optionId={optionId} onChoose={choose} />
      {entries.length === 0 && <p className="hint">No action, claim or article is called that.</p>}
      <p className="palette-foot">
        <ListKeys take="do it" leave="leave" />
        <span className="grow" />
        <span role="status">
          {active?.reason ?? `${entries.length} ${entries.length === 1 ? "action" : "actions"}`}
        </span>
      </p>
    </>
  );
}

function optionId(list: string, entry: Entry): string {
  return `${list}-${entry.id}`.replaceAll(" ", "-");
}

function onKey(event: KeyboardEvent, entries: readonly Entry[], at: number, go: (place: number) => void): void {
  const last = entries.length - 1;
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: at >= last ? 0 : at + 1,
    ArrowUp: at <= 0 ? last : at - 1,
    PageDown: Math.min(at + PAGE, last),
    PageUp: Math.max(at - PAGE, 0),
  };
  const target = targets[event.key];
  if (target !== undefined) go(Math.max(target, 0));
  else if (event.key === "Enter") choose(entries[at]);
  else if (findAction(event.nativeEvent, ["everywhere"])?.action.id === "palette.open") leavePalette();
  else return;
  event.preventDefault();
  // The page, whose keys count again once the palette is gone, must not take it for its own.
  event.stopPropagation();
}

/** By how many entries Page Up and Page Down go. */
const PAGE = 8;

/** Does what was chosen, unless it cannot be done: then the reason stands there. */
function choose(entry: Entry | undefined): void {
  if (!entry || entry.reason !== null) return;
  const used = desk().preferences.usedActions ?? [];
  leavePalette(() => entry.run());
  prefer({ usedActions: [entry.id, ...used.filter((id) => id !== entry.id)].slice(0, MOST_USED_ACTIONS) });
}
