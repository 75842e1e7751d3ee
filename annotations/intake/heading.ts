import type { TextBlock } from "./blocks.ts";
import { authorOfByline } from "./byline.ts";
import { datelinesOf } from "./dateline.ts";
import { isNavigationWord } from "./furniture.ts";
import { hostOf } from "./outlet.ts";

/** The blocks of an article's own content that head what follows: its title lines, and the headings between paragraphs. */
export function headingsOf(content: readonly TextBlock[]): ReadonlySet<TextBlock> {
  const top = content.find(({ line }) => !isMatter(line));
  const headings = runsOfShortLines(content).flatMap(({ run, next }) => {
    const lines = run.filter(({ line }) => !isMatter(line));
    return top && lines[0] === top ? titleLines(lines, run, next) : subheadings(lines, next);
  });
  return new Set(headings);
}

/** A line about the article that is none of its text: a byline, a date, an address, a mail header, a single menu word. */
export function isMatter(line: string): boolean {
  return (
    isNavigationWord(line) ||
    MAIL_HEADER.test(line) ||
    hostOf(line) !== "" ||
    authorOfByline(line) !== "" ||
    datelinesOf(line).length > 0
  );
}

const MAIL_HEADER = /^(?:from|to|cc|bcc|sent|date|reply-to|message-id|subject|von|an|betreff|de|à|objet): ?\S/i;

/** Lines that are no paragraphs, with the dates and bylines among them, and the paragraph that they lead to. */
interface Run {
  readonly run: readonly TextBlock[];
  readonly next: TextBlock | undefined;
}

function runsOfShortLines(content: readonly TextBlock[]): readonly Run[] {
  const runs: Run[] = [];
  let run: TextBlock[] = [];
  for (const block of content) {
    if (isMatter(block.line) || isHeadingLine(block.line)) {
      run.push(block);
    } else {
      if (run.length > 0) runs.push({ run, next: block });
      run = [];
    }
  }
  return run.length > 0 ? [...runs, { run, next: undefined }] : runs;
}

const MOST_TITLE_LINES = 4;

/**
 * The lines above the first paragraph. More than a title, its kicker and a subtitle are probably a menu, and the title
 * is the first line that is more than a few words. Where no paragraph follows only the first line can be a title, and a
 * line that stands alone is none.
 */
function titleLines(
  lines: readonly TextBlock[],
  run: readonly TextBlock[],
  next: TextBlock | undefined,
): readonly TextBlock[] {
  if (!next) return run.length > 1 ? lines.slice(0, 1) : [];
  if (lines.length <= MOST_TITLE_LINES) return lines;
  return lines.filter(({ line }) => line.split(" ").length > 3 || line.length > 25).slice(0, 1);
}

/** One heading, or a heading and its subheading, with a longer paragraph after them; more short lines are a list. */
function subheadings(lines: readonly TextBlock[], next: TextBlock | undefined): readonly TextBlock[] {
  if (!next || lines.length > 2) return [];
  return lines.filter(({ line }) => line.length < next.line.length && !isSpoken(line));
}

/** A long question or exclamation between paragraphs is rather somebody's words than a heading. */
function isSpoken(line: string): boolean {
  return /[?!？！؟]$/.test(line) && line.length > 80;
}

/** Whether a line has the shape of a heading: short, with letters, not a sentence, a list item, a quote or a notice. */
export function isHeadingLine(line: string): boolean {
  if (line.length > 160 || line.split(" ").length > 24) return false;
  const letters = line.match(/\p{L}/gu)?.length ?? 0;
  const signs = line.match(/[\p{N}\p{P}\p{Sm}]/gu)?.length ?? 0;
  if (letters === 0 || letters < signs) return false;
  return !SENTENCE_END.test(line) && !NO_HEADING_START.test(line) && !NOTICE.test(line) && !/https?:\/\//.test(line);
}

/** A full stop and its like, except after an abbreviation such as "U.S."; questions may be headings. */
const SENTENCE_END = /(?<!\b\p{Lu}\.\p{Lu})[.:;,…。：；，،؛।۔][\p{Pf}\p{Pe}"']*(?:\[\d+\])?$/u;

/** Lower case (but "iPhone"), list marks, dashes, footnotes, and quotes that fill the line. */
const NO_HEADING_START = /^(?:\p{Ll}(?!\p{Lu})|[-*•–—>|#]|\[|\(|[“"«„][^”"»]*[”"»“]$)/u;

const NOTICE =
  /^(?:updated?|corrections?|clarification|editor['’]s note|note|original entry|breaking|live)\b\s?(?:[,:–—-]|$)/i;
