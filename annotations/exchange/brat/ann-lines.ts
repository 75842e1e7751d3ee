import type { ClaimId } from "../../model/id.ts";
import type { Mark } from "../../model/mark.ts";
import type { Source } from "../../model/source.ts";
import type { Tag } from "../../model/tag.ts";
import { type CodePoints, codePointsOf } from "../../text/code-points.ts";
import { TO_DISCUSS } from "./annotation-conf.ts";
import { linePieces, type Span } from "./line-pieces.ts";
import type { MarkDetails } from "./mark-details.ts";
import { jsonLine, onOneLine } from "./one-line.ts";

/** The types of the claims, and that of marks without one. */
export interface Types {
  readonly of: (claim: ClaimId) => string;
  readonly untagged: string;
}

/** How many annotations of each kind a file has so far; their ids are their numbers. */
interface Numbers {
  T: number;
  A: number;
  "#": number;
}

/**
 * The standoff lines of one source's marks: a text-bound annotation for each tag, with its attributes and notes behind it.
 * What a tag has as every new one does is not written. Marks of nothing but line ends are left out.
 */
export function* annLines(source: Source, marks: readonly Mark[], types: Types): Generator<string> {
  const points = codePointsOf(source);
  const numbers: Numbers = { T: 0, A: 0, "#": 0 };
  for (const mark of marks) {
    const spans = mark.ranges.map(({ start, end }): Span => [start, end]);
    const pieces = linePieces(points, spans);
    if (pieces.length === 0) continue;
    const asItWas = String(pieces) === String(spans) ? {} : { pieces: [...spans] };
    const head = ` ${pieces.map(([start, end]) => `${start} ${end}`).join(";")}\t${textOf(points, pieces)}\n`;
    for (const tag of mark.tags.length > 0 ? mark.tags : [undefined]) {
      const id = `T${++numbers.T}`;
      yield `${id}\t${tag ? types.of(tag.claimId) : types.untagged}${head}`;
      yield* attributeLines(id, mark, tag, numbers);
      const details = { mark: mark.id, ...(tag && { tag: tag.id }), createdAt: mark.createdAt, value: tag?.value };
      yield* noteLines(id, mark, tag, { ...details, ...asItWas }, numbers);
    }
  }
}

function* attributeLines(target: string, mark: Mark, tag: Tag | undefined, numbers: Numbers): Generator<string> {
  const attributes = tag
    ? [
        ["Stance", tag.stance],
        ["Voice", tag.voice === "own" ? "" : tag.voice],
        ["Attitude", tag.attitude === "neutral" ? "" : tag.attitude],
        ["Certainty", tag.certainty === "certain" ? "" : tag.certainty],
        ["Confidence", tag.confidence === "high" ? "" : tag.confidence],
      ]
    : [];
  for (const [name, value] of attributes) {
    if (value !== "") yield `A${++numbers.A}\t${name} ${target} ${value}\n`;
  }
  if (mark.toDiscuss) yield `A${++numbers.A}\t${TO_DISCUSS} ${target}\n`;
}

function* noteLines(
  target: string,
  mark: Mark,
  tag: Tag | undefined,
  details: MarkDetails,
  numbers: Numbers,
): Generator<string> {
  const notes = [
    ["AnnotatorNotes", onOneLine(tag?.note ?? "")],
    ["Speaker", onOneLine(tag?.speaker ?? "")],
    ["MarkNote", onOneLine(mark.note ?? "")],
    ["Parallax", jsonLine(details)],
  ];
  for (const [type, text] of notes) {
    if (text !== "") yield `#${++numbers["#"]}\t${type} ${target}\t${text}\n`;
  }
}

function textOf(points: CodePoints, pieces: readonly Span[]): string {
  return pieces.map(([start, end]) => points.slice(start, end)).join(" ");
}
