import type { ClaimId } from "../../annotations/model/id.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import type { Source } from "../../annotations/model/source.ts";
import { STANCE_SIGNS, type Stance } from "../../annotations/model/stance.ts";
import { codePointsOf } from "../../annotations/text/code-points.ts";

/** The claim IDs and signs that stand above the place where marks begin. */
export interface Label {
  /** The code points that carry the label: the first grapheme of the mark. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The stance of all the label's tags, or null when they differ or there is none. */
  readonly stance: Stance | null;
}

/** A label is set smaller than the text: about this many of its characters stand over one of the text's. */
const LABEL_CHARACTERS_PER_TEXT_CHARACTER = 1.35;

/**
 * One label for each place within a stretch of the text (code points) where a mark or a further piece of one begins. Those
 * that begin so close together that their labels would run into each other share the first one's. Expects reading order.
 */
export function labelsOf(
  source: Source,
  within: { readonly start: number; readonly end: number },
  marks: readonly Mark[],
  nameOf: (id: ClaimId) => string,
): readonly Label[] {
  const labels: Label[] = [];
  for (const { start, text, stance } of beginnings(marks, nameOf)) {
    if (start < within.start || start >= within.end) continue;
    const last = labels.at(-1);
    if (last && start < last.start + reach(last.text)) labels[labels.length - 1] = joined(last, text, stance);
    else labels.push({ start, end: start + firstGrapheme(source, start), text, stance });
  }
  return labels;
}

type Beginning = Omit<Label, "end">;

/** Where marks and their further pieces begin, in reading order; a further piece is named with an ellipsis before. */
function beginnings(marks: readonly Mark[], nameOf: (id: ClaimId) => string): readonly Beginning[] {
  const found = marks.flatMap((mark) => {
    const name = markName(mark, nameOf);
    const stance = stanceOf(mark);
    return mark.ranges.map(({ start }, i): Beginning => ({ start, text: i === 0 ? name : `…${name}`, stance }));
  });
  return found.length === marks.length ? found : found.sort((a, b) => a.start - b.start);
}

/** A mark by its claims and their stances and its flag, for example `C5+ C6− ⚑`. */
export function markName(mark: Mark, nameOf: (id: ClaimId) => string): string {
  const claims = mark.tags.map((tag) => `${nameOf(tag.claimId)}${STANCE_SIGNS[tag.stance]}`);
  return [...(claims.length > 0 ? claims : ["no claim"]), ...(mark.toDiscuss ? ["⚑"] : [])].join(" ");
}

function stanceOf(mark: Mark): Stance | null {
  const [first, ...others] = mark.tags;
  return first && others.every((tag) => tag.stance === first.stance) ? first.stance : null;
}

function joined(label: Label, text: string, stance: Stance | null): Label {
  return { ...label, text: `${label.text} ${text}`, stance: label.stance === stance ? stance : null };
}

/** How many characters of the text a label covers, with a blank after it. */
function reach(text: string): number {
  return Math.ceil((text.length + 1) / LABEL_CHARACTERS_PER_TEXT_CHARACTER);
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

function firstGrapheme(source: Source, start: number): number {
  const points = codePointsOf(source);
  const text = points.slice(start, Math.min(points.length, start + 32));
  const [first] = graphemes.segment(text);
  return first ? [...first.segment].length : 1;
}
