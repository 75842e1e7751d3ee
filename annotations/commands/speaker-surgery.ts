import { newId, SpeakerId } from "../model/id.ts";
import type { Speaker } from "../model/speaker.ts";
import type { ListedSpeaker } from "../model/speaker-list.ts";
import { distinctNames, speakerKey } from "../model/speaker-names.ts";
import type { Command, DropSpeaker } from "./command.ts";

type Stamp = Pick<Command, "analyst" | "at">;

/** Another name for a speaker. The former one becomes an alias, so that the tags that have it still name the same one. */
export function renameSpeaker(speaker: ListedSpeaker, name: string, stamp: Stamp): readonly Command[] {
  return put(speaker, { name: name.trim(), aliases: [...speaker.aliases, speaker.name] }, stamp);
}

export function addAlias(speaker: ListedSpeaker, alias: string, stamp: Stamp): readonly Command[] {
  return put(speaker, { aliases: [...speaker.aliases, alias.trim()] }, stamp);
}

/** Takes an alias apart again: who has that name in a tag is somebody else from then on. */
export function separateAlias(speaker: ListedSpeaker, alias: string, stamp: Stamp): readonly Command[] {
  const key = speakerKey(alias);
  return put(speaker, { aliases: speaker.aliases.filter((other) => speakerKey(other) !== key) }, stamp);
}

/** Makes all names of `gone` aliases of `kept`. No tag changes: they are read differently. */
export function mergeSpeakers(gone: ListedSpeaker, kept: ListedSpeaker, stamp: Stamp): readonly Command[] {
  const aliases = [...kept.aliases, gone.name, ...gone.aliases];
  return [...put(kept, { aliases }, stamp), ...drop(gone.entries, stamp)];
}

/** Takes a speaker that no tag names off the list. */
export function removeSpeaker({ entries }: ListedSpeaker, stamp: Stamp): readonly Command[] {
  return drop(entries, stamp);
}

/** A place behind all others. */
const AT_END = Number.MAX_SAFE_INTEGER;

/** One entry for the speaker: the first that there is, or a new one at the end of the list. */
function put(speaker: ListedSpeaker, change: Partial<Speaker>, stamp: Stamp): readonly Command[] {
  const { name, aliases, entries } = speaker;
  const [first = { id: newId(SpeakerId) }, ...others] = entries;
  const changed: Speaker = { ...first, name, aliases, ...change };
  const kept = { ...changed, aliases: distinctNames(changed.aliases, changed.name) };
  return [{ kind: "put-speaker", ...stamp, index: AT_END, speaker: kept }, ...drop(others, stamp)];
}

function drop(entries: readonly Speaker[], stamp: Stamp): readonly DropSpeaker[] {
  return entries.map(({ id }) => ({ kind: "drop-speaker", ...stamp, speakerId: id }));
}
