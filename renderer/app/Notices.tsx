import { openSources } from "../../annotations/model/project.ts";
import { Notice } from "../controls/Notice.tsx";
import { setDesk, useDesk } from "../session/desk.ts";
import { AccessBar } from "./AccessBar.tsx";
import { FileReportBar } from "./FileReportBar.tsx";

/** Everything that needs the analyst's eye but not at once. While a dialog is open, it shows what was refused. */
export function Notices() {
  const dialogOpen = useDesk((state) => state.dialog !== null);
  return (
    <div className="notices">
      <AccessBar />
      <FileReportBar />
      {!dialogOpen && <Notice besideReason />}
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
