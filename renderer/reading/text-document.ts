import { type Node, Schema } from "prosemirror-model";
import type { Source } from "../../annotations/model/source.ts";
import { codePointsOf } from "../../annotations/text/code-points.ts";
import { type Part, partsOf, type Section, sectionsOf } from "./sections.ts";

/** Articles are parts of blocks of plain text; marks live outside the document. */
const schema = new Schema({
  nodes: {
    doc: { content: "part+" },
    part: {
      content: "block+",
      attrs: { characters: { default: 0 } },
      // What the style sheet estimates the height from, as long as the part is far from the screen and not laid out.
      toDOM: (node) => [
        "div",
        { class: "part", style: `--characters: ${Number(node.attrs.characters)}; --blocks: ${node.childCount}` },
        0,
      ],
    },
    paragraph: {
      group: "block",
      content: "text*",
      attrs: { boilerplate: { default: false } },
      toDOM: (node) => ["p", { dir: "auto", ...classOf(node) }, 0],
    },
    heading: {
      group: "block",
      content: "text*",
      attrs: { boilerplate: { default: false } },
      toDOM: (node) => ["h3", { dir: "auto", ...classOf(node) }, 0],
    },
    text: {},
  },
});

function classOf(node: Node): { class?: string } {
  return node.attrs.boilerplate === true ? { class: "boilerplate" } : {};
}

/** A source as a ProseMirror document, with the way between its positions and offsets in the canonical text. */
export interface TextDocument {
  readonly doc: Node;
  readonly sections: readonly Section[];
  /** The nodes of the document by the sections in them. */
  readonly parts: readonly Part[];
  /** The document position of a code point; an offset between blocks counts as the end of the block before it. */
  position(offset: number): number;
  /** The code point offset of a document position; a position between blocks counts as the start of the next block. */
  offset(position: number): number;
}

/** Where the caret stands in a source without text: inside the only block of the only part. */
const EMPTY_TEXT = 2;

interface Placed {
  /** UTF-16 index in the canonical text. */
  readonly index: number;
  /** The first document position that counts as the block's: before its part where it is the first there. */
  readonly begins: number;
  /** Document position of the block's first character. */
  readonly position: number;
  readonly length: number;
}

export function textDocument(source: Source): TextDocument {
  const points = codePointsOf(source);
  const placed: Placed[] = [];
  let next = 0;
  const sections = sectionsOf(source);
  const parts = partsOf(sections);
  const nodes = parts.map(({ from, to }) => {
    const within = sections.slice(from, to);
    const blocks = within.flatMap((section) => section.blocks);
    // One position for the beginning of the part and one for that of each block; the same at their ends.
    next += 1;
    const children = blocks.map((block, i) => {
      const text = points.slice(block.start, block.end);
      const begins = i === 0 ? next - 1 : next;
      placed.push({ begins, index: points.toUtf16(block.start), position: next + 1, length: text.length });
      next += text.length + 2;
      const type = block.kind === "heading" ? schema.nodes.heading : schema.nodes.paragraph;
      return type.create({ boilerplate: block.boilerplate }, text === "" ? null : schema.text(text));
    });
    next += 1;
    const content = children.length > 0 ? children : schema.nodes.paragraph.create();
    const characters = (within.at(-1)?.end ?? 0) - (within[0]?.start ?? 0);
    return schema.nodes.part.create({ characters }, content);
  });
  const doc = schema.nodes.doc.create(null, nodes);
  return {
    doc,
    sections,
    parts,
    position(offset) {
      const index = points.toUtf16(offset);
      const block = lastWhere(placed, (candidate) => candidate.index <= index) ?? placed[0];
      return block ? block.position + clamp(index - block.index, block.length) : EMPTY_TEXT;
    },
    offset(position) {
      const block = lastWhere(placed, (candidate) => candidate.begins <= position) ?? placed[0];
      return block ? points.fromUtf16(block.index + clamp(position - block.position, block.length)) : 0;
    },
  };
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}

/** The last item of a list for which `holds` is true, where it is true for a prefix only (binary search). */
function lastWhere<Item>(items: readonly Item[], holds: (item: Item) => boolean): Item | undefined {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) low = middle + 1;
    else high = middle;
  }
  return items[low - 1];
}
