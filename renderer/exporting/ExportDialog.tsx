import { useMemo, useState } from "react";
import type { Input } from "../../annotations/api/contract.ts";
import { exportRequest } from "../../annotations/exchange/export-choice.ts";
import { EXPORT_FORMATS, exportFormat } from "../../annotations/exchange/formats.ts";
import { lossesOf } from "../../annotations/exchange/losses.ts";
import type { AnalystId } from "../../annotations/model/id.ts";
import { Modal } from "../controls/Modal.tsx";
import { blindCount } from "../session/blindness.ts";
import { useDesk } from "../session/desk.ts";
import { client } from "../session/transport.ts";
import { AnalystsChoice } from "./AnalystsChoice.tsx";
import { FormatChoice } from "./FormatChoice.tsx";
import { LossList } from "./LossList.tsx";
import { OptionsChoice } from "./OptionsChoice.tsx";
import { SavingFoot } from "./SavingFoot.tsx";
import { type Saving, saveFile } from "./saving.ts";
import "./exporting.css";

const WORDS = { working: "Exporting", done: "Exported as", failed: "The export failed" };

/** Choose a format and whose marks, see what the format leaves behind, and save the file. */
export function ExportDialog() {
  const project = useDesk((state) => state.project);
  const analyst = useDesk((state) => state.analyst);
  const dialogs = useDesk((state) => state.host.dialogs);
  const isBlind = useDesk((state) => blindCount(state) > 0);
  const [format, setFormat] = useState(EXPORT_FORMATS[0]?.id ?? "");
  const [only, setOnly] = useState<AnalystId | null>(isBlind ? analyst.id : null);
  const [options, setOptions] = useState<ReadonlySet<string>>(new Set());
  const [state, setState] = useState<Saving>({ kind: "choosing" });
  const chosen = exportFormat(format);
  const expected = useMemo(
    () => (chosen ? lossesOf(exportRequest(project, { analysts: only ? [only] : undefined }), chosen.carries) : []),
    [project, only, chosen],
  );
  const own = (chosen?.options ?? []).filter(({ id }) => options.has(id)).map(({ id }) => id);
  const wish = { format, analysts: only ? [only] : [], options: own };
  const choose =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value);
      setState({ kind: "choosing" });
    };
  return (
    <Modal title="Export the annotation set" size="wide">
      <form
        className="stack exporting"
        onSubmit={(event) => {
          event.preventDefault();
          setState({ kind: "working" });
          const ways = { save: () => client("export.save", wish), render: () => rendered(wish) };
          void saveFile(ways, dialogs).then(setState);
        }}
      >
        <div className="export-choices">
          <FormatChoice formats={EXPORT_FORMATS} chosen={format} onChoose={choose(setFormat)} />
          <div className="export-details">
            <AnalystsChoice only={only} onChoose={choose(setOnly)} />
            <OptionsChoice options={chosen?.options ?? []} chosen={options} onChoose={choose(setOptions)} />
            <LossList losses={state.kind === "done" ? state.losses : expected} isDone={state.kind === "done"} />
          </div>
        </div>
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
