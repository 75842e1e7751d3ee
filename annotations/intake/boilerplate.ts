import type { TextBlock } from "./blocks.ts";
import { footerOf, isFurniture, isNavigationWord } from "./furniture.ts";
import { isHeadingLine, isMatter } from "./heading.ts";
import { isPersonalName } from "./personal-name.ts";

/**
 * The blocks that belong to the page and not to the article: furniture, menus, the footer, a biography at the end, and
 * the first of two title lines. A block that could be either is left to the article.
 */
export function boilerplateOf(blocks: readonly TextBlock[]): ReadonlySet<TextBlock> {
  const found = new Set(blocks.filter((block) => isFurniture(block.line)));
  for (const step of [menus, footer, biography, repeatedTitles]) {
    const content = blocks.filter((block) => !found.has(block));
    for (const block of step(content, blocks)) found.add(block);
  }
  return found;
}

/** Two or more menu words on lines of their own. */
function menus(_content: readonly TextBlock[], blocks: readonly TextBlock[]): readonly TextBlock[] {
  const words = blocks.map(({ line }) => isNavigationWord(line));
  return blocks.filter((_, i) => words[i] && (words[i - 1] || words[i + 1]));
}

/** A footer heading and all that follows it, provided that most of the article came before. */
function footer(content: readonly TextBlock[], blocks: readonly TextBlock[]): readonly TextBlock[] {
  const kept = new Set(content);
  const total = content.reduce((sum, block) => sum + block.line.length, 0);
  let before = 0;
  for (const [i, block] of blocks.entries()) {
    const kind = before * 2 >= total ? footerOf(block.line) : null;
    const rest = blocks.slice(kind ? i : blocks.length);
    if (kind === "replies" || (kind === "list" && isListOfTeasers(rest))) return rest;
    if (kept.has(block)) before += block.line.length;
  }
  return [];
}

/** Whether hardly any block is a paragraph in whole sentences; what announces another article breaks off. */
function isListOfTeasers(blocks: readonly TextBlock[]): boolean {
  const paragraphs = blocks.filter(({ line }) => line.length > 400 || (line.length > 60 && SENTENCE_END.test(line)));
  return paragraphs.length * 4 <= blocks.length;
}

const SENTENCE_END = /[.!?。！？؟][\p{Pf}\p{Pe}"']*$/u;

/** "About the author" or "About Jane Doe" and at most three blocks on that person, at the end of the article. */
function biography(content: readonly TextBlock[]): readonly TextBlock[] {
  const at = content.findLastIndex(({ line }) => biographyHeading(line) !== null);
  const rest = content.slice(Math.max(at, 0));
  return at > 0 && rest.length > 1 && rest.length <= 4 && isAbout(rest) ? rest : [];
}

function isAbout([heading, first]: readonly TextBlock[]): boolean {
  const name = biographyHeading(heading?.line ?? "");
  if (name === null || !first) return false;
  return name === "" || name.split(" ").some((word) => word.length > 1 && first.line.includes(word));
}

/** The name in a biography's heading; empty in "About the author", null in any other line. */
export function biographyHeading(line: string): string | null {
  if (/^about the (?:authors?|writers?|contributors?)$/i.test(line)) return "";
  const name = /^about ([^.!?]{3,60})$/i.exec(line)?.[1];
  return name && isPersonalName(name) ? name : null;
}

const HEAD_BLOCKS = 8;
const HEAD_LINE = 200;

/** Title lines that stand above the article once more, as one that carries the site's name does ("Title | Site"). */
function repeatedTitles(content: readonly TextBlock[]): readonly TextBlock[] {
  const body = content.findIndex(({ line }) => line.length >= HEAD_LINE);
  const head = content
    .slice(0, Math.min(body === -1 ? content.length : body, HEAD_BLOCKS))
    .filter(({ line }) => !isMatter(line));
  const title = head.findIndex(({ line }, i) => !head.slice(i + 1).some((later) => repeats(line, later.line)));
  return head.slice(0, Math.max(title, 0)).filter(({ line }) => isHeadingLine(line));
}

function repeats(line: string, later: string): boolean {
  const first = line.toLowerCase();
  const second = later.toLowerCase();
  return first === second || (first.startsWith(second) && /^ [|–—-] \S/.test(first.slice(second.length)));
}
