import type { Block, Inline, Line, Piece, Report, Section, Table } from "./document.ts";
import { markdownLines, markdownText } from "./markdown-text.ts";
import { linkTarget } from "./web-address.ts";

/**
 * A report as Markdown (CommonMark, with the tables of GitHub). All text is escaped, so that nothing of the project is
 * markup. Charts are left out; the table behind each is there.
 */
export function reportMarkdown({ title, blocks, sections }: Report): string {
  const parts = [`# ${markdownText(title, true)}: what the sources say`, ...blocks.map(blockMarkdown)];
  for (const section of sections) addSection(parts, section, 2);
  return `${parts.join("\n\n")}\n`;
}

function addSection(parts: string[], { title, blocks, sections }: Section, level: number): void {
  parts.push(`${"#".repeat(level)} ${lineMarkdown(title)}`, ...blocks.map(blockMarkdown));
  for (const section of sections) addSection(parts, section, level + 1);
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return lineMarkdown(block.line);
    case "list":
      return block.items.map((item) => `- ${lineMarkdown(item)}`).join("\n");
    case "table":
    case "chart":
      return tableMarkdown(block.table);
    case "note":
      return noteMarkdown(block.label, block.text);
    case "passage":
      return [...block.pieces.map(pieceMarkdown), ">", `> ${lineMarkdown(block.facts)}`].join("\n");
    default:
      return block satisfies never;
  }
}

/** Each line of a note stands on a line of its own, by a hard break. */
function noteMarkdown(label: string, text: string): string {
  return [`${markdownText(label, true)}:`, ...markdownLines(text)].join("\\\n");
}

/** The quote is bold. Without a blank beside it, bold would not begin or end there where it has a punctuation mark at its edge. */
function pieceMarkdown({ before, quote, after }: Piece): string {
  const bold = markdownText(quote, false).trim();
  const [left, right] = [markdownText(before, true), markdownText(after, false)];
  const start = /^[\p{L}\p{N}]/u.test(bold) || left === "" ? "" : " ";
  const end = /[\p{L}\p{N}]$/u.test(bold) ? "" : " ";
  return `> ${left}${start}**${bold}**${end}${right}`.trimEnd();
}

function tableMarkdown({ caption, columns, rows }: Table): string {
  const row = (cells: readonly Line[]) => `| ${cells.map((cell) => lineMarkdown(cell, true)).join(" | ")} |`;
  return [
    `${markdownText(caption, true)}:`,
    "",
    row(columns.map(({ title }) => title)),
    `|${columns.map(({ numeric }) => (numeric ? " --: |" : " --- |")).join("")}`,
    ...rows.map(row),
  ].join("\n");
}

/** A line of text; a cell of a table does not begin one. */
function lineMarkdown(line: Line, isCell = false): string {
  let isBlank = !isCell;
  const parts = line.map((inline) => {
    const part = inlineMarkdown(inline, isBlank);
    isBlank &&= part.trim() === "";
    return part;
  });
  return parts.join("").trim();
}

function inlineMarkdown(inline: Inline, atStart: boolean): string {
  if (typeof inline === "string") return markdownText(inline, atStart);
  const text = markdownText(inline.text, atStart);
  switch (inline.kind) {
    case "strong":
      return text.trim() === "" ? "" : `**${text.trim()}**`;
    case "code":
      return `\`${inline.text.replace(/[^0-9a-z]/g, "")}\``;
    case "address":
      return addressMarkdown(inline.text, text);
    case "given":
    case "small":
    case "sign":
    case "jump":
      return text;
    default:
      return inline satisfies never;
  }
}

/** An autolink holds no blank and no angle bracket, which a link's target has none of. */
function addressMarkdown(address: string, text: string): string {
  const target = linkTarget(address);
  return target === null
    ? text
    : `<${target.replace(/[|`*_[\]\\]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)}>`;
}
