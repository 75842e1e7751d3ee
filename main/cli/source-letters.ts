import { type Source, sourceName } from "../../annotations/model/source.ts";
import { sourceLetter } from "../../annotations/review/source-letter.ts";

/** A source under the letter by which a table or list names it. */
export interface LetteredSource {
  readonly letter: string;
  readonly source: Source;
  /** Its outlet and title, as far as they are known, else the name of its file. */
  readonly name: string;
}

/** The sources with a letter each, in their order: A, B … Z, AA, AB … */
export function lettered(sources: readonly Source[]): readonly LetteredSource[] {
  return sources.map((source, i) => ({ letter: sourceLetter(i), source, name: nameOf(source) }));
}

function nameOf(source: Source): string {
  return [source.outlet, source.title].filter((part) => part !== "").join(": ") || sourceName(source);
}
