import { segmentsOf } from "../text/segments.ts";

/** A text as a search compares it, with the way back to where each of its units came from. */
export interface Folded {
  readonly text: string;
  /** For each unit of the folded text, the UTF-16 index in the original at which its grapheme cluster begins. */
  readonly starts: Int32Array;
  /** And at which it ends. Units that come from one cluster share both. */
  readonly ends: Int32Array;
}

/** Letters that Unicode does not decompose although readers take them for variants, and typographic punctuation. */
const ALIKE: Readonly<Record<string, string>> = {
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ł: "l",
  "‘": "'",
  "’": "'",
  ʼ: "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "‐": "-",
  "‑": "-",
  "–": "-",
  "—": "-",
  "−": "-",
};
const ALIKE_LETTER = new RegExp(`[${Object.keys(ALIKE).join("")}]`, "gu");

/**
 * Accents, vowel signs and what prints nothing. Marks that make up the letters of other scripts, such as the vowels of
 * Devanagari, are no accents and stay.
 */
const LEFT_OUT =
  /(?=\p{M})[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]|\u00ad|\u0640|[\u200b-\u200f]|\u2060|\ufe0e|\ufe0f|\ufeff/gu;

/**
 * One grapheme cluster as a search compares it: compatibility characters taken apart (Unicode Annex 15, NFKD), accents
 * left out and, unless `keepCase`, case folded (ß is ss, İ is i, ς is σ).
 */
export function foldCluster(cluster: string, keepCase: boolean): string {
  const parts = cluster.normalize("NFKD");
  const cased = keepCase ? parts : parts.toUpperCase().toLowerCase().normalize("NFKD");
  return cased
    .replace(ALIKE_LETTER, (letter) => ALIKE[letter] ?? letter)
    .replace(LEFT_OUT, "")
    .replace(/\s+/g, " ");
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Folds a text cluster by cluster; a run of blanks becomes one space. */
export function fold(text: string, keepCase: boolean): Folded {
  const folding = new Folding(text.length);
  let from = 0;
  // A stretch without anything but ASCII has one cluster a character; only what lies between is cut up in earnest.
  for (const { index, 0: stretch } of text.matchAll(FOREIGN)) {
    folding.addAscii(text, from, index, keepCase);
    for (const { folded, start, end } of clustersOf(stretch, keepCase)) folding.add(folded, index + start, index + end);
    from = index + stretch.length;
  }
  folding.addAscii(text, from, text.length, keepCase);
  return folding.end();
}

/** A cluster of a stretch as it is compared, and where it stands there. */
interface Cluster {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** What texts repeat, single letters and the foreign stretches of their words, by whether case was kept. */
const KEPT = new Map<string, readonly Cluster[]>();
const FOLDED = new Map<string, readonly Cluster[]>();
const LONGEST_KNOWN = 40;
const MOST_KNOWN = 20_000;

function clustersOf(stretch: string, keepCase: boolean): readonly Cluster[] {
  const known = keepCase ? KEPT : FOLDED;
  const before = known.get(stretch);
  if (before) return before;
  const made = LETTERS.test(stretch) ? lettersOf(stretch, keepCase) : cutUp(stretch, keepCase);
  if (known.size >= MOST_KNOWN) known.clear();
  if (stretch.length <= LONGEST_KNOWN) known.set(stretch, made);
  return made;
}

function lettersOf(stretch: string, keepCase: boolean): readonly Cluster[] {
  if (stretch.length === 1) return [{ folded: foldCluster(stretch, keepCase), start: 0, end: 1 }];
  return Array.from(stretch, (letter, i) => {
    const folded = clustersOf(letter, keepCase)[0]?.folded ?? "";
    return { folded, start: i, end: i + 1 };
  });
}

function cutUp(stretch: string, keepCase: boolean): readonly Cluster[] {
  return Array.from(segmentsOf(graphemes, stretch), ({ segment, index }) => ({
    folded: foldCluster(segment, keepCase),
    start: index,
    end: index + segment.length,
  }));
}

/**
 * Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic and Han letters and common punctuation without a combining mark among
 * them: each is a cluster of its own, which saves cutting up most texts.
 */
const LETTERS =
  /^[\0-\x7f]?[\u00a0-\u02ff\u0370-\u0482\u048a-\u058f\u05d0-\u05ea\u0621-\u064a\u0671-\u06d3\u2010-\u2027\u4e00-\u9fff]*$/u;

/** A stretch beyond ASCII, with the character before it, which may carry the first accent of the stretch. */
const FOREIGN = /[\0-\x7f]?[^\0-\x7f]+/gu;

/** What prints, with single spaces inside, in which blanks need no attention; and what lies between. */
const PHRASES = /[!-\x7f]+(?: [!-\x7f]+)*|[^!-\x7f]+/g;

class Folding {
  readonly #pieces: string[] = [];
  #starts: Int32Array;
  #ends: Int32Array;
  #length = 0;
  #afterBlank = false;

  constructor(expected: number) {
    this.#starts = new Int32Array(expected + 16);
    this.#ends = new Int32Array(expected + 16);
  }

  addAscii(text: string, from: number, to: number, keepCase: boolean): void {
    const stretch = text.slice(from, to);
    const folded = keepCase ? stretch : stretch.toLowerCase();
    for (const { index, 0: part } of folded.matchAll(PHRASES)) {
      if (part.charCodeAt(0) > 32) this.#append(part, from + index);
      else this.#appendCollapsing(part, from + index);
    }
  }

  #append(folded: string, from: number): void {
    while (this.#length + folded.length > this.#starts.length) this.#grow();
    for (let i = 0; i < folded.length; i++) {
      this.#starts[this.#length + i] = from + i;
      this.#ends[this.#length + i] = from + i + 1;
    }
    this.#pieces.push(folded);
    this.#length += folded.length;
    this.#afterBlank = false;
  }

  #appendCollapsing(folded: string, from: number): void {
    for (let i = 0; i < folded.length; i++) {
      const code = folded.charCodeAt(i);
      const blank = code === 32 || (code >= 9 && code <= 13);
      this.#unit(blank ? " " : folded.charAt(i), from + i, from + i + 1);
    }
  }

  add(folded: string, start: number, end: number): void {
    for (let i = 0; i < folded.length; i++) this.#unit(folded.charAt(i), start, end);
  }

  #unit(unit: string, start: number, end: number): void {
    const blank = unit === " ";
    if (blank && this.#afterBlank) {
      this.#ends[this.#length - 1] = end;
      return;
    }
    if (this.#length === this.#starts.length) this.#grow();
    this.#pieces.push(unit);
    this.#starts[this.#length] = start;
    this.#ends[this.#length] = end;
    this.#length++;
    this.#afterBlank = blank;
  }

  /** Some characters fold to many units, so that a folded text may be longer than its original. */
  #grow(): void {
    const [starts, ends] = [this.#starts, this.#ends];
    this.#starts = new Int32Array(starts.length * 2);
    this.#ends = new Int32Array(ends.length * 2);
    this.#starts.set(starts);
    this.#ends.set(ends);
  }

  end(): Folded {
    return {
      text: this.#pieces.join(""),
      starts: this.#starts.subarray(0, this.#length),
      ends: this.#ends.subarray(0, this.#length),
    };
  }
}

type ByCase = { -readonly [keepCase in "kept" | "folded"]?: Folded };

const cache = new WeakMap<object, ByCase>();

/** The folded text of a source, made once per source value and case. */
export function foldedText(source: { readonly text: string }, keepCase: boolean): Folded {
  const known = cache.get(source) ?? {};
  cache.set(source, known);
  const key = keepCase ? "kept" : "folded";
  known[key] ??= fold(source.text, keepCase);
  return known[key];
}
