import type { Chart } from "./chart.ts";
import { chartSvg } from "./chart-svg.ts";
import type { Block, Inline, Line, Piece, Report, Section, Table } from "./document.ts";
import { HTML_STYLE } from "./html-style.ts";
import { htmlText } from "./html-text.ts";
import { linkTarget } from "./web-address.ts";

/**
 * A report as one HTML file that opens from the disk: no script, nothing from elsewhere, and a content security policy that
 * allows nothing but its own style. All text is escaped; an address is a link only where it is one of the web or of mail.
 */
export function reportHtml({ title, blocks, sections }: Report): string {
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${htmlText(title)}: what the sources say</title>`,
    `<style>${HTML_STYLE}</style>`,
    "</head>",
    "<body>",
    "<header>",
    `<p class="kind">What the sources say</p>`,
    `<h1 dir="auto">${htmlText(title)}</h1>`,
    ...blocks.map(blockHtml),
    '<nav aria-label="Contents"><ol>',
    ...sections.map((section) => `<li><a href="#${section.id}">${lineHtml(section.title)}</a></li>`),
    "</ol></nav>",
    "</header>",
    "<main>",
    ...sections.map((section) => sectionHtml(section, 2)),
    "</main>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function sectionHtml({ id, title, blocks, sections }: Section, level: number): string {
  return [
    `<section id="${id}" aria-labelledby="${id}-title">`,
    `<h${level} id="${id}-title">${lineHtml(title)}</h${level}>`,
    ...blocks.map(blockHtml),
    ...sections.map((part) => sectionHtml(part, level + 1)),
    "</section>",
  ].join("\n");
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${lineHtml(block.line)}</p>`;
    case "list":
      return `<ul>\n${block.items.map((item) => `<li>${lineHtml(item)}</li>`).join("\n")}\n</ul>`;
    case "table":
      return tableHtml(block.table);
    case "note":
      return `<div class="note"><b>${htmlText(block.label)}</b> <span class="words" dir="auto">${htmlText(block.text)}</span></div>`;
    case "passage":
      return `<figure class="passage ${block.look}"><blockquote>${block.pieces.map(pieceHtml).join("")}</blockquote><figcaption>${lineHtml(block.facts)}</figcaption></figure>`;
    case "chart":
      return [...block.charts.map((chart) => drawingHtml(chart)), tableHtml(block.table)].join("\n");
    default:
      return block satisfies never;
  }
}

function drawingHtml(chart: Chart): string {
  return `<figure class="drawing"><figcaption>${htmlText(chart.title)}</figcaption>${chartSvg(chart)}</figure>`;
}

function pieceHtml({ before, quote, after }: Piece): string {
  return `<p class="words" dir="auto">${htmlText(before)}<mark>${htmlText(quote)}</mark>${htmlText(after)}</p>`;
}

/** In a frame that scrolls where the page is too narrow, and can be reached by key. */
function tableHtml({ caption, columns, rows }: Table): string {
  const name = htmlText(caption);
  return [
    `<div class="frame" role="region" tabindex="0" aria-label="${name}">`,
    `<table><caption>${name}</caption>`,
    `<thead><tr>${columns.map(({ title, numeric }) => `<th scope="col"${numeric ? NUMERIC : ""}>${lineHtml(title)}</th>`).join("")}</tr></thead>`,
    "<tbody>",
    ...rows.map((row) => `<tr>${row.map((cell, i) => cellHtml(cell, i, columns[i]?.numeric === true)).join("")}</tr>`),
    "</tbody></table></div>",
  ].join("\n");
}

const NUMERIC = ' class="number"';

function cellHtml(line: Line, place: number, numeric: boolean): string {
  const content = lineHtml(line);
  return place === 0 ? `<th scope="row">${content}</th>` : `<td${numeric ? NUMERIC : ""}>${content}</td>`;
}

function lineHtml(line: Line): string {
  return line.map(inlineHtml).join("");
}

function inlineHtml(inline: Inline): string {
  if (typeof inline === "string") return htmlText(inline);
  const text = htmlText(inline.text);
  switch (inline.kind) {
    case "given":
      return `<bdi dir="auto">${text}</bdi>`;
    case "strong":
      return `<b>${text}</b>`;
    case "small":
      return `<small>${text}</small>`;
    case "code":
      return `<code>${text}</code>`;
    case "sign":
      return `<span class="sign ${inline.look}${inline.hollow ? " hollow" : ""}">${text}</span>`;
    case "address":
      return addressHtml(inline.text);
    case "jump":
      return `<a href="#${htmlText(inline.to)}"><bdi dir="auto">${text}</bdi></a>`;
    default:
      return inline satisfies never;
  }
}

function addressHtml(address: string): string {
  const target = linkTarget(address);
  const text = `<bdi dir="auto">${htmlText(address)}</bdi>`;
  return target === null ? text : `<a class="address" href="${htmlText(target)}" rel="noreferrer">${text}</a>`;
}
