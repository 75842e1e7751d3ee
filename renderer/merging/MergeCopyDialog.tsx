import { useEffect, useRef, useState } from "react";
import { closeDialog, Modal } from "../controls/Modal.tsx";
import { useDesk } from "../session/desk.ts";
import { CopyChooser } from "./CopyChooser.tsx";
import { CopyPreview } from "./CopyPreview.tsx";
import { type Chosen, forgetCopy, type StagedCopy } from "./merge-copy.ts";
import "./merging.css";

/** Brings a colleague's copy of the project in: choose it, look at what it would change, merge it. */
export function MergeCopyDialog() {
  const [staged, setStaged] = useState<StagedCopy | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [stopping, setStopping] = useState<AbortController | null>(null);
  const waiting = useRef<StagedCopy | null>(null);
  useEffect(() => () => void (waiting.current && forgetCopy(waiting.current)), []);
  const put = (copy: StagedCopy | null) => {
    if (waiting.current && waiting.current !== copy) forgetCopy(waiting.current);
    waiting.current = copy;
    setStaged(copy);
  };
  const take = (work: (progress: (words: string) => void, stop: AbortSignal) => Promise<Chosen>) => {
    const controller = new AbortController();
    setStopping(controller);
    setRefused(null);
    setBusy("Reading…");
    void work(setBusy, controller.signal)
      .then((chosen) => {
        setRefused(chosen.refused);
        if (chosen.staged) put(chosen.staged);
      })
      .finally(() => {
        setBusy(null);
        setStopping(null);
      });
  };
  return (
    <Modal title="Merge a colleague’s copy" size={staged ? "wide" : "narrow"} changes>
      <section className="merge-copy" aria-label="Merge">
        {!staged && <CopyChooser busy={busy !== null} onTake={take} />}
        <div className="merge-progress" hidden={busy === null}>
          <p className="hint" role="status">
            {busy}
          </p>
          {stopping && busy !== "Reading…" && (
            <button type="button" onClick={() => stopping.abort()}>
              Stop
            </button>
          )}
        </div>
        {refused !== null && (
          <p className="problem" role="alert">
            {refused}
          </p>
        )}
        {staged && (
          <CopyPreview
            key={staged.id}
            copy={staged}
            onBack={() => put(null)}
            onMerged={() => {
              waiting.current = null;
              closeDialog();
            }}
          />
        )}
        {!staged && <Foot />}
      </section>
    </Modal>
  );
}

function Foot() {
  const name = useDesk((state) => state.folder);
  return (
    <div className="modal-actions">
      <span className="grow hint">
        Into <bdi>{name}</bdi>
      </span>
      <button type="button" onClick={closeDialog}>
        Cancel
      </button>
    </div>
  );
}
