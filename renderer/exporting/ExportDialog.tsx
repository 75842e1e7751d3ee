import { useState } from "react";
import { EXPORT_FORMATS } from "../../annotations/exchange/formats.ts";
import type { AnalystId } from "../../annotations/model/id.ts";
import { closeDialog, Modal } from "../controls/Modal.tsx";
import { useDesk } from "../session/desk.ts";
import { sentenceOf } from "../session/sentence.ts";
import { client } from "../session/transport.ts";
import { offerDownload } from "./download.ts";

/** Choose a format and whose marks, and save the file. */
export function ExportDialog() {
  const analyst = useDesk((state) => state.analyst);
  const sets = useDesk((state) => state.project.sets);
  const dialogs = useDesk((state) => state.host.dialogs);
  const [format, setFormat] = useState(EXPORT_FORMATS[0]?.id ?? "");
  const [everybody, setEverybody] = useState(true);
  const [state, setState] = useState<Progress>({ kind: "choosing" });
  const analysts = everybody ? [] : [analyst.id];
  return (
    <Modal title="Export the annotation set">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setState({ kind: "working" });
          void exportAs(format, analysts, dialogs).then(setState);
        }}
      >
        <fieldset>
          <legend>Format</legend>
          {EXPORT_FORMATS.map(({ id, name, description }) => (
            <label key={id} className="option">
              <input type="radio" name="format" checked={format === id} onChange={() => setFormat(id)} />
              <span>
                <b>{name}</b> {description}
              </span>
            </label>
          ))}
        </fieldset>
        {sets.length > 1 && (
          <fieldset>
            <legend>Whose marks</legend>
            <label className="option">
              <input type="radio" name="analysts" checked={everybody} onChange={() => setEverybody(true)} />
              <span>All analysts ({sets.length})</span>
            </label>
            <label className="option">
              <input type="radio" name="analysts" checked={!everybody} onChange={() => setEverybody(false)} />
              <span>
                Only <bdi>{analyst.name}</bdi>
              </span>
            </label>
          </fieldset>
        )}
        <p className="hint" role="status">
          {wordsFor(state)}
        </p>
        <div className="modal-actions">
          <button type="button" onClick={closeDialog}>
            {state.kind === "done" ? "Close" : "Cancel"}
          </button>
          <button type="submit" className="primary" disabled={state.kind === "working"}>
            {dialogs ? "Save…" : "Download"}
          </button>
        </div>
      </form>
    </Modal>
  );
}

type Progress =
  | { readonly kind: "choosing" }
  | { readonly kind: "working" }
  | { readonly kind: "done"; readonly name: string }
  | { readonly kind: "failed"; readonly message: string };

function wordsFor(state: Progress): string {
  switch (state.kind) {
    case "choosing":
      return "";
    case "working":
      return "Exporting…";
    case "done":
      return `Exported as ${state.name}.`;
    case "failed":
      return `The export failed: ${state.message}`;
    default:
      return state satisfies never;
  }
}

/** Through the system's own dialog where the host has one, else as a download of the browser's. */
async function exportAs(format: string, analysts: AnalystId[], dialogs: boolean): Promise<Progress> {
  try {
    if (dialogs) {
      const { name } = await client("export.save", { format, analysts });
      return name === null ? { kind: "choosing" } : { kind: "done", name };
    }
    const file = await client("export.render", { format, analysts });
    offerDownload(file);
    return { kind: "done", name: file.name };
  } catch (error) {
    return { kind: "failed", message: sentenceOf(error) };
  }
}
