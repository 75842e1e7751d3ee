import { useId, useState } from "react";
import { revisionOf } from "../../annotations/commands/apply.ts";
import type { ReviseSource } from "../../annotations/commands/command.ts";
import type { SourceId } from "../../annotations/model/id.ts";
import { openSources } from "../../annotations/model/project.ts";
import { AGENCY_LENGTH, SOURCE_NOTE_LENGTH, type Source, sourceName } from "../../annotations/model/source.ts";
import { closeDialog, Modal } from "../controls/Modal.tsx";
import { perform, stamp } from "../session/changes.ts";
import { desk, useDesk } from "../session/desk.ts";
import { isReadOnly } from "../session/selectors.ts";
import { ArticleForm, isComplete } from "./ArticleForm.tsx";
import { ArticleTabs } from "./ArticleTabs.tsx";
import "./sources.css";

/** The details of the articles in the project, to be corrected and confirmed. */
export function SourcesDialog({ first }: { readonly first: SourceId | null }) {
  const project = useDesk((state) => state.project);
  const sources = [...openSources(project), ...project.sources.filter((source) => source.removed)];
  const [chosen, setChosen] = useState<string>(first ?? sources[0]?.id ?? "");
  const source = sources.find((candidate) => candidate.id === chosen);
  const articles = sources.map((candidate) => ({
    id: candidate.id,
    name: candidate.title || candidate.originalName,
    remark: remarkOn(candidate),
  }));
  return (
    <Modal title="Details of the articles" size="wide" changes>
      <div className="articles-dialog">
        <ArticleTabs articles={articles} chosen={chosen} onChoose={setChosen} />
        {source && (
          <SourceForm key={source.id} source={source} onConfirmed={() => setChosen(nextToCheck() ?? chosen)} />
        )}
      </div>
    </Modal>
  );
}

function remarkOn(source: Source): string {
  if (source.removed) return "taken out of the project";
  return source.guessed.length > 0 ? "to be checked" : sourceName(source);
}

interface FormProps {
  readonly source: Source;
  onConfirmed(): void;
}

function SourceForm({ source, onConfirmed }: FormProps) {
  const [draft, setDraft] = useState(() => unchanged(source));
  const readOnly = useDesk(isReadOnly);
  return (
    <form
      className="source-form"
      onSubmit={(event) => {
        event.preventDefault();
        // Confirming makes every field the analyst's own word.
        const { removed, order } = source;
        if (!perform("correcting the details", { ...draft, ...stamp(), removed, order, guessed: [] })) return;
        if (nextToCheck() === undefined) closeDialog();
        else onConfirmed();
      }}
    >
      <ArticleForm
        text={source.text}
        blocks={source.blocks}
        draft={draft}
        onChange={(change) => setDraft({ ...draft, ...change, boilerplate: [...change.boilerplate] })}
      />
      <SourceAgency
        value={draft.agency ?? ""}
        onChange={(agency) => setDraft({ ...draft, agency: agency.trim() === "" ? null : agency })}
      />
      <SourceNote
        value={draft.note ?? ""}
        onChange={(note) => setDraft({ ...draft, note: note.trim() === "" ? null : note })}
      />
      <div className="modal-actions">
        {source.removed && (
          <button type="button" disabled={readOnly} onClick={() => bringBack(source)}>
            Bring back
          </button>
        )}
        <ConfirmAll />
        <span className="grow" />
        <button type="button" onClick={closeDialog}>
          Cancel
        </button>
        <button type="submit" className="primary" disabled={readOnly || !isComplete(draft)}>
          {source.guessed.length > 0 ? "Confirm" : "Save"}
        </button>
      </div>
    </form>
  );
}

interface RemarkProps {
  readonly value: string;
  onChange(value: string): void;
}

/** Whose text the article prints; with those that print the same agency's it is one origin. */
function SourceAgency({ value, onChange }: RemarkProps) {
  const id = useId();
  return (
    <div className="source-note">
      <label htmlFor={id}>Agency whose text it prints</label>
      <input
        id={id}
        type="text"
        dir="auto"
        maxLength={AGENCY_LENGTH}
        placeholder="For example AFP; articles with the same agency are one origin"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

/** What all analysts note about the article as a whole. */
function SourceNote({ value, onChange }: RemarkProps) {
  const id = useId();
  return (
    <div className="source-note">
      <label htmlFor={id}>Note on the article</label>
      <textarea
        id={id}
        rows={2}
        dir="auto"
        maxLength={SOURCE_NOTE_LENGTH}
        placeholder="For example who wrote it for whom, or what it leaves out"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

/** A revision that leaves a source as it is. */
function unchanged(source: Source): ReviseSource {
  return revisionOf(desk().project, { ...stamp(), sourceId: source.id });
}

function bringBack(source: Source): void {
  perform("bringing back an article", { ...unchanged(source), removed: false });
}

/** For those who have looked at all of them already. */
function ConfirmAll() {
  const guessed = useDesk((state) => openSources(state.project).filter((source) => source.guessed.length > 0).length);
  const readOnly = useDesk(isReadOnly);
  if (guessed < 2) return null;
  return (
    <button
      type="button"
      disabled={readOnly}
      onClick={() => {
        const toConfirm = openSources(desk().project).filter((source) => source.guessed.length > 0);
        perform("confirming the details", ...toConfirm.map((source) => ({ ...unchanged(source), guessed: [] })));
        closeDialog();
      }}
    >
      Confirm all {guessed} as they are
    </button>
  );
}

function nextToCheck(): SourceId | undefined {
  return openSources(desk().project).find((source) => source.guessed.length > 0)?.id;
}
