import type { Block, Metadata } from "../model/source.ts";
import { METADATA_FIELDS } from "../model/source.ts";
import { codePointsOf } from "../text/code-points.ts";
import { type TextBlock, textBlocks } from "./blocks.ts";
import { biographyHeading, boilerplateOf } from "./boilerplate.ts";
import { authorOfByline, authorOfSignature } from "./byline.ts";
import { type Dateline, datelinesOf } from "./dateline.ts";
import { headingsOf, isHeadingLine, isMatter } from "./heading.ts";
import { languageOf } from "./language.ts";
import { hostOf, outletOf, urlOf } from "./outlet.ts";
import type { Guess } from "./staged-file.ts";

/** A file of more blocks is a table or a list of words; it is split and left at that. */
const MOST_BLOCKS = 20_000;

/**
 * Reads an article's blocks and what it says of itself off its canonical text. Nothing comes from the file's name, for
 * names say nothing; what the text does not state stays empty.
 */
export function guessArticle(text: string): Guess {
  const blocks = textBlocks(text);
  const judged = blocks.length > MOST_BLOCKS ? [] : blocks;
  const boilerplate = boilerplateOf(judged);
  const content = judged.filter((block) => !boilerplate.has(block));
  const headings = headingsOf(content);
  const metadata = metadataOf(content, [...boilerplate], headings);
  const points = codePointsOf({ text });
  return {
    metadata,
    guessed: METADATA_FIELDS.filter((field) => metadata[field] !== ""),
    blocks: blocks.map(
      (block): Block => ({
        kind: headings.has(block) ? "heading" : "paragraph",
        start: points.fromUtf16(block.start),
        end: points.fromUtf16(block.end),
        boilerplate: boilerplate.has(block),
      }),
    ),
  };
}

function metadataOf(
  content: readonly TextBlock[],
  boilerplate: readonly TextBlock[],
  headings: ReadonlySet<TextBlock>,
): Metadata {
  const url = urlIn(content);
  return {
    title: titleOf(content, headings),
    author: authorOf(content, boilerplate),
    outlet: outletIn(content, boilerplate, url),
    date: dateIn(content),
    url,
    language: languageOf(content.map(({ line }) => line).join("\n")),
  };
}

const HEAD_BLOCKS = 12;
const BODY_LINE = 200;

/** What stands above the first long paragraph. */
function headOf(content: readonly TextBlock[]): readonly TextBlock[] {
  const body = content.findIndex(({ line }) => line.length >= BODY_LINE);
  return content.slice(0, Math.min(body === -1 ? content.length : body, HEAD_BLOCKS));
}

/** A labelled title, else the first heading, if nothing but dates, bylines and the like stands above it. */
function titleOf(content: readonly TextBlock[], headings: ReadonlySet<TextBlock>): string {
  const labelled = firstOf(headOf(content), (line) => LABELLED_TITLE.exec(line)?.[1] ?? "");
  if (labelled !== "") return labelled;
  const first = content.find((block) => headings.has(block) || !(isMatter(block.line) || isHeadingLine(block.line)));
  return first && headings.has(first) ? first.line : "";
}

const LABELLED_TITLE = /^(?:title|headline|subject): (.{1,300})$/i;

/** A byline above the text, else one below it, else a name alone below it, else whom the biography after it is about. */
function authorOf(content: readonly TextBlock[], boilerplate: readonly TextBlock[]): string {
  const last = content.length > 1 ? (content.at(-1)?.line ?? "") : "";
  return (
    firstOf(headOf(content), authorOfByline) ||
    authorOfByline(last) ||
    authorOfSignature(last) ||
    firstOf(boilerplate, (line) => biographyHeading(line) ?? "")
  );
}

/**
 * The date of publication, else a date without a label, else that of an update. Dates that also stand alone further
 * down divide the text itself, so that none of them is taken for the article's.
 */
function dateIn(content: readonly TextBlock[]): string {
  const head = headOf(content);
  const stated = head.flatMap(({ line }) => datelinesOf(line));
  const dateOf = (event: Dateline["event"]) => stated.find((dateline) => dateline.event === event)?.date;
  const divided = content.slice(head.length).some(({ line }) => datelinesOf(line).length > 0);
  return dateOf("published") ?? (divided ? undefined : dateOf("unstated")) ?? dateOf("updated") ?? "";
}

/** A URL above the text, or the only one that has a line of its own below. */
function urlIn(content: readonly TextBlock[]): string {
  const all = content.map(({ line }) => urlOf(line)).filter((url) => url !== "");
  return firstOf(headOf(content), urlOf) || (all.length === 1 ? (all[0] ?? "") : "");
}

/** Where the text says that it appeared, else the holder of the page's copyright, else the host it gives as its address. */
function outletIn(content: readonly TextBlock[], boilerplate: readonly TextBlock[], url: string): string {
  return (
    firstOf(content, outletOf) || firstOf(boilerplate, outletOf) || hostOf(url) || firstOf(headOf(content), hostOf)
  );
}

/** What `read` makes of the first line that it finds something in, or the empty string. */
function firstOf(blocks: readonly TextBlock[], read: (line: string) => string): string {
  for (const { line } of blocks) {
    const found = read(line);
    if (found !== "") return found;
  }
  return "";
}
