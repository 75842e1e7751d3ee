import { Decoration } from "prosemirror-view";
import type { Mark } from "../../annotations/model/mark.ts";
import type { Block, Source } from "../../annotations/model/source.ts";
import { firstWhere } from "../reading/sections.ts";
import type { TextDocument } from "../reading/text-document.ts";
import type { Lane } from "./comparing.ts";

/** The blocks in which others have marked, by number, each with how many lanes there must be room for: down to the lowest one used. */
export function lanesInBlocks(
  blocks: readonly Pick<Block, "start" | "end">[],
  lanes: readonly { readonly marks: readonly Pick<Mark, "ranges">[] }[],
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  lanes.forEach(({ marks }, lane) => {
    for (const { start, end } of marks.flatMap(({ ranges }) => ranges)) {
      let i = firstWhere(0, blocks.length, (block) => (blocks[block]?.end ?? 0) > start);
      for (; (blocks[i]?.start ?? Number.POSITIVE_INFINITY) < end; i++) counts.set(i, lane + 1);
    }
  });
  return counts;
}

/**
 * Sets the lines of these blocks apart. All of a text are done at once and not those near the screen only, so that nothing
 * moves while the text is scrolled.
 */
export function roomDecorations({ blocks }: Source, text: TextDocument, lanes: readonly Lane[]): readonly Decoration[] {
  const counts = lanesInBlocks(blocks, lanes);
  return [...counts].flatMap(([i, count]) => {
    const block = blocks[i];
    if (!block) return [];
    const classes = counts.has(i + 1) ? "with-lanes" : "with-lanes lanes-end";
    const [from, to] = [text.position(block.start) - 1, text.position(block.end) + 1];
    return [Decoration.node(from, to, { class: classes, style: `--lanes: ${count}` })];
  });
}
