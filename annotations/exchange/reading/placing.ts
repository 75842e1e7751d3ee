import type { Range } from "../../model/range.ts";
import type { Block, Source } from "../../model/source.ts";
import { codePointsOf } from "../../text/code-points.ts";
import { Graphemes } from "../../text/grapheme.ts";
import { united } from "../../text/pieces.ts";
import { rangesOfSelection } from "../../text/selection.ts";
import { locate, rangeAt } from "../../text/selector.ts";
import { FileText } from "./file-text.ts";
import type { ReadRange } from "./read-annotations.ts";

/** Where a mark of a file stands in a project's text. All but `exact` need the analyst's consent. */
export type Placement =
  | { readonly kind: "exact"; readonly ranges: readonly Range[] }
  /** The quote stands elsewhere than the file says, and one place fits its context best. */
  | { readonly kind: "moved"; readonly ranges: readonly Range[] }
  /** It crosses paragraphs, or cuts a character in two: these are the pieces that it means. */
  | { readonly kind: "adjusted"; readonly ranges: readonly Range[] }
  /** The file gives a position only, so that nothing tells whether the text there is the one that was marked. */
  | { readonly kind: "unverified"; readonly ranges: readonly Range[] }
  /** The quote stands in several places that fit equally well: the starts of all of them, in code points. */
  | { readonly kind: "ambiguous"; readonly quote: string; readonly candidates: readonly Range[] }
  /** It cannot be placed, and this is why. */
  | { readonly kind: "lost"; readonly quote: string; readonly reason: string };

/** From the best to the worst: a mark is as good as the worst of its pieces. */
const GRADES: readonly Placement["kind"][] = ["exact", "adjusted", "moved", "unverified", "ambiguous", "lost"];

/** Places the marks of one article of a file in the text of a source. */
export class Placing {
  readonly #source: Source;
  /** Null where the file does not hold the text, and positions count in the source's own. */
  readonly #fileText: FileText | null;
  readonly #own: FileText;

  constructor(source: Source, fileText: string | undefined) {
    this.#source = source;
    this.#own = new FileText(source.text);
    this.#fileText = fileText === undefined ? null : fileText === source.text ? this.#own : new FileText(fileText);
  }

  /** The place of a mark of these pieces; one that is `fitted` needs no fitting where the text is the same. */
  place(pieces: readonly ReadRange[], isFitted = false): Placement {
    const asTheyAre = isFitted && this.#fileText === this.#own ? this.#asTheyAre(pieces) : null;
    if (asTheyAre) return { kind: "exact", ranges: asTheyAre };
    const places = pieces.map((piece) => this.#placePiece(piece));
    const [worst] = places.toSorted((a, b) => GRADES.indexOf(b.kind) - GRADES.indexOf(a.kind));
    if (!worst) return { kind: "lost", quote: "", reason: "it has no place in a text" };
    if (worst.kind === "lost") return { ...worst, quote: quoteOf(pieces) || worst.quote };
    if (worst.kind === "ambiguous") return pieces.length === 1 ? worst : severalPlaces(pieces);
    const ranges = places.flatMap((place) => ("ranges" in place ? place.ranges : []));
    return { kind: worst.kind, ranges: united(this.#source, ranges) };
  }

  /** The pieces just as the file has them; null where they do not follow each other, or a quote is not what stands there. */
  #asTheyAre(pieces: readonly ReadRange[]): readonly Range[] | null {
    const points = codePointsOf(this.#source);
    let reached = 0;
    const ranges: Range[] = [];
    for (const { position, quote, prefix = "", suffix = "", more } of pieces) {
      if (!position || !quote || position.unit !== "code-point") return null;
      const { start, end } = position;
      if (!(start >= reached && start < end && end <= points.length)) return null;
      if (points.slice(start, end) !== quote) return null;
      ranges.push({ ...more, start, end, quote, prefix, suffix });
      reached = end;
    }
    return ranges.length === 0 ? null : ranges;
  }

  #placePiece({ position, quote, prefix, suffix }: ReadRange): Placement {
    const words = canonicalQuote(quote);
    if (!position)
      return this.#found({ start: 0, end: 0, quote: words ?? "", prefix: prefix ?? "", suffix: suffix ?? "" }, true);
    const { start, end, unit } = position;
    const objection = objectionTo(start, end);
    if (objection !== null) return { kind: "lost", quote: words ?? "", reason: objection };
    const stretch = (this.#fileText ?? this.#own).stretch(start, end, unit);
    if (!stretch && words === undefined)
      return { kind: "lost", quote: "", reason: `its place ${start}–${end} lies outside of the text` };
    if (words === undefined || words === stretch?.quote) {
      if (!stretch) return { kind: "lost", quote: "", reason: "it lies outside of the text" };
      const isVerified = words !== undefined || this.#fileText !== null;
      const found = this.#found(
        { ...stretch, prefix: prefix ?? stretch.prefix, suffix: suffix ?? stretch.suffix },
        false,
      );
      return isVerified || found.kind !== "exact" ? found : { kind: "unverified", ranges: found.ranges };
    }
    const from = stretch?.start ?? 0;
    return this.#found({ start: from, end: from, quote: words, prefix: prefix ?? "", suffix: suffix ?? "" }, false);
  }

  /** By its quote alone a stretch is `exact` where only one place has it. */
  #found(wanted: Range, isQuoteAlone: boolean): Placement {
    if (wanted.quote === "") return { kind: "lost", quote: "", reason: "it quotes nothing" };
    const located = locate(this.#source, wanted);
    switch (located.kind) {
      case "exact":
        return this.#settled("exact", located.start, located.end);
      case "moved":
        return this.#settled(isQuoteAlone ? "exact" : "moved", located.start, located.end);
      case "ambiguous": {
        const length = codePointsOf({ text: wanted.quote }).length;
        const candidates = located.candidates
          .slice(0, MOST_CANDIDATES)
          .map((start) => rangeAt(this.#source, start, start + length));
        return { kind: "ambiguous", quote: wanted.quote, candidates };
      }
      case "lost":
        return { kind: "lost", quote: wanted.quote, reason: "its quote is not in the text" };
      default:
        return located satisfies never;
    }
  }

  /** A mark stays in its paragraph and holds whole characters. */
  #settled(kind: "exact" | "moved", start: number, end: number): Placement {
    const block = blockAt(this.#source.blocks, start);
    if (block && end <= block.end && this.#isWhole(block, start, end)) {
      return { kind, ranges: [rangeAt(this.#source, start, end)] };
    }
    const ranges = rangesOfSelection(this.#source, start, end);
    const quote = codePointsOf(this.#source).slice(start, end);
    if (ranges.length === 0)
      return { kind: "lost", quote, reason: "it holds nothing but blanks, or lies between paragraphs" };
    return { kind: kind === "moved" ? "moved" : "adjusted", ranges };
  }

  #isWhole(block: Block, start: number, end: number): boolean {
    const points = codePointsOf(this.#source);
    return [start, end].every((offset) => {
      if (offset === block.start || offset === block.end) return true;
      const around = points.slice(Math.max(block.start, offset - AROUND), Math.min(block.end, offset + AROUND));
      if (PLAIN.test(around)) return true;
      const text = points.slice(block.start, block.end);
      const index = points.toUtf16(offset) - points.toUtf16(block.start);
      return new Graphemes(text).at(index)?.start === index;
    });
  }
}

/** Characters that combine with no other: between two of them is always a boundary. */
const PLAIN = /^[\u0020-\u007e\u00a1-\u02ff\u2010-\u2027]*$/;

const AROUND = 1;

/** How many places are offered where a quote stands in several. */
const MOST_CANDIDATES = 50;

function canonicalQuote(quote: string | undefined): string | undefined {
  return quote?.replace(/\r\n?/g, "\n");
}

function objectionTo(start: number, end: number): string | null {
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return "its place is not given in whole numbers";
  if (start < 0) return "its place begins before the text";
  if (start === end) return "it has no length";
  return start > end ? "it ends before it begins" : null;
}

function quoteOf(pieces: readonly ReadRange[]): string {
  return pieces.flatMap(({ quote }) => quote ?? []).join(" … ");
}

function severalPlaces(pieces: readonly ReadRange[]): Placement {
  return { kind: "lost", quote: quoteOf(pieces), reason: "one of its pieces stands in several places of the text" };
}

/** The block that holds an offset, by halving; blocks stand in the order of the text. */
function blockAt(blocks: readonly Block[], offset: number): Block | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const block = blocks[low];
  return block && block.start <= offset ? block : undefined;
}
