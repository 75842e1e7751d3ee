import { useState } from "react";
import type { Input } from "../../annotations/api/contract.ts";
import { EXPORT_FORMATS } from "../../annotations/exchange/formats.ts";
import { Modal } from "../controls/Modal.tsx";
import { blindCount } from "../session/blindness.ts";
import { useDesk } from "../session/desk.ts";
import { client } from "../session/transport.ts";
import { FormatChoice } from "./FormatChoice.tsx";
import { SavingFoot } from "./SavingFoot.tsx";
import { type Saving, saveFile } from "./saving.ts";

const WORDS = { working: "Exporting", done: "Exported as", failed: "The export failed" };

/** Choose a format and whose marks, and save the file. */
export function ExportDialog() {
  const analyst = useDesk((state) => state.analyst);
  const sets = useDesk((state) => state.project.sets);
  const dialogs = useDesk((state) => state.host.dialogs);
  const [format, setFormat] = useState(EXPORT_FORMATS[0]?.id ?? "");
  const isBlind = useDesk((state) => blindCount(state) > 0);
  const [everybody, setEverybody] = useState(!isBlind);
  const [state, setState] = useState<Saving>({ kind: "choosing" });
  const wish = { format, analysts: everybody ? [] : [analyst.id] };
  return (
    <Modal title="Export the annotation set">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setState({ kind: "working" });
          const ways = { save: () => client("export.save", wish), render: () => rendered(wish) };
          void saveFile(ways, dialogs).then(setState);
        }}
      >
        <FormatChoice formats={EXPORT_FORMATS} chosen={format} onChoose={setFormat} />
        {sets.length > 1 && (
          <fieldset>
            <legend>Whose marks</legend>
            <label className="option">
              <input type="radio" name="analysts" checked={everybody} onChange={() => setEverybody(true)} />
              <span>
                All analysts ({sets.length}){isBlind && ", with the marks that are hidden from you"}
              </span>
            </label>
            <label className="option">
              <input type="radio" name="analysts" checked={!everybody} onChange={() => setEverybody(false)} />
              <span>
                Only <bdi>{analyst.name}</bdi>
              </span>
            </label>
          </fieldset>
        )}
        <SavingFoot state={state} words={WORDS} />
      </form>
    </Modal>
  );
}

async function rendered(wish: Input<"export.render">) {
  const { content, ...file } = await client("export.render", wish);
  return { ...file, content: content.kind === "text" ? content.text : bytesOf(content.base64) };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
