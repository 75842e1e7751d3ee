import type { Source } from "../model/source.ts";
import { type Fingerprints, fingerprintsOf } from "./fingerprints.ts";
import { Vocabulary } from "./vocabulary.ts";
import { type Wording, wordingOf } from "./wording.ts";

/** A source as it is compared. */
export interface ReadSource {
  readonly source: Source;
  readonly wording: Wording;
  readonly fingerprints: Fingerprints;
}

/** Reads sources, and keeps what it has read for as long as the text and the boilerplate in it stay the same. */
export class SourceReader {
  readonly #vocabulary = new Vocabulary();
  #known = new Map<string, ReadSource>();

  read(source: Source): ReadSource {
    const key = contentKey(source);
    const known = this.#known.get(key);
    if (known?.source.text === source.text) return { ...known, source };
    const wording = wordingOf(source, this.#vocabulary);
    const made = { source, wording, fingerprints: fingerprintsOf(wording.words, this.#vocabulary) };
    this.#known.set(key, made);
    return made;
  }

  /** Forgets all but these. */
  keep(sources: readonly ReadSource[]): void {
    this.#known = new Map(sources.map((read) => [contentKey(read.source), read]));
  }
}

/** What the words of a source depend on: the same as long as its text and the boilerplate in it stay the same. */
export function contentKey({ sha256, blocks }: Source): string {
  const content = blocks.filter(({ boilerplate }) => !boilerplate);
  return `${sha256} ${content.map(({ start, end }) => `${start}-${end}`).join()}`;
}
