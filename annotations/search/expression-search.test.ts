import { describe, expect, it } from "vitest";
import { article } from "../testing/article.ts";
import { expressionOf, expressionSearch } from "./expression-search.ts";
import type { Query } from "./query.ts";

function finds(marked: string, words: string, more: Partial<Query> = {}): void {
  const query: Query = { words, matchCase: false, wholeWords: false, expression: true, ...more };
  const { source, ranges } = article(marked);
  const expression = expressionOf(query);
  if (expression.kind === "unfit") throw new Error(expression.reason);
  expect(expressionSearch(source, query, expression.pattern).hits).toEqual(
    ranges.map(({ start, end }) => ({ start, end })),
  );
}

describe("expressionSearch", () => {
  it("finds every match in every paragraph, in code points", () => {
    finds("👍 [300]–[400]\n[203] men", "\\d+");
  });

  it("takes ^ and $ for the ends of a paragraph", () => {
    finds("[One] one\n[One] more", "^one");
  });

  it("tells case apart and keeps to whole words where asked to", () => {
    finds("[Mali] mali Malian", "Mal.", { matchCase: true, wholeWords: true });
  });

  it("leaves empty matches out", () => {
    finds("b[a]b", "a*");
  });

  it.each(["(", "[a", "*", "\\p{Nothing}"])("says in one sentence why %s is none", (words) => {
    const expression = expressionOf({ words, matchCase: false, wholeWords: false, expression: true });
    expect(expression).toEqual({
      kind: "unfit",
      reason: expect.stringMatching(/^This is not a regular expression yet: [^.]+\.$/),
    });
  });
});
