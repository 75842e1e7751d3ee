import { useState } from "react";
import { useDesk } from "../session/desk.ts";
import { saveAgain } from "../session/remedy.ts";
import type { Saving } from "../session/saver.ts";
import { downloadCopy, saveCopy } from "../session/saving-copy.ts";

/** What could not be saved, why, and what to do. It stands below the texts, so that they stay where they are. */
export function UnsavedBar() {
  const saving = useDesk((state) => state.saving);
  return saving.kind === "failed" ? <Unsaved saving={saving} /> : null;
}

function Unsaved({ saving }: { readonly saving: Extract<Saving, { kind: "failed" }> }) {
  const reason = useDesk(({ access }) => (access.kind === "read-only" ? access.reason : null));
  // The bar above the texts says that already.
  const message = saving.message === reason ? "" : saving.message;
  return (
    <div className="unsaved-bar">
      <p>
        <strong>Not saved.</strong> {message}
        {saving.answered && " Your changes are kept in this window: leave it open until they are saved."}
      </p>
      <button type="button" disabled={saving.retrying} onClick={() => void saveAgain()}>
        Try again
      </button>
      {saving.answered ? <SaveCopy /> : <DownloadCopy />}
    </div>
  );
}

function SaveCopy() {
  const [busy, setBusy] = useState(false);
  const save = () => {
    setBusy(true);
    void saveCopy().finally(() => setBusy(false));
  };
  return (
    <button type="button" disabled={busy} onClick={save}>
      Save a copy…
    </button>
  );
}

/** Where there is no host to write a copy, a browser can; the desktop shell lets no page do so. */
function DownloadCopy() {
  const inBrowser = useDesk((state) => state.host.kind === "web");
  if (!inBrowser) return null;
  return (
    <button type="button" onClick={downloadCopy}>
      Download a copy
    </button>
  );
}
