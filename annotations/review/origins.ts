import type { SourceId } from "../model/id.ts";
import { speakerKey } from "../model/speaker-names.ts";
import type { Stance } from "../model/stance.ts";
import type { StanceCell } from "./cell.ts";

/** What tells origins apart. */
export interface Independence {
  /** The same for all the names of one speaker; the empty text for nobody. */
  readonly speakerOf: (name: string) => string;
  /** The same for sources that are one origin, for example because both print the text of one agency. */
  readonly sourceOf: (source: SourceId) => string;
}

/** Every source and every name stands for itself. */
export const INDEPENDENT: Independence = { speakerOf: speakerKey, sourceOf: (source) => source };

/**
 * The origins of what some cells say. A source that speaks in its own voice is one, together with all that are one origin
 * with it; so is each speaker whom a source only quotes, in however many sources. An unnamed speaker cannot be told from
 * others and counts as the source. `counts` leaves quoted passages out by their stance.
 */
export function originsOf(
  cells: Iterable<readonly [SourceId, StanceCell]>,
  { speakerOf, sourceOf }: Independence,
  counts: (stance: Stance) => boolean = () => true,
): ReadonlySet<string> {
  const origins = new Set<string>();
  for (const [source, cell] of cells) {
    const itself = `source ${sourceOf(source)}`;
    if (cell.voice === "own") {
      origins.add(itself);
      continue;
    }
    for (const { tag } of cell.evidence) {
      if (!counts(tag.stance)) continue;
      const speaker = speakerOf(tag.speaker);
      origins.add(speaker === "" ? itself : `speaker ${speaker}`);
    }
  }
  return origins;
}
