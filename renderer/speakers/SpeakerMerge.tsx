import { type FormEvent, useId, useMemo, useState } from "react";
import type { Command } from "../../annotations/commands/command.ts";
import { mergeSpeakers } from "../../annotations/commands/speaker-surgery.ts";
import { applyAll } from "../../annotations/commands/step.ts";
import { type ListedSpeaker, together } from "../../annotations/model/speaker-list.ts";
import { fewerOrigins } from "../../annotations/review/fewer-origins.ts";
import { matrixOf } from "../../annotations/review/matrix.ts";
import { stamp } from "../session/changes.ts";
import { type Desk, useDesk } from "../session/desk.ts";
import { matrix, speakersOf } from "../session/selectors.ts";
import { amountQuoted } from "./speaker-words.ts";

interface Props {
  readonly speaker: ListedSpeaker;
  onMerge(commands: readonly Command[], kept: ListedSpeaker, words: string): void;
}

/** Merges the speaker into another one, and says before what that does. */
export function SpeakerMerge({ speaker, onMerge }: Props) {
  const id = useId();
  const speakers = useDesk(speakersOf);
  const [into, setInto] = useState("");
  const kept = speakers.find(({ key }) => key === into && key !== speaker.key);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (kept) onMerge(mergeSpeakers(speaker, kept, stamp()), kept, `${speaker.name} and ${kept.name} are one speaker.`);
  };
  return (
    <form onSubmit={submit}>
      <label htmlFor={id}>Merge into</label>
      <div className="speaker-name-form">
        <select id={id} value={into} onChange={(event) => setInto(event.target.value)}>
          <option value="">choose a speaker</option>
          {speakers
            .filter(({ key }) => key !== speaker.key)
            .map(({ key, name, quoted }) => (
              <option key={key} value={key}>{`${name} (${amountQuoted(quoted)})`}</option>
            ))}
        </select>
        <button type="submit" disabled={!kept}>
          Merge
        </button>
      </div>
      <div role="status">{kept && <Effects gone={speaker} kept={kept} />}</div>
    </form>
  );
}

interface EffectsProps {
  readonly gone: ListedSpeaker;
  readonly kept: ListedSpeaker;
}

function Effects({ gone, kept }: EffectsProps) {
  const project = useDesk((state) => state.project);
  const analyst = useDesk((state) => state.analyst);
  const origins = useMemo(() => originWords({ project, analyst }, gone, kept), [project, analyst, gone, kept]);
  const both = together([gone.quoted, kept.quoted]);
  return (
    <ul className="effects">
      <li>
        {gone.quoted.marks.size === 0
          ? `No mark quotes ${gone.name}.`
          : `${amountQuoted(gone.quoted)} will name ${kept.name}: ${amountQuoted(both)} together.`}
      </li>
      <li>{`${[gone.name, ...gone.aliases].join(", ")}: from then on another name of ${kept.name}. The tags keep their words.`}</li>
      <li>{origins}</li>
    </ul>
  );
}

/** Which claims have fewer independent origins after a merge, as the analyst's matrix counts them. */
function originWords(state: Pick<Desk, "project" | "analyst">, gone: ListedSpeaker, kept: ListedSpeaker): string {
  const after = applyAll(state.project, mergeSpeakers(gone, kept, stamp()));
  const claims = fewerOrigins(matrix(state), matrixOf(after, state.analyst.id));
  const shown = claims.map(({ label, before, now }) => `${label} (${now} instead of ${before})`).join(", ");
  return claims.length === 0
    ? "None of your claims gets fewer independent origins."
    : `Fewer independent origins support ${shown}.`;
}
