import type { MarkId, SourceId } from "./id.ts";
import { openSources, type Project } from "./project.ts";
import type { Speaker } from "./speaker.ts";
import { distinctNames, sameSpeakerKey, speakerKey, speakerNamed } from "./speaker-names.ts";

/** The marks, of all analysts, that quote somebody, and the sources that they are in. */
export interface Quoted {
  readonly marks: ReadonlySet<MarkId>;
  readonly sources: ReadonlySet<SourceId>;
}

/** A speaker as everybody sees it: what the project says, or only that tags have the name. */
export interface ListedSpeaker {
  /** What tells the speaker apart in the list. */
  readonly key: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** What is quoted under any of the names. */
  readonly quoted: Quoted;
  /** What the project says of the speaker: nothing yet, one entry, or several of one name that were made elsewhere. */
  readonly entries: readonly Speaker[];
}

/** Each name as tags have it, written as the first one does, with what is quoted under it; by its key. */
export type QuotedNames = ReadonlyMap<string, Quoted & { readonly name: string }>;

/** Whom the tags of the articles in view quote. The article's own voice quotes nobody, whatever was typed before. */
export function quotedNames(project: Project): QuotedNames {
  const names = new Map<string, { name: string; marks: Set<MarkId>; sources: Set<SourceId> }>();
  const inView = new Set(openSources(project).map(({ id }) => id));
  for (const mark of project.sets.flatMap(({ marks }) => marks)) {
    if (!inView.has(mark.sourceId)) continue;
    for (const { voice, speaker } of mark.tags) {
      const key = speakerKey(speaker);
      if (voice === "own" || key === "") continue;
      const quoted = names.get(key) ?? { name: speaker.trim(), marks: new Set(), sources: new Set() };
      quoted.marks.add(mark.id);
      quoted.sources.add(mark.sourceId);
      names.set(key, quoted);
    }
  }
  return names;
}

/** Every speaker that the project or a tag names, in alphabetical order. All names of one are one entry. */
export function speakerList({ file: { speakers = [] } }: Project, quoted: QuotedNames): readonly ListedSpeaker[] {
  const groups = new Map<string, Group>();
  const groupOf = (name: string) => {
    const key = sameSpeakerKey(speakers, name);
    const group = groups.get(key) ?? { entries: [], names: [] };
    groups.set(key, group);
    return group;
  };
  for (const speaker of speakers) groupOf(speaker.name).entries.push(speaker);
  for (const name of quoted.values()) groupOf(name.name).names.push(name);
  return [...groups]
    .map(([key, group]) => listed(key, speakers, group))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}

/** What is quoted under any of these. */
export function together(parts: readonly Quoted[]): Quoted {
  return {
    marks: new Set(parts.flatMap(({ marks }) => [...marks])),
    sources: new Set(parts.flatMap(({ sources }) => [...sources])),
  };
}

/** Entries and names as tags have them, all of one speaker. */
interface Group {
  readonly entries: Speaker[];
  readonly names: (Quoted & { readonly name: string })[];
}

function listed(key: string, speakers: readonly Speaker[], { entries, names }: Group): ListedSpeaker {
  const name = entries[0]?.name ?? names[0]?.name ?? key;
  // An alias that is somebody else's name, or was somebody's before, does not lead here.
  const own = entries.flatMap(({ aliases }) => aliases).filter((alias) => speakerNamed(speakers, alias) === entries[0]);
  return { key, name, aliases: distinctNames(own, name), quoted: together(names), entries };
}
