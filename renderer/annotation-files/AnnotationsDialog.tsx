import { type DragEvent, useState } from "react";
import { READ_FORMATS } from "../../annotations/exchange/formats.ts";
import { Choice } from "../controls/Choice.tsx";
import { Modal } from "../controls/Modal.tsx";
import { useDesk } from "../session/desk.ts";
import { client } from "../session/transport.ts";
import { ReadingPreview } from "./ReadingPreview.tsx";
import { CHOOSING, chooseAnnotations, type Staging, stageAnnotations } from "./staging.ts";
import "./annotation-files.css";

/** Brings in annotations that other programs wrote: choose or drop files, see what would be read, decide, read. */
export function AnnotationsDialog() {
  const [staging, setStaging] = useState<Staging>(CHOOSING);
  const [format, setFormat] = useState(RECOGNISED);
  const formatId = format === RECOGNISED ? null : format;
  const take = (work: Promise<Staging>) => {
    setStaging({ kind: "reading" });
    void work.then(setStaging);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    take(stageAnnotations([...event.dataTransfer.files], formatId));
  };
  return (
    <Modal title="Read annotations" size={staging.kind === "read" ? "wide" : "narrow"} changes>
      <section
        className="annotation-files"
        aria-label="Annotations from files"
        onDragOver={(event) => event.preventDefault()}
        onDrop={onDrop}
      >
        {staging.kind === "read" ? (
          <ReadingPreview key={staging.staged.id} staged={staging.staged} onOther={() => setStaging(CHOOSING)} />
        ) : (
          <Chooser
            staging={staging}
            format={format}
            onFormat={setFormat}
            onAsk={() => take(chooseAnnotations(formatId))}
            onFiles={(files) => take(stageAnnotations(files, formatId))}
          />
        )}
      </section>
    </Modal>
  );
}

const RECOGNISED = "";

const FORMAT_WORDS: Readonly<Record<string, string>> = Object.fromEntries([
  [RECOGNISED, "as the file looks"],
  ...READ_FORMATS.map(({ id, name }) => [id, name]),
]);

interface ChooserProps {
  readonly format: string;
  onFormat(format: string): void;
  readonly staging: Exclude<Staging, { kind: "read" }>;
  /** Lets the system's own dialog ask for files. */
  onAsk(): void;
  onFiles(files: readonly File[]): void;
}

function Chooser({ staging, format, onFormat, onAsk, onFiles }: ChooserProps) {
  const dialogs = useDesk((state) => state.host.dialogs);
  return (
    <>
      <div className="file-chooser">
        <p>Drop the file of another program here, or</p>
        {dialogs ? (
          <button type="button" className="primary" onClick={onAsk}>
            Choose files…
          </button>
        ) : (
          <FileField onFiles={onFiles} />
        )}
        <p className="hint">
          Nothing is read before you have seen what becomes of it: what is new, what is here already, and what could not
          be placed in your texts.
        </p>
      </div>
      <p className="one-choice">
        <Choice
          label="Format"
          value={format}
          options={Object.keys(FORMAT_WORDS)}
          words={FORMAT_WORDS}
          onChoose={onFormat}
        />
      </p>
      <div className="import-progress" role="status">
        {staging.kind === "reading" ? (
          <>
            <button type="button" onClick={() => void client("annotations.stop", {})}>
              Stop
            </button>
            <p className="hint">Reading…</p>
          </>
        ) : (
          staging.problem !== null && <p className="problem">{staging.problem}</p>
        )}
      </div>
      <details>
        <summary>Formats that can be read ({READ_FORMATS.length})</summary>
        <ul className="known-formats">
          {READ_FORMATS.map(({ id, name, description }) => (
            <li key={id}>
              <b>{name}</b> {description}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** Where a format is several files, all of them are chosen together. */
function FileField({ onFiles }: Pick<ChooserProps, "onFiles">) {
  return (
    <label className="button primary">
      Choose files…
      <input
        type="file"
        className="sr-only"
        multiple
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
    </label>
  );
}
