import { sameContent } from "../../commands/same-content.ts";
import type { SpeakerId } from "../../model/id.ts";
import type { Speaker } from "../../model/speaker.ts";
import { distinctNames, speakerKey, speakerNamed } from "../../model/speaker-names.ts";
import type { ReadSpeaker } from "./read-annotations.ts";
import type { ReadingGround } from "./reading-ground.ts";
import { saysSo } from "./weighed.ts";

/** What becomes of the speakers of the files. */
export interface PlannedSpeakers {
  /** New ones, in the order of the files. */
  readonly fresh: readonly ReadSpeaker[];
  /** Those of the project to which something is added, or that become what the files say where their version counts. */
  readonly revised: readonly Speaker[];
  /** The names of those that are otherwise here, and stay so. */
  readonly stays: readonly string[];
  readonly same: number;
}

/** A speaker is the one here with the id, else the one with the name. Other names that stand for nobody yet are added. */
export function plannedSpeakers({ project, read, choices }: ReadingGround): PlannedSpeakers {
  const { speakers = [] } = project.file;
  const fresh: ReadSpeaker[] = [];
  const revised = new Map<SpeakerId, Speaker>();
  const stays: string[] = [];
  let same = 0;
  for (const one of read.speakers) {
    const twin = speakers.find(({ id }) => id === one.id?.toLowerCase());
    const known = twin ?? speakerNamed(speakers, one.name);
    if (!known) {
      fresh.push(one);
      continue;
    }
    const here = revised.get(known.id) ?? known;
    const added = withAdded(here, one, speakers);
    const isNamedSo = twin ? added.name === one.name : hasNames(added, [one.name]);
    const isOther = !isNamedSo || !saysSo(added, one.more ?? {}) || !hasNames(added, one.aliases);
    const names = distinctNames([...one.aliases, ...added.aliases, here.name], one.name);
    const after =
      isOther && choices.conflicts === "theirs" ? { ...here, ...one.more, name: one.name, aliases: names } : added;
    if (!sameContent(here, after)) revised.set(known.id, after);
    else if (!isOther) same++;
    if (isOther && choices.conflicts !== "theirs") stays.push(here.name);
  }
  return { fresh, revised: [...revised.values()], stays, same };
}

/** A speaker with what the files say besides: names that stand for nobody here, and fields that it lacks. */
function withAdded(here: Speaker, { aliases, more }: ReadSpeaker, speakers: readonly Speaker[]): Speaker {
  const free = aliases.filter((alias) => speakerNamed(speakers, alias) === undefined);
  const names = distinctNames([...here.aliases, ...free], here.name);
  return { ...more, ...here, ...(names.length > here.aliases.length ? { aliases: names } : {}) };
}

function hasNames({ name, aliases }: Speaker, wanted: readonly string[]): boolean {
  const names = new Set([name, ...aliases].map(speakerKey));
  return wanted.every((alias) => names.has(speakerKey(alias)));
}
