import type { Source } from "../../annotations/model/source.ts";
import { codePointsOf } from "../../annotations/text/code-points.ts";
import { plainText } from "./text-table.ts";

/** What the command line tells machines of a source: all but its text. */
export function sourceJson(source: Source): unknown {
  const { id, title, author, outlet, date, url, language, guessed, originalName, sha256, blocks } = source;
  const { length } = codePointsOf(source);
  return {
    id,
    ...{ title, author, outlet, date, url, language },
    guessed,
    originalName,
    sha256,
    blocks: blocks.length,
    length,
  };
}

/** One line on a source for people: its file and what was read off it. */
export function sourceLine({ originalName, title, outlet, date }: Source): string {
  const known = [title, outlet, date].filter((field) => field !== "").join(", ");
  return plainText(`${originalName}: ${known || "no title found"}`);
}
