import { useMemo, useState } from "react";
import type { Input } from "../../annotations/api/contract.ts";
import { type ExportChoice, exportRequest } from "../../annotations/exchange/export-choice.ts";
import type { WritableFormat } from "../../annotations/exchange/format.ts";
import { EXPORT_FORMATS, exportFormat } from "../../annotations/exchange/formats.ts";
import { exportHindrance } from "../../annotations/exchange/going-out.ts";
import { annotationSetJson } from "../../annotations/exchange/json/annotation-set-json.ts";
import { lossesOf } from "../../annotations/exchange/losses.ts";
import type { AnalystId } from "../../annotations/model/id.ts";
import { Modal } from "../controls/Modal.tsx";
import { blindCount } from "../session/blindness.ts";
import { useDesk } from "../session/desk.ts";
import { client } from "../session/transport.ts";
import { AnalystsChoice } from "./AnalystsChoice.tsx";
import { useExportParts } from "./export-parts.ts";
import { FormatChoice } from "./FormatChoice.tsx";
import { GoingOut } from "./GoingOut.tsx";
import { LossList } from "./LossList.tsx";
import { OptionsChoice } from "./OptionsChoice.tsx";
import { PartChoice } from "./PartChoice.tsx";
import { SavingFoot } from "./SavingFoot.tsx";
import { type Saving, saveFile } from "./saving.ts";
import "./exporting.css";

const WORDS = { working: "Exporting", done: "Exported as", failed: "The export failed" };

/** Choose a format and what goes out, see what the format leaves behind, and save the file. */
export function ExportDialog() {
  const project = useDesk((state) => state.project);
  const analyst = useDesk((state) => state.analyst);
  const dialogs = useDesk((state) => state.host.dialogs);
  const isBlind = useDesk((state) => blindCount(state) > 0);
  const [formatId, setFormat] = useState(annotationSetJson.id);
  const format = exportFormat(formatId) ?? annotationSetJson;
  const [only, setOnly] = useState<AnalystId | null>(isBlind ? analyst.id : null);
  const [options, setOptions] = useState<ReadonlySet<string>>(new Set());
  const [state, setState] = useState<Saving>({ kind: "choosing" });
  const { choice, claims, sources } = useExportParts(only);
  const expected = useMemo(() => lossesOf(exportRequest(project, choice), format.carries), [project, choice, format]);
  const hindrance = useMemo(() => exportHindrance(project, choice, format), [project, choice, format]);
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
          if (hindrance !== null) return;
          setState({ kind: "working" });
          const wish = wishFor(format, choice, options);
          const ways = { save: () => client("export.save", wish), render: () => rendered(wish) };
          void saveFile(ways, dialogs).then(setState);
        }}
      >
        <div className="export-choices">
          <FormatChoice formats={EXPORT_FORMATS} chosen={formatId} onChoose={choose(setFormat)} />
          <div className="export-details">
            <AnalystsChoice only={only} onChoose={choose(setOnly)} />
            <PartChoice name="Claims" {...claims} onChoose={choose(claims.onChoose)} />
            <PartChoice name="Articles" {...sources} onChoose={choose(sources.onChoose)} />
            <OptionsChoice options={format.options ?? []} chosen={options} onChoose={choose(setOptions)} />
            <LossList losses={state.kind === "done" ? state.losses : expected} isDone={state.kind === "done"} />
          </div>
        </div>
        <SavingFoot state={state} words={WORDS} hindrance={hindrance}>
          {hindrance === null && <GoingOut choice={choice} format={format} />}
        </SavingFoot>
      </form>
    </Modal>
  );
}

function wishFor(
  { id, options = [] }: WritableFormat,
  { analysts = [], claims, sources }: ExportChoice,
  chosen: ReadonlySet<string>,
): Input<"export.render"> {
  const own = options.flatMap((option) => (chosen.has(option.id) ? [option.id] : []));
  return {
    ...{ format: id, analysts: [...analysts], options: own },
    ...(claims && { claims: [...claims] }),
    ...(sources && { sources: [...sources] }),
  };
}

async function rendered(wish: Input<"export.render">) {
  const { content, ...file } = await client("export.render", wish);
  return { ...file, content: content.kind === "text" ? content.text : bytesOf(content.base64) };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
