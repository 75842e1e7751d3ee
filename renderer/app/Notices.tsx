import { openSources } from "../../annotations/model/project.ts";
import { saver } from "../session/changes.ts";
import { setDesk, useDesk } from "../session/desk.ts";

/** Everything that needs the analyst's eye but not at once: what could not be saved, what was refused, what was guessed. */
export function Notices() {
  const saving = useDesk((state) => state.saving);
  const notice = useDesk((state) => state.notice);
  return (
    <div className="notices" aria-live="assertive">
      {saving.kind === "failed" && (
        <p className="notice bad">
          <span>
            <strong>Not saved.</strong> {saving.message} Your changes are still here.
          </span>
          <button type="button" onClick={() => saver.retry()}>
            Try again
          </button>
        </p>
      )}
      {notice !== null && (
        <p className="notice">
          <span>{notice}</span>
          <button type="button" onClick={() => setDesk({ notice: null })}>
            Dismiss
          </button>
        </p>
      )}
      <Guesses />
    </div>
  );
}

function Guesses() {
  const project = useDesk((state) => state.project);
  const guessed = openSources(project).filter((source) => source.guessed.length > 0);
  const [first] = guessed;
  if (!first) return null;
  const articles = guessed.length === 1 ? "one article were" : `${guessed.length} articles were`;
  return (
    <p className="notice">
      <span>
        The details of {articles} read off the text. Check that they are right; what is not known stays empty.
      </span>
      <button type="button" onClick={() => setDesk({ dialog: { kind: "sources", sourceId: first.id } })}>
        Check details
      </button>
    </p>
  );
}
