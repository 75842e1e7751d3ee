import { type FormEvent, useId, useState } from "react";
import type { Command } from "../../annotations/commands/command.ts";
import { addAlias, removeSpeaker, renameSpeaker, separateAlias } from "../../annotations/commands/speaker-surgery.ts";
import type { ListedSpeaker } from "../../annotations/model/speaker-list.ts";
import { sameSpeakerKey, speakerKey } from "../../annotations/model/speaker-names.ts";
import { TAG_LENGTHS } from "../../annotations/model/tag.ts";
import { amount } from "../controls/amount.ts";
import { perform, stamp } from "../session/changes.ts";
import { type Desk, useDesk } from "../session/desk.ts";
import { isReadOnly, quotedNamesOf, speakersOf } from "../session/selectors.ts";
import { SpeakerMerge } from "./SpeakerMerge.tsx";
import { amountQuoted } from "./speaker-words.ts";

interface Props {
  readonly speaker: ListedSpeaker;
  /** Is told what was done, in words. */
  onDone(words: string): void;
  /** Is told into whom the speaker was merged. */
  onMerged(name: string): void;
}

/** One speaker: the name, the aliases, and what can be done about them. */
export function SpeakerDetails({ speaker, onDone, onMerged }: Props) {
  const readOnly = useDesk(isReadOnly);
  const act = (step: string, commands: readonly Command[], words: string) => {
    if (perform(step, ...commands)) onDone(words);
  };
  const { name, quoted } = speaker;
  return (
    <fieldset className="stack" disabled={readOnly} aria-label="Names">
      <p className="speaker-amount">
        <bdi>{name}</bdi>: quoted by {amountQuoted(quoted)}
      </p>
      <NameForm
        key={name}
        label="Name"
        action="Rename"
        speaker={speaker}
        value={name}
        onName={(next) =>
          act("renaming a speaker", renameSpeaker(speaker, next, stamp()), `${name} is called ${next} from now on.`)
        }
      />
      <Aliases
        speaker={speaker}
        onSeparate={(alias) =>
          act(
            "taking an alias apart",
            separateAlias(speaker, alias, stamp()),
            `${alias} does not stand for ${name} any more.`,
          )
        }
      />
      <NameForm
        label="Another name"
        action="Add"
        speaker={speaker}
        value=""
        onName={(alias) =>
          act("adding an alias", addAlias(speaker, alias, stamp()), `${alias} stands for ${name} from now on.`)
        }
      />
      <SpeakerMerge
        speaker={speaker}
        onMerge={(commands, kept, words) => {
          if (!perform("merging two speakers", ...commands)) return;
          onMerged(kept.name);
          onDone(words);
        }}
      />
      {quoted.marks.size === 0 && (
        <div className="modal-actions">
          <button
            type="button"
            className="danger"
            onClick={() =>
              act("removing a speaker", removeSpeaker(speaker, stamp()), `${name} is no longer in the list.`)
            }
          >
            Remove from the list
          </button>
        </div>
      )}
    </fieldset>
  );
}

interface NameFormProps {
  readonly label: string;
  readonly action: string;
  readonly speaker: ListedSpeaker;
  readonly value: string;
  onName(name: string): void;
}

/** A name for the speaker, unless it is somebody else's. */
function NameForm({ label, action, speaker, value, onName }: NameFormProps) {
  const id = useId();
  const [draft, setDraft] = useState(value);
  const problem = useDesk((state) => problemWith(state, speaker, draft));
  const name = draft.trim();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (name === "" || name === value || problem !== null) return;
    event.currentTarget.querySelector("input")?.focus();
    setDraft(value);
    onName(name);
  };
  return (
    <form onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <div className="speaker-name-form">
        <input
          id={id}
          type="text"
          dir="auto"
          maxLength={TAG_LENGTHS.speaker}
          value={draft}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-problem`}
          onChange={(event) => setDraft(event.target.value)}
        />
        <button type="submit" disabled={name === "" || name === value || problem !== null}>
          {action}
        </button>
      </div>
      <p id={`${id}-problem`} className="problem">
        {problem}
      </p>
    </form>
  );
}

/** Why a speaker cannot be given a name: somebody else has it. */
function problemWith(state: Desk, speaker: ListedSpeaker, name: string): string | null {
  if (name.trim() === "") return null;
  const key = sameSpeakerKey(state.project.file.speakers, name);
  const other = key === speaker.key ? undefined : speakersOf(state).find((one) => one.key === key);
  return other
    ? `${other.name} is a speaker already, quoted by ${amountQuoted(other.quoted)}. Merge the two below.`
    : null;
}

interface AliasesProps {
  readonly speaker: ListedSpeaker;
  onSeparate(alias: string): void;
}

function Aliases({ speaker, onSeparate }: AliasesProps) {
  const id = useId();
  const quoted = useDesk(quotedNamesOf);
  if (speaker.aliases.length === 0) return null;
  return (
    <div>
      <h3 id={id}>Also called</h3>
      <ul className="speaker-aliases" aria-labelledby={id}>
        {speaker.aliases.map((alias) => (
          <li key={alias}>
            <span>
              <bdi>{alias}</bdi> <small>{amount(quoted.get(speakerKey(alias))?.marks.size ?? 0, "mark")}</small>
            </span>
            <button type="button" aria-label={`Take apart: ${alias}`} onClick={() => onSeparate(alias)}>
              Take apart
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
