import { type DragEvent, useState } from "react";
import type { RefusedFile } from "../../annotations/intake/staged-file.ts";
import { closeDialog, Modal } from "../controls/Modal.tsx";
import { setDesk, useDesk } from "../session/desk.ts";
import { isReadOnly } from "../session/selectors.ts";
import { ArticleForm, isComplete } from "./ArticleForm.tsx";
import { ArticleTabs } from "./ArticleTabs.tsx";
import { addToProject, chooseFiles, type Intake, NOTHING_STAGED, type StagedArticle, stageFiles } from "./intake.ts";
import "./sources.css";

/** Brings articles in: choose or drop files, look at what was read off them, correct it, add them. */
export function ImportDialog() {
  const [intake, setIntake] = useState<Intake>(NOTHING_STAGED);
  const [busy, setBusy] = useState<string | null>(null);
  const [stopping, setStopping] = useState<AbortController | null>(null);
  const take = (work: (progress: (words: string) => void) => Promise<Intake>) => {
    setBusy("Reading…");
    void work(setBusy)
      .then((more) => setIntake((known) => ({ staged: [...known.staged, ...more.staged], refused: more.refused })))
      .finally(() => {
        setBusy(null);
        setStopping(null);
      });
  };
  const takeFiles = (files: readonly File[]) => {
    const controller = new AbortController();
    if (files.length > 1) setStopping(controller);
    take((progress) => stageFiles(files, progress, controller.signal));
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    takeFiles([...event.dataTransfer.files]);
  };
  return (
    <Modal title="Import articles" size={intake.staged.length > 0 ? "wide" : "narrow"} changes>
      <section className="import" aria-label="Import" onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
        <FileChooser compact={intake.staged.length > 0} onAsk={() => take(chooseFiles)} onFiles={takeFiles} />
        <div className="import-progress">
          {stopping && (
            <button type="button" onClick={() => stopping.abort()}>
              Stop
            </button>
          )}
          <p className="hint" role="status">
            {busy}
          </p>
        </div>
        <Refused files={intake.refused} />
        {intake.staged.length > 0 && <StagedArticles intake={intake} onChange={setIntake} busy={busy !== null} />}
      </section>
    </Modal>
  );
}

interface ChooserProps {
  readonly compact: boolean;
  /** Lets the system's own dialog ask for files. */
  onAsk(): void;
  onFiles(files: readonly File[]): void;
}

function FileChooser({ compact, onAsk, onFiles }: ChooserProps) {
  const dialogs = useDesk((state) => state.host.dialogs);
  return (
    <div className={`file-chooser ${compact ? "compact" : ""}`}>
      {!compact && <p>Drop text files here, or</p>}
      {dialogs ? (
        <button type="button" className={compact ? "" : "primary"} onClick={onAsk}>
          Choose files…
        </button>
      ) : (
        <label className={`button ${compact ? "" : "primary"}`}>
          Choose files…
          <input
            type="file"
            className="sr-only"
            multiple
            accept=".txt,text/plain"
            onChange={(event) => {
              const files = [...(event.target.files ?? [])];
              event.target.value = "";
              onFiles(files);
            }}
          />
        </label>
      )}
      {!compact && (
        <>
          <p className="hint">Plain text (.txt) in UTF-8, up to 64 MB each. The files are copied, never changed.</p>
          <p className="hint">
            Marks that another program made?{" "}
            <button type="button" className="link" onClick={() => setDesk({ dialog: { kind: "annotations" } })}>
              Read annotations
            </button>
          </p>
        </>
      )}
    </div>
  );
}

function Refused({ files }: { readonly files: readonly RefusedFile[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="refused" aria-label="Files that were not read">
      {files.map(({ name, reason }) => (
        <li key={`${name} ${reason}`}>{reason}</li>
      ))}
    </ul>
  );
}

interface StagedProps {
  readonly intake: Intake;
  readonly busy: boolean;
  onChange(intake: Intake): void;
}

function StagedArticles({ intake, busy, onChange }: StagedProps) {
  const { staged } = intake;
  const [chosenId, setChosenId] = useState("");
  const [failure, setFailure] = useState<string | null>(null);
  const readOnly = useDesk(isReadOnly);
  const chosen = staged.find(({ file }) => file.id === chosenId) ?? staged[0];
  const replace = (changed: StagedArticle) =>
    onChange({ ...intake, staged: staged.map((article) => (article.file.id === changed.file.id ? changed : article)) });
  return (
    <>
      <div className="articles-dialog">
        <ArticleTabs
          articles={staged.map(({ file, draft }) => ({
            id: file.id,
            name: draft.metadata.title || file.name,
            remark: file.name,
          }))}
          chosen={chosen?.file.id ?? ""}
          onChoose={setChosenId}
        />
        {chosen && (
          <ArticleForm
            key={chosen.file.id}
            text={chosen.file.text}
            blocks={chosen.file.guess.blocks}
            draft={chosen.draft}
            onChange={(draft) => replace({ ...chosen, draft })}
          />
        )}
      </div>
      {failure !== null && <p className="problem">{failure}</p>}
      <div className="modal-actions">
        {chosen && (
          <button
            type="button"
            onClick={() => onChange({ ...intake, staged: staged.filter((article) => article !== chosen) })}
          >
            Leave this one out
          </button>
        )}
        <span className="grow" />
        <button type="button" onClick={closeDialog}>
          Cancel
        </button>
        <button
          type="button"
          className="primary"
          disabled={busy || readOnly || !staged.every(({ draft }) => isComplete(draft))}
          onClick={() =>
            void addToProject(staged).then((reason) => (reason === null ? closeDialog() : setFailure(reason)))
          }
        >
          Add {staged.length} {staged.length === 1 ? "article" : "articles"}
        </button>
      </div>
    </>
  );
}
