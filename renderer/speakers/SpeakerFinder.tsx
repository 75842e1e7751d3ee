import { Autocomplete } from "@base-ui/react/autocomplete";
import { useMemo, useState } from "react";
import type { ListedSpeaker } from "../../annotations/model/speaker-list.ts";
import { TAG_LENGTHS } from "../../annotations/model/tag.ts";
import { TypeToFind } from "../controls/TypeToFind.tsx";
import { searchSpeakers } from "./speaker-search.ts";
import { aliasWords, amountQuoted } from "./speaker-words.ts";

interface Props {
  readonly speakers: readonly ListedSpeaker[];
  readonly chosen: ListedSpeaker | undefined;
  onChoose(name: string): void;
}

/** How many speakers are listed at once; typing narrows them down. */
const MOST_LISTED = 200;

/** All speakers in alphabetical order, or those that answer what is typed, the best first. */
export function SpeakerFinder({ speakers, chosen, onChoose }: Props) {
  const [query, setQuery] = useState("");
  const found = useMemo(() => (query.trim() === "" ? speakers : searchSpeakers(speakers, query)), [speakers, query]);
  const more = found.length - MOST_LISTED;
  return (
    <div className="speaker-finder">
      <TypeToFind
        items={found.slice(0, MOST_LISTED)}
        query={query}
        takesFirst={query !== ""}
        nameOf={(speaker: ListedSpeaker) => speaker.name}
        onQuery={setQuery}
      >
        <Autocomplete.Input
          type="text"
          placeholder="Find by any name"
          aria-label="Find a speaker"
          maxLength={TAG_LENGTHS.speaker}
        />
        <Autocomplete.List className="speaker-list" aria-label="Speakers">
          {(speaker: ListedSpeaker) => (
            <Autocomplete.Item
              key={speaker.key}
              value={speaker}
              className="speaker-entry"
              aria-current={speaker === chosen}
              onClick={() => onChoose(speaker.name)}
            >
              <bdi>{speaker.name}</bdi>
              <small dir="auto">{aliasWords(speaker)}</small>
              <small>{amountQuoted(speaker.quoted)}</small>
            </Autocomplete.Item>
          )}
        </Autocomplete.List>
      </TypeToFind>
      <p className="hint">{footOf(speakers.length, found.length, more)}</p>
    </div>
  );
}

function footOf(all: number, found: number, more: number): string {
  if (all === 0) return "No tag names a speaker yet. At a mark, Q says whom it quotes.";
  if (found === 0) return "Nobody is called that.";
  if (more > 0) return `${more} more; type to find them.`;
  return found === 1 ? "1 speaker" : `${found} speakers`;
}
