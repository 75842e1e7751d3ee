import { useState } from "react";
import type { MergePreview } from "../../annotations/merging/merge-preview.ts";
import { mergeWords, ofPreview } from "../../annotations/merging/merge-words.ts";
import type { Take } from "../../annotations/merging/merged-items.ts";
import { closeDialog } from "../controls/Modal.tsx";
import { useDesk } from "../session/desk.ts";
import { isReadOnly } from "../session/selectors.ts";
import { ConflictList } from "./ConflictList.tsx";
import { mergeCopy, type StagedCopy } from "./merge-copy.ts";
import { PreviewTable } from "./PreviewTable.tsx";

interface Props {
  readonly copy: StagedCopy;
  onBack(): void;
  onMerged(): void;
}

/** What merging a copy would do, and the decision. */
export function CopyPreview({ copy, onBack, onMerged }: Props) {
  const { name, preview } = copy;
  const [take, setTake] = useState<Take>("ours");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const readOnly = useDesk(isReadOnly);
  const changes = preview.changes[take];
  const merge = () => {
    setBusy(true);
    void mergeCopy(copy, take)
      .then((reason) => (reason === null ? onMerged() : setFailure(reason)))
      .finally(() => setBusy(false));
  };
  return (
    <>
      <div className="merge-preview">
        <p>
          <b>
            <bdi>{name}</bdi>
          </b>{" "}
          beside this project. Nothing is changed yet.
        </p>
        <PreviewTable sets={preview.sets} />
        <Shared preview={preview} />
        {preview.conflictCount > 0 && <ConflictList preview={preview} take={take} onTake={setTake} />}
      </div>
      {failure !== null && (
        <p className="problem" role="alert">
          {failure}
        </p>
      )}
      <div className="modal-actions">
        <button type="button" disabled={busy} onClick={onBack}>
          Choose another
        </button>
        <span className="grow hint" role="status">
          {busy ? "Merging…" : changes ? "" : unchangedWords(preview)}
        </span>
        <button type="button" disabled={busy} onClick={closeDialog}>
          Cancel
        </button>
        <button type="button" className="primary" disabled={busy || readOnly || !changes} onClick={merge}>
          {changes ? `Merge ${mergeWords(ofPreview(preview), take)}` : "Merge"}
        </button>
      </div>
    </>
  );
}

function unchangedWords({ conflictCount }: MergePreview): string {
  return conflictCount > 0 ? "Nothing to add: what is in conflict stays as it is here." : "All of it is here already.";
}

/** What all analysts share: articles, speakers, and what stays. */
function Shared({ preview: { sources, speakers, stays } }: { readonly preview: MergePreview }) {
  const same = sources.same > 0 ? [`${sources.same} the same, by their SHA-256`] : [];
  const added = sources.added.length > 0 ? [`${sources.added.length} new: ${sources.added.join(", ")}`] : [];
  const lines = [
    ["Articles", [...same, ...added].join("; ")],
    ["New speakers", speakers.join(", ")],
    ["Stays as it is here", stays.join(", ")],
  ].filter(([, words]) => words !== "");
  if (lines.length === 0) return null;
  return (
    <dl className="merge-shared">
      {lines.map(([term, words]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
