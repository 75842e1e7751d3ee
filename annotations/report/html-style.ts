/** The style of a report: light, on a screen that asks for it dark, and in black on white on A4. */
export const HTML_STYLE = `
:root {
  color-scheme: light;
  --page: #fff; --line: #d9d4c8; --ink: #1f1d18; --ink-2: #57534a; --accent: #2f5bd0; --soft: #f6f4ee;
  --supports: #0b66a8; --refutes: #ad3e08; --mixed: #844a98; --questions: #835b00; --mentions: #566370;
  --supports-tint: #dcecf8; --refutes-tint: #fbe3d6; --mixed-tint: #efe2f3; --questions-tint: #f8ecc9; --mentions-tint: #e9ecef;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --page: #1b1e23; --line: #3b414c; --ink: #e9e6df; --ink-2: #b3afa6; --accent: #8aaaff; --soft: #22262d;
    --supports: #6db8ee; --refutes: #ff9a66; --mixed: #cf9be0; --questions: #e6b84a; --mentions: #a9b4bf;
    --supports-tint: #16344a; --refutes-tint: #4a2614; --mixed-tint: #3b2743; --questions-tint: #413413; --mentions-tint: #2a3037;
  }
}
* { box-sizing: border-box; }
body { max-width: 1080px; margin: 0 auto; padding: 40px 32px 80px; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; overflow-wrap: anywhere; }
header { border-bottom: 2px solid var(--ink); }
.kind { margin: 0; color: var(--ink-2); }
h1, h2, h3, blockquote { font-family: Georgia, "Source Serif 4", "Times New Roman", serif; }
h1 { margin: 2px 0 8px; font-size: 30px; line-height: 1.2; }
h2 { margin: 44px 0 10px; padding-bottom: 4px; border-bottom: 1px solid var(--line); font-size: 22px; }
h3 { margin: 32px 0 6px; font-size: 17px; line-height: 1.35; }
h4 { margin: 18px 0 2px; font-size: 14px; }
p, ul { max-width: 80ch; margin: 8px 0; }
h4 + p { margin-top: 0; }
ul { padding-inline-start: 22px; }
nav ol { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 12px 0 14px; padding: 0; list-style: none; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
small, figcaption, caption { color: var(--ink-2); font-size: 12.5px; }
code { font: 11px/1.3 ui-monospace, Consolas, monospace; }
.frame { margin: 14px 0; overflow-x: auto; }
table { border-collapse: collapse; font-size: 13px; line-height: 1.4; overflow-wrap: normal; }
caption { padding-bottom: 5px; text-align: start; }
th, td { min-width: 44px; padding: 5px 10px 5px 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
thead th { border-bottom: 1px solid var(--ink); vertical-align: bottom; }
tbody th { font-weight: 400; }
th.number, td.number { padding-inline-end: 18px; text-align: end; font-variant-numeric: tabular-nums; }
td code { display: block; width: 17ch; overflow-wrap: anywhere; }
td .address, td > bdi { overflow-wrap: anywhere; }
#sources td:nth-child(5) { white-space: nowrap; }
#sources td:nth-child(7) { min-width: 150px; }
#matrix > h2 + .frame thead th { max-width: 150px; overflow-wrap: anywhere; }
#matrix > h2 + .frame tbody th { min-width: 200px; }
#matrix td small { display: block; line-height: 1.3; }
.sign { display: inline-block; padding: 0 5px; border: 1px solid transparent; border-radius: 4px; font-weight: 600; white-space: nowrap; }
.supports, .corroborated { --c: var(--supports); --t: var(--supports-tint); }
.refutes, .denied, .contested { --c: var(--refutes); --t: var(--refutes-tint); }
.mixed { --c: var(--mixed); --t: var(--mixed-tint); }
.questions, .only-attributed { --c: var(--questions); --t: var(--questions-tint); }
.mentions, .single-source, .unaddressed { --c: var(--mentions); --t: var(--mentions-tint); }
.sign[class] { border-color: var(--c, transparent); background: var(--t, transparent); color: var(--c, var(--ink-2)); }
.sign.hollow { background: none; border-style: dashed; }
.passage { max-width: 80ch; margin: 8px 0; padding: 6px 12px; border-inline-start: 3px solid var(--c); background: var(--soft); }
blockquote { margin: 0; color: var(--ink-2); font-size: 15px; }
blockquote p { margin: 0 0 4px; }
.words { white-space: pre-line; }
mark { background: var(--t); color: var(--ink); border-bottom: 1.5px solid var(--c); }
.note { max-width: 80ch; margin: 6px 0; padding-inline-start: 12px; border-inline-start: 3px double var(--line); font-size: 13.5px; }
.drawing { margin: 18px 0 4px; }
.drawing figcaption { margin-bottom: 8px; }
.chart { display: block; max-width: 100%; height: auto; font: 12px system-ui, sans-serif; }
.chart text { fill: var(--ink); dominant-baseline: central; font-variant-numeric: tabular-nums; }
.chart .none { fill: var(--ink-2); }
.chart .whole { fill: none; stroke: var(--line); }
.chart .segment { fill: var(--t); stroke: var(--c); stroke-width: 1.25; }
.chart .mentions.segment { stroke-dasharray: 3 2; }
.chart pattern.hatch path { fill: none; stroke: var(--c); stroke-opacity: 0.4; stroke-width: 1; }
.chart pattern.questions path { stroke-width: 2; stroke-linecap: round; }
.chart .segment + .hatch + text, .chart .segment + text { paint-order: stroke; stroke: var(--t); stroke-width: 4px; stroke-linejoin: round; font-weight: 600; }
.chart .grid { fill: none; stroke: var(--line); }
.chart .value { fill: var(--supports); stroke: var(--supports); stroke-width: 1.5; }
.chart .value.approximate { fill: var(--page); stroke-dasharray: 3 2; }
.chart .value.open { fill: none; stroke-width: 2; }
.chart .heat-cell { fill: var(--refutes); stroke: var(--line); }
@page { size: A4; margin: 16mm 15mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
@media print {
  :root { --page: #fff; --ink: #000; --ink-2: #333; --accent: #000; --line: #999; --soft: transparent; }
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  h1 { font-size: 20pt; } h2 { font-size: 14pt; } h3 { font-size: 11.5pt; } h4 { font-size: 9.5pt; }
  blockquote { font-size: 10pt; } table { font-size: 8pt; } small, figcaption, caption { font-size: 8pt; } code { font-size: 6.5pt; }
  h1, h2, h3, h4, caption { break-after: avoid; }
  h4 + p, thead, .drawing figcaption { break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  .note { font-size: 9pt; }
  .passage, .note, tr, svg, li { break-inside: avoid; }
  thead { display: table-header-group; }
  p, li, blockquote { orphans: 3; widows: 3; }
  nav { display: none; }
  .frame { overflow: visible; }
  a { text-decoration: none; }
  a.address { text-decoration: underline; }
  th, td { min-width: 0; padding-inline-end: 6pt; }
  #matrix > h2 + .frame tbody th { min-width: 32mm; } #matrix > h2 + .frame thead th { min-width: 23mm; } #sources td:nth-child(7) { min-width: 0; }
  .sign, mark, .passage, .chart { print-color-adjust: exact; }
}
`;
