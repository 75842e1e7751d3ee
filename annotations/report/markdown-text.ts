import { visible } from "./html-text.ts";

/** What CommonMark, GitHub's tables and strikethrough, and the mathematics of several readers take for markup anywhere. */
const ANYWHERE = /[\\`*_[\]<>#|~&$]/g;

/** What would begin a list or a rule at the start of a line, or underline the line above. */
const AT_START = /^(?:[+=:-]|\d{1,9}[.)])/;

/** A text as one line of Markdown in which nothing is markup; `atStart` where a line begins with it. */
export function markdownText(text: string, atStart: boolean): string {
  const line = visible(text).replace(/\s+/g, " ");
  const plain = line.replace(ANYWHERE, "\\$&").replace(/:(?=\/\/)|(?<=\bwww)\./gi, "\\$&");
  if (!atStart) return plain;
  return plain.trimStart().replace(AT_START, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`);
}

/** A text in the lines that it has, each as one of Markdown; lines without anything are left out. */
export function markdownLines(text: string): readonly string[] {
  return text
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map((line) => markdownText(line, true).trimEnd())
    .filter((line) => line !== "");
}
