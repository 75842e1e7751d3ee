import { MARK_NOTE_LENGTH, type Mark } from "../../annotations/model/mark.ts";
import { STANCE_SIGNS } from "../../annotations/model/stance.ts";
import { saysTheSame, type Tag } from "../../annotations/model/tag.ts";
import { ActionKey } from "../actions/ActionKey.tsx";
import { OthersHere } from "../comparing/OthersHere.tsx";
import { FlagSign } from "../controls/FlagSign.tsx";
import { TextField } from "../controls/TextField.tsx";
import { markName } from "../reading/labels.ts";
import { focusText } from "../reading/text-views.ts";
import { findElsewhere } from "../search/elsewhere.ts";
import { setDesk, useDesk } from "../session/desk.ts";
import { claimOf, isReadOnly, marksIn } from "../session/selectors.ts";
import { removeMark } from "./bin.ts";
import { beginMoving } from "./boundaries.ts";
import { activate } from "./marking.ts";
import { changeMarkNote, toggleToDiscuss } from "./remarks.ts";
import { repeatable, repeatOnMark, tagName } from "./repeating.ts";
import { TagForm } from "./TagForm.tsx";

/** One mark: its place among the marks here, its quote, its tags, and what can be done with it. */
export function MarkCard({ mark }: { readonly mark: Mark }) {
  const chosen = useDesk((state) => state.activeTag);
  const readOnly = useDesk(isReadOnly);
  const tag = mark.tags.find((candidate) => candidate.id === chosen) ?? mark.tags[0];
  return (
    <div className="mark-card-body">
      <MarksHere mark={mark} />
      <OthersHere mark={mark} />
      <blockquote dir="auto">{mark.ranges.map((range) => range.quote).join(" … ")}</blockquote>
      {mark.tags.length > 1 && <TagTabs mark={mark} chosen={tag} />}
      {tag ? (
        <TagForm key={tag.id} mark={mark} tag={tag} />
      ) : (
        <p className="hint">This mark has no tag yet. Add one to say which claim it speaks to.</p>
      )}
      <Remarks key={mark.id} mark={mark} />
      <div className="card-actions">
        <button
          type="button"
          disabled={readOnly}
          onClick={() => setDesk({ picking: { kind: "new-tag", markId: mark.id } })}
        >
          Add a tag
        </button>
        <RepeatButton mark={mark} />
        <button type="button" disabled={readOnly} onClick={() => moveBoundaries(mark)}>
          Boundaries <ActionKey id="mark.boundaries" />
        </button>
        <button type="button" onClick={() => findElsewhere(mark)}>
          Find elsewhere <ActionKey id="mark.elsewhere" />
        </button>
        <button type="button" className="danger" disabled={readOnly} onClick={() => removeMark(mark.id)}>
          Delete mark <ActionKey id="mark.delete" />
        </button>
      </div>
    </div>
  );
}

/** What is noted about the mark itself, whichever of its tags is shown. */
function Remarks({ mark }: { readonly mark: Mark }) {
  const readOnly = useDesk(isReadOnly);
  return (
    <fieldset className="remarks" disabled={readOnly} aria-label="The mark itself">
      <button
        type="button"
        className="flag"
        aria-pressed={mark.toDiscuss === true}
        onClick={() => toggleToDiscuss(mark.id)}
      >
        <FlagSign /> To discuss <ActionKey id="mark.discuss" />
      </button>
      <div className="fields">
        <TextField
          label="Mark note"
          value={mark.note ?? ""}
          maxLength={MARK_NOTE_LENGTH}
          multiline
          onChange={(note) => changeMarkNote(mark.id, note)}
        />
      </div>
    </fieldset>
  );
}

/** Adds the tag that was used last, where the mark does not say the same. */
function RepeatButton({ mark }: { readonly mark: Mark }) {
  const readOnly = useDesk(isReadOnly);
  const name = useDesk((state) => {
    const tag = repeatable(state, mark.id);
    return tag && !mark.tags.some((own) => saysTheSame(own, tag)) ? tagName(state, tag) : null;
  });
  if (name === null) return null;
  return (
    <button type="button" disabled={readOnly} onClick={() => repeatOnMark(mark.id)}>
      {name} too <ActionKey id="mark.repeat" />
    </button>
  );
}

/** The keys that move them are those of the text. */
function moveBoundaries(mark: Mark): void {
  beginMoving(mark.id);
  focusText(mark.sourceId);
}

/** The marks at the place where the card was opened: a way to each of them. */
function MarksHere({ mark }: { readonly mark: Mark }) {
  const ids = useDesk((state) => state.cardMarks);
  const all = useDesk((state) => marksIn(state, mark.sourceId));
  const here = ids.flatMap((id) => all.find((other) => other.id === id) ?? []);
  if (here.length < 2) return null;
  return (
    <fieldset className="marks-here" aria-label="Marks at this place">
      <span>{here.length} marks here:</span>
      {here.map((other) => (
        <button
          key={other.id}
          type="button"
          aria-pressed={other.id === mark.id}
          className={other.tags[0]?.stance ?? "untagged"}
          onClick={() => activate(other, undefined, true)}
        >
          <MarkName mark={other} />
        </button>
      ))}
    </fieldset>
  );
}

function MarkName({ mark }: { readonly mark: Mark }) {
  return useDesk((state) => markName(mark, (id) => claimOf(state, id)?.displayLabel ?? "?"));
}

function TagTabs({ mark, chosen }: { readonly mark: Mark; readonly chosen: Tag | undefined }) {
  return (
    <fieldset className="tag-tabs" aria-label="Tags of this mark">
      {mark.tags.map((tag) => (
        <button
          key={tag.id}
          type="button"
          className={tag.stance}
          aria-pressed={tag.id === chosen?.id}
          onClick={() => activate(mark, tag.id, true)}
        >
          <TagName tag={tag} />
        </button>
      ))}
    </fieldset>
  );
}

function TagName({ tag }: { readonly tag: Tag }) {
  const label = useDesk((state) => claimOf(state, tag.claimId)?.displayLabel ?? "?");
  return `${label} ${STANCE_SIGNS[tag.stance]}`;
}
