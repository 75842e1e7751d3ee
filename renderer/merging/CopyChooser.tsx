import { useDesk } from "../session/desk.ts";
import { askForCopy, type Chosen, stageFile, stageFolder } from "./merge-copy.ts";

interface Props {
  readonly busy: boolean;
  onTake(work: (progress: (words: string) => void, stop: AbortSignal) => Promise<Chosen>): void;
}

/** Asks for the copy: its folder, or one file. Says what may be merged, and what happens then. */
export function CopyChooser({ busy, onTake }: Props) {
  const dialogs = useDesk((state) => state.host.dialogs);
  return (
    <>
      <p>
        A colleague has worked in a copy of this project? Merge it here: their marks, claims and findings join yours,
        and so do articles that only they have.
      </p>
      <ul className="merge-takes">
        <li>the folder of their copy, or</li>
        <li>their export of it as JSON, or the file of one annotation set (annotations/….json).</li>
      </ul>
      <div className="merge-choices">
        {dialogs ? (
          <>
            <button
              type="button"
              className="primary"
              disabled={busy}
              onClick={() => onTake(() => askForCopy("folder"))}
            >
              Choose folder…
            </button>
            <button type="button" disabled={busy} onClick={() => onTake(() => askForCopy("file"))}>
              Choose file…
            </button>
          </>
        ) : (
          <BrowserChoices onTake={onTake} />
        )}
      </div>
      <p className="hint">
        You see first what would be added, what is the same, and what is in conflict. Nothing of yours is lost, nothing
        is there twice, and Undo takes all of it back.
      </p>
    </>
  );
}

function BrowserChoices({ onTake }: Pick<Props, "onTake">) {
  return (
    <>
      <label className="button primary">
        Choose folder…
        <input
          type="file"
          className="sr-only"
          multiple
          ref={(input) => {
            if (input) input.webkitdirectory = true;
          }}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = "";
            if (files.length > 0) onTake((progress, stop) => stageFolder(files, progress, stop));
          }}
        />
      </label>
      <label className="button">
        Choose file…
        <input
          type="file"
          className="sr-only"
          accept=".json,application/json"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = "";
            if (file) onTake(() => stageFile(file));
          }}
        />
      </label>
    </>
  );
}
