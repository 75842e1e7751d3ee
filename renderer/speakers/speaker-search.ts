import type { ListedSpeaker } from "../../annotations/model/speaker-list.ts";
import { speakerKey } from "../../annotations/model/speaker-names.ts";
import { queryWords, scoreOf, searchable } from "../../annotations/search/word-score.ts";

/**
 * The speakers that answer a query, best first: every word of it must stand in the name or an alias, or nearly. Of equals
 * those used last come first, then those whom most marks quote; and so they all do where nothing is asked.
 */
export function searchSpeakers(
  speakers: readonly ListedSpeaker[],
  query: string,
  recent: readonly string[] = [],
): readonly ListedSpeaker[] {
  const words = queryWords(query);
  const used = recent.map(speakerKey);
  const place = (speaker: ListedSpeaker) => {
    const names = new Set(namesOf(speaker).map(speakerKey));
    const at = used.findIndex((name) => names.has(name));
    return at === -1 ? used.length : at;
  };
  return speakers
    .map((speaker) => ({
      speaker,
      score: words.length === 0 ? 1 : scoreOf(searchable(speaker.name, namesOf(speaker).join(" ")), words, true),
      place: place(speaker),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.place - b.place || quotes(b.speaker) - quotes(a.speaker))
    .map(({ speaker }) => speaker);
}

function namesOf({ name, aliases }: ListedSpeaker): readonly string[] {
  return [name, ...aliases];
}

function quotes({ quoted }: ListedSpeaker): number {
  return quoted.marks.size;
}
