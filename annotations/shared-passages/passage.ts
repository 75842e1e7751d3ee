import type { SourceId } from "../model/id.ts";
import type { Source } from "../model/source.ts";
import { blockTextAt } from "../text/block-text.ts";
import { codePointsOf } from "../text/code-points.ts";
import type { Wording } from "./wording.ts";

/** A stretch of one source's text: half-open, in code points. It may reach over several blocks. */
export interface Passage {
  readonly source: SourceId;
  readonly start: number;
  readonly end: number;
}

/** The passage from one word up to, but not, another, in whole grapheme clusters. */
export function passageOf(source: Source, { starts, ends }: Wording, from: number, to: number): Passage {
  const points = codePointsOf(source);
  const [start, end] = [starts[from] ?? 0, ends[to - 1] ?? 0];
  const [first, beyond] = [points.fromUtf16(start), points.fromUtf16(end)];
  return {
    source: source.id,
    start: standsAlone(source.text, start - 1) ? first : (clusterAt(source, first)?.[0] ?? first),
    end: standsAlone(source.text, end) ? beyond : (clusterAt(source, beyond - 1)?.[1] ?? beyond),
  };
}

/** Whether the character there cannot be part of a letter's cluster, which saves looking for the cluster. */
function standsAlone(text: string, index: number): boolean {
  return !(text.charCodeAt(index) >= 0x300);
}

function clusterAt(source: Source, offset: number): readonly [number, number] | null {
  const block = blockTextAt(source, offset);
  const cluster = block?.graphemes.at(block.index(offset));
  return block && cluster ? [block.offset(cluster.start), block.offset(cluster.end)] : null;
}
