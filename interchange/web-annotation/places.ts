import { createTextPositionSelectorMatcher, createTextQuoteSelectorMatcher } from "@apache-annotator/dom";

/** The two selectors of a piece, as they are written. */
export type Selectors = readonly [
  { readonly type: "TextPositionSelector"; readonly start: number; readonly end: number },
  { readonly type: "TextQuoteSelector"; readonly exact: string; readonly prefix: string; readonly suffix: string },
];

/** A stretch of the page's text. */
export interface Place {
  /** How many UTF-16 code units stand before it. */
  readonly start: number;
  readonly words: string;
}

/** Where the selectors of a piece lead. */
export interface Found {
  readonly byPosition: readonly Place[];
  readonly byQuote: readonly Place[];
}

/** Runs in the page: resolves each selector in the text of the article on its own. */
export async function placesOf(pieces: readonly Selectors[]): Promise<readonly Found[]> {
  const article = document.querySelector("article") ?? document.body;
  const found: Found[] = [];
  for (const [position, quote] of pieces) {
    const byPosition = await placesIn(article, createTextPositionSelectorMatcher(position)(article));
    found.push({ byPosition, byQuote: await placesIn(article, createTextQuoteSelectorMatcher(quote)(article)) });
  }
  return found;
}

async function placesIn(article: Element, ranges: AsyncIterable<Range>): Promise<readonly Place[]> {
  const places: Place[] = [];
  for await (const range of ranges) {
    const before = document.createRange();
    before.setStart(article, 0);
    before.setEnd(range.startContainer, range.startOffset);
    places.push({ start: before.toString().length, words: range.toString() });
  }
  return places;
}
