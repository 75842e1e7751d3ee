import type { Block, Source } from "../../annotations/model/source.ts";

/** A few blocks that are painted together; a half-open range of the text in code points. */
export interface Section {
  readonly blocks: readonly Block[];
  readonly start: number;
  readonly end: number;
}

const MOST_BLOCKS = 4;
const MOST_CHARACTERS = 2_400;

/** From how many characters on the parts of a text that are far from the screen are not painted, and not laid out either. */
const LONG = { toPaint: 10_000, toLayOut: 40_000 } as const;

/** Whether a text is so long that only what is near the screen should be painted, or laid out. */
export function isLong({ text }: Pick<Source, "text">, what: keyof typeof LONG): boolean {
  return text.length >= LONG[what];
}

/** Every block of a source in one section, in order; a heading begins a new one. A source without blocks has one without any. */
export function sectionsOf({ blocks }: Pick<Source, "blocks">): readonly Section[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const group = groups.at(-1);
    if (group && hasRoom(group, block)) group.push(block);
    else groups.push([block]);
  }
  return groups.length === 0 ? [sectionOf([])] : groups.map(sectionOf);
}

function hasRoom(group: readonly Block[], block: Block): boolean {
  const begun = group[0]?.start ?? 0;
  return block.kind !== "heading" && group.length < MOST_BLOCKS && block.end - begun <= MOST_CHARACTERS;
}

/** Sections that are laid out together: half-open numbers of them. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** Every part that may be laid out or not is looked at by the browser in every frame. */
const MOST_PARTS = 150;

/** Every section in one part, in order: as few in each as leave a text in about 150 parts. */
export function partsOf(sections: readonly Section[]): readonly Part[] {
  const share = ((sections.at(-1)?.end ?? 0) - (sections[0]?.start ?? 0)) / MOST_PARTS;
  const parts: Part[] = [];
  let from = 0;
  for (let to = 1; to <= sections.length; to++) {
    const reached = (sections[to - 1]?.end ?? 0) - (sections[from]?.start ?? 0);
    if (to < sections.length && reached < share) continue;
    parts.push({ from, to });
    from = to;
  }
  return parts;
}

function sectionOf(blocks: readonly Block[]): Section {
  return { blocks, start: blocks[0]?.start ?? 0, end: blocks.at(-1)?.end ?? 0 };
}

/**
 * The numbers of the sections that share a character with `[start, end)`, the first and the one after the last. Who knows
 * that those before `from` do not gives its number.
 */
export function sectionsOver(
  sections: readonly Section[],
  start: number,
  end: number,
  from = 0,
): readonly [number, number] {
  const isHere = (i: number) => (sections[i]?.end ?? 0) > start;
  const first = isHere(from) ? from : firstWhere(from, sections.length, isHere);
  let after = first;
  while (after < sections.length && (sections[after]?.start ?? 0) < end) after++;
  return [first, after];
}

/** The first number of `[from, to)` for which `holds` is true, where it is false for a prefix only; `to` for none. */
export function firstWhere(from: number, to: number, holds: (i: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
