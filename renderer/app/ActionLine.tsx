import { useEffect, useState } from "react";
import type { Action } from "../actions/action.ts";
import { clashes, keysWith, swapping, taking, whyReserved, withKeys } from "../actions/clash.ts";
import { chosenCombination, shownKey } from "../actions/combination.ts";
import { allActions } from "../actions/registry.ts";
import { desk, useDesk } from "../session/desk.ts";
import { prefer } from "../session/preferring.ts";

interface Props {
  readonly action: Action;
  /** Whether the next key that is pressed becomes the action's own. */
  readonly isCapturing: boolean;
  capture(begins: boolean): void;
}

/** An action with its keys, which can be changed here. */
export function ActionLine({ action, isCapturing, capture }: Props) {
  const changed = useDesk((state) => state.preferences.keys);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [wanted, setWanted] = useState<readonly string[] | null>(null);
  const keys = keysWith(changed ?? {}, action);
  const want = (combinations: readonly string[]) => {
    const reason = combinations.map(whyReserved).find((why) => why !== null) ?? null;
    const isDefault = combinations === action.keys;
    setRefusal(isDefault ? null : reason && `${combinations.map((key) => shownKey(key)).join(" ")}: ${reason}`);
    if (reason !== null && !isDefault) return;
    const isFree = clashes(allActions(), changedKeys(), action, combinations).length === 0;
    setWanted(isFree ? null : combinations);
    if (isFree) prefer({ keys: withKeys(changedKeys(), action, combinations) });
  };
  useKeyCapture(isCapturing, (combination) => {
    capture(false);
    if (combination !== null) want([combination]);
  });
  return (
    <div className="key-line">
      <dt>
        <button
          type="button"
          className="key-button"
          aria-pressed={isCapturing}
          onClick={() => {
            setRefusal(null);
            setWanted(null);
            capture(!isCapturing);
          }}
        >
          <span className="sr-only">Change the key of: {action.name}. Now: </span>
          <span className="key-shown">{isCapturing ? "press it…" : <Keys keys={keys} />}</span>
        </button>
      </dt>
      <dd>
        {action.name}
        {changed && Object.hasOwn(changed, action.id) && (
          <button type="button" className="quiet key-reset" onClick={() => want(action.keys)}>
            Reset<span className="sr-only"> the key of: {action.name}</span>
          </button>
        )}
        <div role="status">
          {isCapturing && <span className="sr-only">Press the new key, or Escape to leave it.</span>}
          {refusal !== null && <p className="key-refusal">{refusal}</p>}
          {wanted !== null && <Clash action={action} wanted={wanted} done={() => setWanted(null)} />}
        </div>
      </dd>
    </div>
  );
}

function changedKeys() {
  return desk().preferences.keys ?? {};
}

function spoken(keys: readonly string[]): string {
  return keys.map((key) => shownKey(key)).join(" or ");
}

function Keys({ keys }: { readonly keys: readonly string[] }) {
  if (keys.length === 0) return <span className="no-key">none</span>;
  return keys.map((key) => <kbd key={key}>{shownKey(key)}</kbd>);
}

interface ClashProps {
  readonly action: Action;
  readonly wanted: readonly string[];
  done(): void;
}

/** Says whose key it is, and how both can go on. */
function Clash({ action, wanted, done }: ClashProps) {
  const others = clashes(allActions(), changedKeys(), action, wanted);
  const swapped = swapping(allActions(), changedKeys(), action, wanted);
  const names = others.map(({ name }) => `“${name}”`).join(" and ");
  const settle = (keys: ReturnType<typeof taking>) => {
    prefer({ keys });
    done();
  };
  return (
    <div className="key-clash">
      <p>
        {spoken(wanted)} is already the key of {names}.
      </p>
      {swapped ? (
        <button type="button" onClick={() => settle(swapped)}>
          Swap the two
        </button>
      ) : (
        <button type="button" onClick={() => settle(taking(allActions(), changedKeys(), action, wanted))}>
          Take it from there
        </button>
      )}
      <button type="button" onClick={done}>
        Cancel
      </button>
    </div>
  );
}

/** While it is on, the next combination is not what it usually is; null when it is Escape. */
function useKeyCapture(isOn: boolean, pressed: (combination: string | null) => void): void {
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      event.preventDefault();
      // Neither the sheet nor the page may take it for itself.
      event.stopImmediatePropagation();
      const combination = chosenCombination(event);
      if (combination !== null) pressed(combination === "Escape" ? null : combination);
    };
    window.addEventListener("keydown", onKey, true);
    return () => window.removeEventListener("keydown", onKey, true);
  });
}
