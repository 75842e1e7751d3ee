import { withoutBlankEnds } from "./blank.ts";

/** A word: a half-open stretch of a text in UTF-16 indices. */
export interface Word {
  readonly start: number;
  readonly end: number;
}

/**
 * Articles, pronouns and particles that have lost their vowel before a word. Unicode's word boundaries (UAX 29) leave them
 * joined to it; to readers of these languages the word after the apostrophe is one of its own.
 */
const ELIDED: Readonly<Record<string, RegExp>> = {
  fr: /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\p{L})/iu,
  it: /^(?:[cdlmstv]|un|gl|(?:d|n|s|c)?(?:all|ell|oll|ull)|dall|quest|quell|bell|sant)['’](?=\p{L})/iu,
  ca: /^[dlmnst]['’](?=\p{L})/iu,
};

/** Letters with full stops between them, whose last full stop is theirs too: U.S., e.g. */
const ABBREVIATION = /^\p{L}(?:\.\p{L})+$/u;

/** The words of one block of text, in the language of its source (a BCP 47 tag, or anything else when it is not known). */
export class Words {
  readonly #text: string;
  readonly #segments: Intl.Segments;
  readonly #elided: RegExp | undefined;

  constructor(text: string, language: string) {
    this.#text = text;
    this.#segments = segmenterFor(language).segment(text);
    this.#elided = ELIDED[language.slice(0, 2).toLowerCase()];
  }

  /** The word that holds the UTF-16 unit at `index`; null where none does. */
  at(index: number): Word | null {
    return this.#segmentWords(this.#wordLikeAt(index)).find(({ start, end }) => start <= index && index < end) ?? null;
  }

  /** The first word that begins at `index` or after it. */
  after(index: number): Word | null {
    for (let segment = this.#segments.containing(index); segment; ) {
      const found = this.#segmentWords(segment).find(({ start }) => start >= index);
      if (found) return found;
      segment = this.#segments.containing(segment.index + segment.segment.length);
    }
    return null;
  }

  /** The last word that ends at `index` or before it. */
  before(index: number): Word | null {
    for (let segment = this.#segments.containing(index - 1); segment; ) {
      const found = this.#segmentWords(segment).findLast(({ end }) => end <= index);
      if (found) return found;
      segment = this.#segments.containing(segment.index - 1);
    }
    return null;
  }

  /** The segment at `index`; for an abbreviation's last full stop the one before. */
  #wordLikeAt(index: number): Intl.SegmentData | undefined {
    const segment = this.#segments.containing(index);
    if (segment?.segment !== "." || index === 0) return segment;
    const before = this.#segments.containing(index - 1);
    return before && ABBREVIATION.test(before.segment) ? before : segment;
  }

  #segmentWords(found: Intl.SegmentData | undefined): readonly Word[] {
    if (!found || !isWord(found)) return [];
    const { index, segment } = found;
    const stretch = withoutBlankEnds(this.#text, index, index + segment.length);
    if (!stretch) return [];
    const [start] = stretch;
    const end = stretch[1] + (this.#text[stretch[1]] === "." && ABBREVIATION.test(segment) ? 1 : 0);
    const elided = this.#elided?.exec(segment)?.[0].length ?? 0;
    if (elided === 0) return [{ start, end }];
    return [
      { start, end: index + elided },
      { start: index + elided, end },
    ];
  }
}

/** Where a joiner ties a word to an emoji, ICU takes both together for no word. */
function isWord({ isWordLike, segment }: Intl.SegmentData): boolean {
  return isWordLike === true || /[\p{L}\p{Nd}]/u.test(segment);
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Languages that nobody knows, and what is no language tag at all, are segmented as English is. */
function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(isTag(language) ? [language, "en"] : "en", { granularity: "word" });
  segmenters.set(language, made);
  return made;
}

function isTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length > 0;
  } catch {
    return false;
  }
}
