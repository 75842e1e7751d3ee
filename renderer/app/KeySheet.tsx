import { Key } from "../controls/Key.tsx";
import { keyName } from "../controls/keyboard.ts";
import { Modal } from "../controls/Modal.tsx";
import { KEY_GROUPS } from "./keys.ts";

/** Every key on one sheet. */
export function KeySheet() {
  return (
    <Modal title="Keys" size="wide">
      <div className="key-sheet">
        {KEY_GROUPS.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.lines.map(({ keys, does }) => (
                <div key={keys}>
                  <dt>
                    <Key>{keys}</Key>
                  </dt>
                  <dd>{keyName(does)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
