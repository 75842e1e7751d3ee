import { useState } from "react";
import { type Action, GROUPS, type Group } from "../actions/action.ts";
import { allActions } from "../actions/registry.ts";
import { Key } from "../controls/Key.tsx";
import { Modal } from "../controls/Modal.tsx";
import { useDesk } from "../session/desk.ts";
import { prefer } from "../session/preferring.ts";
import { ActionLine } from "./ActionLine.tsx";
import { FIXED_KEYS } from "./keys.ts";

/** Every key on one sheet, where each that belongs to an action can be changed. */
export function KeySheet() {
  const [capturing, setCapturing] = useState<Action["id"] | null>(null);
  return (
    <Modal title="Keys" size="wide">
      <SheetHead />
      <div className="key-sheet">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              <FixedLines group={group} />
              {allActions()
                .filter((action) => action.group === group)
                .map((action) => (
                  <ActionLine
                    key={action.id}
                    action={action}
                    isCapturing={capturing === action.id}
                    capture={(begins) => setCapturing(begins ? action.id : null)}
                  />
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

function SheetHead() {
  const changed = useDesk((state) => Object.keys(state.preferences.keys ?? {}).length);
  return (
    <div className="key-sheet-head">
      <p className="hint">Choose a key to change it, then press the new one. Keys without a frame stay as they are.</p>
      <button type="button" className="quiet" disabled={changed === 0} onClick={() => prefer({ keys: {} })}>
        Reset all keys
      </button>
    </div>
  );
}

function FixedLines({ group }: { readonly group: Group }) {
  return FIXED_KEYS[group].map(({ keys, does }) => (
    <div key={does} className="key-line">
      <dt className="fixed-keys">
        {keys.map((key) => (
          <Key key={key}>{key}</Key>
        ))}
      </dt>
      <dd>{does}</dd>
    </div>
  ));
}
