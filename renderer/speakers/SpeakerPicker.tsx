import { Autocomplete } from "@base-ui/react/autocomplete";
import { useEffect, useMemo, useRef, useState } from "react";
import type { ListedSpeaker } from "../../annotations/model/speaker-list.ts";
import { speakerKey } from "../../annotations/model/speaker-names.ts";
import { TAG_LENGTHS } from "../../annotations/model/tag.ts";
import { ListKeys } from "../controls/ListKeys.tsx";
import { TypeToFind } from "../controls/TypeToFind.tsx";
import { PickerPopover } from "../marks/PickerPopover.tsx";
import { takeSpeaker } from "../marks/quoting.ts";
import { type SpeakerPicking, setDesk, useDesk } from "../session/desk.ts";
import { speakersOf } from "../session/selectors.ts";
import { SpeakerLine } from "./SpeakerField.tsx";
import { searchSpeakers } from "./speaker-search.ts";
import "./speakers.css";

/** The list from which a tag gets whom it quotes: type part of a name, or a new one. */
export function SpeakerPicker() {
  const picking = useDesk((state) => (state.picking?.kind === "speaker" ? state.picking : null));
  const input = useRef<HTMLInputElement>(null);
  return (
    <PickerPopover picking={picking} label="Choose the speaker" field={input}>
      {picking && <PickerBody picking={picking} input={input} />}
    </PickerPopover>
  );
}

/** Who can be chosen: a speaker who is known, or what was typed as a new one. */
type Choice =
  | { readonly kind: "known"; readonly speaker: ListedSpeaker }
  | { readonly kind: "new"; readonly name: string };

interface BodyProps {
  readonly picking: SpeakerPicking;
  readonly input: React.RefObject<HTMLInputElement | null>;
}

/** How many speakers are listed at once; typing narrows them down. */
const MOST_LISTED = 50;

function PickerBody({ picking, input }: BodyProps) {
  const speakers = useDesk(speakersOf);
  const recent = useDesk((state) => state.recentSpeakers);
  const typedAhead = useDesk((state) => state.typedAhead);
  const [query, setQuery] = useState("");
  const { choices, more } = useMemo(() => choicesFor(speakers, query, recent), [speakers, query, recent]);
  useEffect(() => {
    if (typedAhead === "") return;
    setDesk({ typedAhead: "" });
    const [words = "", ...afterEnter] = typedAhead.split("\n");
    if (afterEnter.length === 0) setQuery(query + words);
    else if (query + words !== "") take(picking, choicesFor(speakers, query + words, recent).choices[0]);
  }, [typedAhead, query, speakers, recent, picking]);
  return (
    <TypeToFind
      items={choices}
      query={query}
      // With nothing typed and nobody chosen before, nobody is as good as taken.
      takesFirst={query !== "" || recent.length > 0}
      nameOf={(choice: Choice) => (choice.kind === "known" ? choice.speaker.name : choice.name)}
      onQuery={setQuery}
    >
      <Autocomplete.Input
        ref={input}
        className="picker-input"
        placeholder="Who says it? A name, or a new one"
        aria-label="Speaker"
        maxLength={TAG_LENGTHS.speaker}
      />
      <Autocomplete.List className="picker-list" aria-label="Speakers">
        {(choice: Choice) => (
          <Autocomplete.Item
            key={choice.kind === "known" ? choice.speaker.key : "new"}
            value={choice}
            className={`speaker-item ${choice.kind}`}
            onClick={() => take(picking, choice)}
          >
            {choice.kind === "known" ? <SpeakerLine speaker={choice.speaker} /> : <NewLine name={choice.name} />}
          </Autocomplete.Item>
        )}
      </Autocomplete.List>
      {more > 0 && <p className="hint">{more} more; type to find them.</p>}
      {choices.length === 0 && <p className="hint">Nobody is quoted yet. Write the first name.</p>}
      <p className="picker-foot">
        <ListKeys take="take" leave="leave" />
      </p>
    </TypeToFind>
  );
}

function NewLine({ name }: { readonly name: string }) {
  return (
    <span className="speaker-name">
      <span className="claim-label">New</span> <bdi>{name}</bdi>
    </span>
  );
}

function choicesFor(
  speakers: readonly ListedSpeaker[],
  query: string,
  recent: readonly string[],
): { choices: readonly Choice[]; more: number } {
  const found = searchSpeakers(speakers, query, recent);
  const name = query.trim();
  const isKnown = found.some((one) => [one.name, ...one.aliases].some((own) => speakerKey(own) === speakerKey(name)));
  const choices = [
    ...found.slice(0, MOST_LISTED).map((speaker): Choice => ({ kind: "known", speaker })),
    ...(name === "" || isKnown ? [] : [{ kind: "new", name } as const]),
  ];
  return { choices, more: Math.max(0, found.length - MOST_LISTED) };
}

function take(picking: SpeakerPicking, choice: Choice | undefined): void {
  if (choice) takeSpeaker(picking, choice.kind === "known" ? choice.speaker.name : choice.name);
}
