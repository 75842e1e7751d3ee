import { type Node, Schema } from "prosemirror-model";
import type { Source } from "../../annotations/model/source.ts";
import { codePointsOf } from "../../annotations/text/code-points.ts";

/** Articles are blocks of plain text; marks live outside the document. */
const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
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
  /** The document position of a code point; an offset between blocks counts as the end of the block before it. */
  position(offset: number): number;
  /** The code point offset of a document position; a position between blocks counts as the start of the next block. */
  offset(position: number): number;
}

interface Placed {
  /** UTF-16 index in the canonical text. */
  readonly index: number;
  /** Document position of the block's first character. */
  readonly position: number;
  readonly length: number;
}

export function textDocument(source: Source): TextDocument {
  const points = codePointsOf(source);
  const placed: Placed[] = [];
  let next = 1;
  const nodes = source.blocks.map((block) => {
    const text = points.slice(block.start, block.end);
    placed.push({ index: points.toUtf16(block.start), position: next, length: text.length });
    next += text.length + 2;
    const type = block.kind === "heading" ? schema.nodes.heading : schema.nodes.paragraph;
    return type.create({ boilerplate: block.boilerplate }, text === "" ? null : schema.text(text));
  });
  const doc = schema.nodes.doc.create(null, nodes.length > 0 ? nodes : schema.nodes.paragraph.create());
  return {
    doc,
    position(offset) {
      const index = points.toUtf16(offset);
      const block = lastWhere(placed, (candidate) => candidate.index <= index) ?? placed[0];
      return block ? block.position + clamp(index - block.index, block.length) : 1;
    },
    offset(position) {
      const block = lastWhere(placed, (candidate) => candidate.position - 1 <= position) ?? placed[0];
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
