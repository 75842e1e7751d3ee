import { Key } from "./Key.tsx";
import { KEY_GROUPS } from "./keys.ts";
import { Modal } from "./Modal.tsx";

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
