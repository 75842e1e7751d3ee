import { Autocomplete } from "@base-ui/react/autocomplete";
import { Popover } from "@base-ui/react/popover";
import { useEffect, useMemo, useRef, useState } from "react";
import type { ListedSpeaker } from "../../annotations/model/speaker-list.ts";
import { speakerKey } from "../../annotations/model/speaker-names.ts";
import { TAG_LENGTHS } from "../../annotations/model/tag.ts";
import { pickingAnchor } from "../claims/picking-anchor.ts";
import { Key } from "../controls/Key.tsx";
import { cancelPicking } from "../marks/marking.ts";
import { takeSpeaker } from "../marks/quoting.ts";
import { type SpeakerPicking, setDesk, useDesk } from "../session/desk.ts";
import { speakersOf } from "../session/selectors.ts";
import { SpeakerLine } from "./SpeakerField.tsx";
import { searchSpeakers } from "./speaker-search.ts";
import "./speakers.css";

/** The list from which a tag gets whom it quotes: type part of a name, or a new one. */
export function SpeakerPicker() {
  const picking = useDesk((state) => (state.picking?.kind === "speaker" ? state.picking : null));
  const anchor = useMemo(() => (picking ? pickingAnchor(picking) : null), [picking]);
  const input = useRef<HTMLInputElement>(null);
  return (
    <Popover.Root
      open={picking !== null}
      onOpenChange={(open, { reason }) => !open && reason === "escape-key" && cancelPicking()}
    >
      <Popover.Portal>
        <Popover.Positioner
          anchor={anchor}
          side="bottom"
          align="start"
          sideOffset={8}
          collisionPadding={12}
          className="layer"
        >
          <Popover.Popup
            className="card picker"
            initialFocus={input}
            finalFocus={false}
            aria-label="Choose the speaker"
          >
            {picking && <PickerBody picking={picking} input={input} />}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
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
    <Autocomplete.Root
      open
      inline
      mode="none"
      items={choices}
      filter={null}
      // With nothing typed and nobody chosen before, nobody is as good as taken.
      autoHighlight={query === "" && recent.length === 0 ? false : "always"}
      keepHighlight
      value={query}
      onValueChange={(value, { reason }) => {
        // Choosing an item would write it into the field; only typing may.
        if (reason !== "item-press") setQuery(value);
      }}
      itemToStringValue={(choice: Choice) => (choice.kind === "known" ? choice.speaker.name : choice.name)}
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
        <span>
          <Key>Enter</Key> take
        </span>
        <span>
          <Key>↑</Key> <Key>↓</Key> choose
        </span>
        <span>
          <Key>Esc</Key> leave
        </span>
      </p>
    </Autocomplete.Root>
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
