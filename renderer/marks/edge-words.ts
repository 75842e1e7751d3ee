import type { Range } from "../../annotations/model/range.ts";
import type { Edge } from "../../annotations/text/boundary.ts";

/** How many characters of a passage say where its edge is. */
const MOST = 24;

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Where an edge is, for people who do not see it: `End after “the ferry sank”`. */
export function edgeWords(ranges: readonly Range[], { piece, side }: Edge): string {
  const characters = Array.from(graphemes.segment(ranges[piece]?.quote ?? ""), ({ segment }) => segment);
  const near = side === "end" ? characters.slice(-MOST) : characters.slice(0, MOST);
  const words = near.join("");
  if (characters.length <= MOST) return sentence(side, words);
  return sentence(side, side === "end" ? words.replace(/^\S+\s+/, "") : words.replace(/\s+\S+$/, ""));
}

function sentence(side: Edge["side"], words: string): string {
  return side === "end" ? `End after “${words}”` : `Start before “${words}”`;
}
