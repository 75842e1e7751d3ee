import type { ReviseSource } from "../../commands/command.ts";
import { sameContent } from "../../commands/same-content.ts";
import { unknownFields } from "../../commands/unknown-fields.ts";
import { Block, METADATA_FIELDS, Metadata, type MetadataField, Source, sourceName } from "../../model/source.ts";
import { joinedFields } from "./joined-fields.ts";
import type { ReadSource } from "./read-annotations.ts";
import { isUntouched, type ReadingGround } from "./reading-ground.ts";
import { saysSo } from "./weighed.ts";

/** What a source of the project takes over from an article of the files. */
interface PlannedDetails {
  readonly source: Source;
  readonly revision: Partial<Omit<ReviseSource, "kind" | "analyst" | "at" | "sourceId">>;
}

/** What becomes of what the files say of articles that are here. */
export interface AllDetails {
  readonly revised: readonly PlannedDetails[];
  /** What is otherwise here, and stays so. */
  readonly stays: readonly string[];
}

interface Ways {
  /** Whether the version of the files counts where both say something. */
  readonly takes: boolean;
  /** Whether nobody has worked here yet, so that the articles stand as in the files. */
  readonly isUntouched: boolean;
}

/**
 * Fits what the files say of articles to those that are here: what nobody has said or confirmed here is taken over, and
 * so are boilerplate and the order of the panes where nobody has worked yet. Its id, its text, and when and from which
 * file it was imported are always the project's own.
 */
export function plannedDetails({ project, read, choices, sources }: ReadingGround): AllDetails {
  const ways = { takes: choices.conflicts === "theirs", isUntouched: isUntouched(project) };
  const met = new Set<string>();
  const all = read.sources.flatMap((one) => {
    const match = sources.get(one.key);
    if (match?.kind !== "matched" || met.has(match.source.id)) return [];
    met.add(match.source.id);
    return [{ source: match.source, ...detailsOf(match.source, one, ways) }];
  });
  return {
    revised: all
      .filter(({ revision }) => Object.keys(revision).length > 0)
      .map(({ source, revision }) => ({ source, revision })),
    stays: [
      ...all.flatMap(({ source, stays }) => stays.map((what) => `${what} of ${sourceName(source)}`)),
      ...(all.some(({ isElsewhere }) => isElsewhere) ? ["the order of the articles and which are in view"] : []),
    ],
  };
}

type Details = Pick<PlannedDetails, "revision"> & {
  readonly stays: readonly string[];
  readonly isElsewhere: boolean;
};

function detailsOf(source: Source, read: ReadSource, ways: Ways): Details {
  const { record, note, agency } = read;
  const isOther = (name: "note" | "agency") => Boolean(read[name] && source[name] && read[name] !== source[name]);
  const isTaken = (name: "note" | "agency") =>
    read[name] !== undefined && read[name] !== source[name] && (!source[name] || (ways.takes && isOther(name)));
  const texts = { ...(isTaken("note") ? { note } : {}), ...(isTaken("agency") ? { agency } : {}) };
  const stays = (["note", "agency"] as const)
    .filter((name) => !ways.takes && isOther(name))
    .map((name) => `the ${name}`);
  if (!record) return { revision: texts, stays, isElsewhere: false };
  const metadata = metadataOf(source, read, record.guessed, ways);
  const blocks = boilerplateOf(source, read, record.blocks, ways);
  const more = joinedFields(unknownFields(source, Source.shape), record.more, ways.takes);
  const isElsewhere = record.order !== source.order || record.removed !== source.removed;
  return {
    revision: {
      ...texts,
      ...metadata.revision,
      ...blocks.revision,
      ...(more.fields && { more: more.fields }),
      ...(ways.isUntouched && isElsewhere ? { order: record.order, removed: record.removed } : {}),
    },
    stays: [...stays, ...metadata.stays, ...blocks.stays, ...more.stays.map((field) => `“${field}”`)],
    isElsewhere: isElsewhere && !ways.isUntouched,
  };
}

type Part = Pick<Details, "revision" | "stays">;

/** A field that is empty here, or that nobody has confirmed, is taken over. */
function metadataOf(source: Source, read: ReadSource, theirGuesses: readonly MetadataField[], ways: Ways): Part {
  const guesses = new Set(source.guessed);
  const metadata = Metadata.parse(Object.fromEntries(METADATA_FIELDS.map((field) => [field, source[field]])));
  const stays: string[] = [];
  for (const field of METADATA_FIELDS) {
    const theirs = read[field] ?? "";
    const isOpen = guesses.has(field) || source[field] === "";
    if (theirs === "" && !ways.isUntouched) continue;
    if (theirs !== source[field] && !isOpen && !ways.takes) stays.push(`the ${FIELD_WORDS[field]}`);
    else {
      metadata[field] = theirs;
      if (theirGuesses.includes(field) && isOpen) guesses.add(field);
      else guesses.delete(field);
    }
  }
  const isAsTheirs = theirGuesses.length === guesses.size && theirGuesses.every((field) => guesses.has(field));
  const guessed = isAsTheirs ? theirGuesses : METADATA_FIELDS.filter((field) => guesses.has(field));
  const isSame = METADATA_FIELDS.every((field) => metadata[field] === source[field]);
  const isSameGuess = guessed.length === source.guessed.length && source.guessed.every((field) => guesses.has(field));
  return { revision: { ...(isSame ? {} : { metadata }), ...(isSameGuess ? {} : { guessed }) }, stays };
}

const FIELD_WORDS: Readonly<Record<MetadataField, string>> = {
  title: "title",
  author: "author",
  outlet: "outlet",
  date: "date",
  url: "address",
  language: "language",
};

/** Which paragraphs are boilerplate, as far as the text is divided alike. */
function boilerplateOf(source: Source, { text }: ReadSource, blocks: readonly Block[], ways: Ways): Part {
  const placeOf = ({ start, end }: Block) => `${start}-${end}`;
  const here = new Map(source.blocks.map((block) => [placeOf(block), block]));
  const isDividedAlike = text === source.text && blocks.every((block) => here.has(placeOf(block)));
  const theirs = blocks.filter(({ boilerplate }) => boilerplate);
  const [ourStarts, theirStarts] = [source.blocks.filter(({ boilerplate }) => boilerplate), theirs].map((list) =>
    list.map(({ start }) => start),
  );
  if (!isDividedAlike) return { revision: {}, stays: theirs.length === 0 ? [] : ["which paragraphs are boilerplate"] };
  const isUnknown = blocks.some((block) => !saysSo(here.get(placeOf(block)) ?? {}, unknownFields(block, Block.shape)));
  const stays = isUnknown ? ["fields of a later version in the paragraphs"] : [];
  if (sameContent(ourStarts, theirStarts)) return { revision: {}, stays };
  if (ways.isUntouched || ways.takes) return { revision: { boilerplate: theirStarts ?? [] }, stays };
  return { revision: {}, stays: [...stays, "which paragraphs are boilerplate"] };
}
