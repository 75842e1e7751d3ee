import { Autocomplete } from "@base-ui/react/autocomplete";
import { useId, useMemo } from "react";
import type { ListedSpeaker } from "../../annotations/model/speaker-list.ts";
import { speakerKey, speakerNamed } from "../../annotations/model/speaker-names.ts";
import { TAG_LENGTHS } from "../../annotations/model/tag.ts";
import { useTyping } from "../controls/use-typing.ts";
import { useDesk } from "../session/desk.ts";
import { speakersOf } from "../session/selectors.ts";
import { searchSpeakers } from "./speaker-search.ts";
import { aliasWords } from "./speaker-words.ts";
import "./speakers.css";

/** How many speakers are suggested at once. */
const MOST_SUGGESTED = 8;

interface Props {
  readonly value: string;
  onChange(value: string): void;
}

/** Whom a tag quotes, in free words, with those who are known already suggested by any of their names. */
export function SpeakerField({ value, onChange }: Props) {
  const id = useId();
  const speakers = useDesk(speakersOf);
  const recent = useDesk((state) => state.recentSpeakers);
  const { draft, setDraft, done } = useTyping(value, onChange);
  const items = useMemo(
    () => searchSpeakers(speakers, draft, recent).slice(0, MOST_SUGGESTED),
    [speakers, draft, recent],
  );
  return (
    <>
      <label htmlFor={id}>Speaker</label>
      <div>
        <Autocomplete.Root
          mode="none"
          items={items}
          filter={null}
          value={draft}
          onValueChange={(typed, { reason }) => {
            setDraft(typed);
            if (reason === "item-press") onChange(typed);
          }}
          itemToStringValue={(speaker: ListedSpeaker) => speaker.name}
        >
          <Autocomplete.Input
            id={id}
            // While suggestions are open, the label is kept from those who listen to the page.
            aria-label="Speaker"
            type="text"
            dir="auto"
            maxLength={TAG_LENGTHS.speaker}
            onBlur={done}
            onKeyDown={(event) => event.key === "Enter" && done()}
          />
          <Autocomplete.Portal>
            <Autocomplete.Positioner className="layer above-cards" sideOffset={4}>
              <Autocomplete.Popup className="menu speaker-suggestions">
                <Autocomplete.List aria-label="Speakers">
                  {(speaker: ListedSpeaker) => (
                    <Autocomplete.Item key={speaker.key} value={speaker} className="speaker-item">
                      <SpeakerLine speaker={speaker} />
                    </Autocomplete.Item>
                  )}
                </Autocomplete.List>
              </Autocomplete.Popup>
            </Autocomplete.Positioner>
          </Autocomplete.Portal>
        </Autocomplete.Root>
        <CountsAs name={value} />
      </div>
    </>
  );
}

/** A speaker in a list: the name, the other names, and how often somebody quotes them. */
export function SpeakerLine({ speaker }: { readonly speaker: ListedSpeaker }) {
  const { name, quoted } = speaker;
  return (
    <>
      <span className="speaker-name">
        <bdi>{name}</bdi> <small dir="auto">{aliasWords(speaker)}</small>
      </span>
      <small title="marks">{quoted.marks.size}</small>
    </>
  );
}

/** Who is meant where the tag has another name than the project. */
function CountsAs({ name }: { readonly name: string }) {
  const counts = useDesk((state) => speakerNamed(state.project.file.speakers, name)?.name ?? name);
  if (speakerKey(counts) === speakerKey(name)) return null;
  return (
    <small className="hint">
      counts as <bdi>{counts}</bdi>
    </small>
  );
}
