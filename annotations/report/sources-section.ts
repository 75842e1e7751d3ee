import type { MetadataField, Source } from "../model/source.ts";
import { wordCount } from "../text/word-count.ts";
import { type Block, given, type Inline, type Line, paragraph, type Section, section } from "./document.ts";
import type { Material } from "./material.ts";

/** Where the texts come from, and what tells each of them from every other. */
export function sourcesSection({ matrix: { sources }, letterOf }: Material): Section {
  const id = "sources";
  if (sources.length === 0) return section(id, "Sources", [paragraph("No article is in view.")]);
  const table: Block = {
    kind: "table",
    table: {
      caption: "The articles, by the letters that stand for them in this report",
      columns: [
        { title: ["Source"] },
        { title: ["Title"] },
        { title: ["Outlet"] },
        { title: ["Author"] },
        { title: ["Date"] },
        { title: ["Words"], numeric: true },
        { title: ["Address"] },
        { title: ["SHA-256 of the text"] },
      ],
      rows: sources.map((source) => sourceRow(letterOf(source.id), source)),
    },
  };
  const guessed = sources.some(({ guessed: fields }) => fields.length > 0);
  const notes = sources.flatMap(({ id: source, note }): readonly Block[] =>
    note ? [{ kind: "note", label: `Note on ${letterOf(source)}`, text: note }] : [],
  );
  return section(id, "Sources", [
    table,
    ...(guessed ? [paragraph("What is marked (guessed) was read off the text, and nobody has confirmed it.")] : []),
    ...notes,
  ]);
}

function sourceRow(letter: string, source: Source): readonly Line[] {
  const field = (name: MetadataField): Line => fieldLine(source, name, given(source[name]));
  return [
    [letter],
    source.title === "" ? [given(source.originalName)] : field("title"),
    field("outlet"),
    field("author"),
    field("date"),
    [wordCount(source.text).toLocaleString("en")],
    fieldLine(source, "url", { kind: "address", text: source.url }),
    [{ kind: "code", text: source.sha256 }],
  ];
}

function fieldLine({ guessed, ...source }: Source, name: MetadataField, value: Inline): Line {
  if (source[name] === "") return ["not known"];
  return guessed.includes(name) ? [value, " ", { kind: "small", text: "(guessed)" }] : [value];
}
