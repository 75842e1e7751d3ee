import { Key } from "../controls/Key.tsx";
import { Modal } from "../controls/Modal.tsx";
import { keyGroups } from "./keys.ts";

/** Every key on one sheet. */
export function KeySheet() {
  return (
    <Modal title="Keys" size="wide">
      <div className="key-sheet">
        {keyGroups().map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.lines.map(({ keys, does }) => (
                <div key={does}>
                  <dt>
                    {keys.map((key) => (
                      <Key key={key}>{key}</Key>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
