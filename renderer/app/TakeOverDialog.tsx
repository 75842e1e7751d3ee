import { useState } from "react";
import { closeDialog, Modal } from "../controls/Modal.tsx";
import { useDesk } from "../session/desk.ts";
import { remedy } from "../session/remedy.ts";

/** Asks once before the set is taken from whoever holds it, since that ends what the other may do. */
export function TakeOverDialog() {
  const name = useDesk((state) => state.analyst.name);
  const [busy, setBusy] = useState(false);
  const takeOver = () => {
    setBusy(true);
    void remedy("take-over")
      .then((helped) => helped && closeDialog())
      .finally(() => setBusy(false));
  };
  return (
    <Modal title="Take over here?">
      <p>
        From then on the marks of <bdi>{name}</bdi> are changed in this window, and the other window can no longer save.
        What it has saved so far stays and is shown here. What it has not saved yet stays in it, to be saved when you
        take over there again, or to be written to a copy.
      </p>
      <p className="hint">If the other window is still in use, finish there and close it instead.</p>
      <div className="modal-actions">
        <button type="button" onClick={closeDialog}>
          Cancel
        </button>
        <button type="button" className="primary" disabled={busy} onClick={takeOver}>
          Take over
        </button>
      </div>
    </Modal>
  );
}
