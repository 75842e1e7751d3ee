import type { Speaker } from "./speaker.ts";

/** A name as names are compared: what differs in blanks, in capitals, or in how Unicode writes it alone is the same. */
export function speakerKey(name: string): string {
  return name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}

const NOBODY: readonly Speaker[] = [];

const known = new WeakMap<readonly Speaker[], ReadonlyMap<string, Speaker>>();

/**
 * The speaker that a name stands for; undefined where the list says nothing of it. A name goes before an alias, and of two
 * speakers with the same name, which only a file made elsewhere can have, the first stands for both.
 */
export function speakerNamed(speakers: readonly Speaker[] = NOBODY, name: string): Speaker | undefined {
  const before = known.get(speakers);
  const bearers = before ?? bearersIn(speakers);
  if (!before) known.set(speakers, bearers);
  return bearers.get(speakerKey(name));
}

/** The name that the project uses for whomever a tag names. Whoever asks for the name of that gets the same one again. */
export function projectName(speakers: readonly Speaker[] | undefined, name: string): string {
  return speakerNamed(speakers, name)?.name ?? name.trim();
}

/** What tells speakers apart: the same for all the names of one. */
export function sameSpeakerKey(speakers: readonly Speaker[] | undefined, name: string): string {
  return speakerKey(projectName(speakers, name));
}

/** Each name once, and none that is the same as `except`. */
export function distinctNames(names: readonly string[], except: string): readonly string[] {
  const seen = new Set([speakerKey(except)]);
  return names.filter((name) => !seen.has(speakerKey(name)) && seen.add(speakerKey(name)));
}

function bearersIn(speakers: readonly Speaker[]): ReadonlyMap<string, Speaker> {
  const names = new Map<string, Speaker>();
  for (const speaker of speakers) setNew(names, speaker.name, speaker);
  const bearers = new Map(names);
  for (const speaker of speakers) {
    const first = names.get(speakerKey(speaker.name)) ?? speaker;
    for (const alias of speaker.aliases) setNew(bearers, alias, first);
  }
  return bearers;
}

function setNew(bearers: Map<string, Speaker>, name: string, speaker: Speaker): void {
  const key = speakerKey(name);
  if (!bearers.has(key)) bearers.set(key, speaker);
}
