import type { Source } from "../../annotations/model/source.ts";
import { expressionOf, expressionSearch } from "../../annotations/search/expression-search.ts";
import type { Query, SourceHits } from "../../annotations/search/query.ts";

/** What the page asks: texts with their blocks, and a regular expression that is known to be one. */
export interface ExpressionQuestion {
  readonly sources: readonly Source[];
  readonly query: Query;
}

/** The hits of each source, in the order of the question. */
export type ExpressionAnswer = readonly SourceHits[];

// Runs beside the page, which ends it when it takes too long.
self.onmessage = ({ data }: MessageEvent<ExpressionQuestion>) => {
  const expression = expressionOf(data.query);
  const answer: ExpressionAnswer =
    expression.kind === "fit"
      ? data.sources.map((source) => expressionSearch(source, data.query, expression.pattern))
      : [];
  self.postMessage(answer);
};
