import type { Mark } from "../../annotations/model/mark.ts";
import { ATTITUDES, CERTAINTIES, CONFIDENCES, TAG_LENGTHS, type Tag, VOICES } from "../../annotations/model/tag.ts";
import { ActionKey } from "../actions/ActionKey.tsx";
import { Choice } from "../controls/Choice.tsx";
import { StanceButtons } from "../controls/StanceButtons.tsx";
import { TextField } from "../controls/TextField.tsx";
import { setDesk, useDesk } from "../session/desk.ts";
import { claimOf, isReadOnly } from "../session/selectors.ts";
import { SpeakerField } from "../speakers/SpeakerField.tsx";
import { FigureLine } from "./FigureLine.tsx";
import { changeTag, removeTag } from "./marking.ts";

const VOICE_WORDS: Readonly<Record<Tag["voice"], string>> = {
  own: "the article itself",
  "quoted-direct": "quoted, direct",
  "quoted-indirect": "quoted, indirect",
  document: "a document",
  unnamed: "an unnamed source",
};

interface Props {
  readonly mark: Mark;
  readonly tag: Tag;
}

/** Everything that one tag says, each field changed in place and each change one step that can be undone. */
export function TagForm({ mark, tag }: Props) {
  const readOnly = useDesk(isReadOnly);
  const change = (name: string, part: Partial<Tag>) => changeTag(mark.id, tag.id, `changing the ${name}`, part);
  return (
    <fieldset className="tag-form" disabled={readOnly} aria-label="Tag">
      <ClaimLine mark={mark} tag={tag} />
      <StanceButtons layout="tall" chosen={tag.stance} onChoose={(stance) => change("stance", { stance })} />
      <div className="fields">
        <Choice
          label="Voice"
          value={tag.voice}
          options={VOICES}
          words={VOICE_WORDS}
          onChoose={(voice) => change("voice", { voice })}
        />
        {tag.voice !== "own" && <QuotedFields tag={tag} change={change} />}
        <Choice
          label="Certainty"
          value={tag.certainty}
          options={CERTAINTIES}
          onChoose={(certainty) => change("certainty", { certainty })}
        />
        <Choice
          label="Confidence"
          value={tag.confidence}
          options={CONFIDENCES}
          onChoose={(confidence) => change("confidence", { confidence })}
        />
        <FigureLine mark={mark} tag={tag} />
        <TextField
          label="Note"
          value={tag.note}
          maxLength={TAG_LENGTHS.note}
          multiline
          onChange={(note) => change("note", { note })}
        />
      </div>
      <button type="button" className="quiet remove-tag" onClick={() => removeTag(mark.id, tag.id)}>
        Remove this tag
      </button>
    </fieldset>
  );
}

function ClaimLine({ mark, tag }: Props) {
  const claim = useDesk((state) => claimOf(state, tag.claimId));
  return (
    <div className="claim-line">
      <span className="claim-label">{claim?.displayLabel ?? "?"}</span>
      <strong dir="auto">{claim?.text ?? "A claim that is not in this project"}</strong>
      <button
        type="button"
        onClick={() => setDesk({ picking: { kind: "change-claim", markId: mark.id, tagId: tag.id } })}
      >
        Change <ActionKey id="mark.claim" />
      </button>
    </div>
  );
}

interface QuotedProps {
  readonly tag: Tag;
  change(name: string, part: Partial<Tag>): void;
}

/** Who is quoted, and how the article stands to it. */
function QuotedFields({ tag, change }: QuotedProps) {
  return (
    <>
      <SpeakerField value={tag.speaker} onChange={(speaker) => change("speaker", { speaker })} />
      <Choice
        label="Article"
        value={tag.attitude}
        options={ATTITUDES}
        onChoose={(attitude) => change("attitude", { attitude })}
      />
    </>
  );
}
