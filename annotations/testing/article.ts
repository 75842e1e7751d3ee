import { SourceId } from "../model/id.ts";
import type { Range } from "../model/range.ts";
import { SCHEMA_VERSION } from "../model/schema-version.ts";
import type { Block, Source } from "../model/source.ts";
import { rangeAt } from "../text/selector.ts";
import { knownId } from "./known-id.ts";

/** A source whose text a test wrote, and the ranges that it put in brackets there. */
export interface Article {
  readonly source: Source;
  readonly ranges: readonly Range[];
}

/**
 * `article("One [two] three")`: a source with the text "One two three", each line a paragraph, and the range of "two".
 * Brackets do not nest.
 */
export function article(marked: string, fields: Partial<Source> = {}): Article {
  const text = marked.replace(/[[\]]/g, "");
  const source: Source = { ...EMPTY, blocks: blocksOf(text), ...fields, text };
  return { source, ranges: bracketed(marked).map(([start, end]) => rangeAt(source, start, end)) };
}

const EMPTY: Source = {
  schemaVersion: SCHEMA_VERSION,
  id: knownId(SourceId, 1),
  title: "",
  author: "",
  outlet: "",
  date: "",
  url: "",
  language: "",
  guessed: [],
  originalName: "article.txt",
  importedAt: "2022-01-01T00:00:00Z",
  sha256: "0".repeat(64),
  order: 0,
  removed: false,
  blocks: [],
  text: "",
};

function blocksOf(text: string): readonly Block[] {
  let reached = 0;
  return text.split("\n").flatMap((line): Block[] => {
    const start = reached;
    const end = start + Array.from(line).length;
    reached = end + 1;
    return line.trim() === "" ? [] : [{ kind: "paragraph", start, end, boilerplate: false }];
  });
}

/** Where the brackets stand, in code points of the text without them. */
function bracketed(marked: string): readonly (readonly [number, number])[] {
  const pairs = [...marked.matchAll(/\[([^\]]*)\]/g)];
  return pairs.map((pair, i) => {
    const start = Array.from(marked.slice(0, pair.index)).length - 2 * i;
    return [start, start + Array.from(pair[1] ?? "").length];
  });
}
