import { onOneLine } from "../../annotations/exchange/brat/one-line.ts";
import { claimList } from "../../annotations/model/claim-list.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import { openSources, type Project } from "../../annotations/model/project.ts";
import type { Source } from "../../annotations/model/source.ts";
import type { Tag } from "../../annotations/model/tag.ts";

/** A text with its annotations in brat. */
export interface Document {
  readonly text: string;
  readonly spans: readonly Span[];
  /** How many annotations it has that the configuration does not declare, or of other kinds. */
  readonly others: number;
}

interface Span {
  readonly type: string;
  /** The marked text on one line, pieces divided by a blank. */
  readonly covered: string;
  /** Start and end of each piece in code points. */
  readonly pieces: readonly string[];
  /** Name and value of each, in the order of the alphabet. */
  readonly attributes: readonly string[];
  readonly note: string;
}

/** What the documents of a project are to hold, analyst by analyst and article by article. */
export function documentsOf(project: Project): readonly Document[] {
  const labels = new Map(claimList(project).map(({ id, displayLabel }) => [id, displayLabel]));
  const typeOf = (tag: Tag | undefined) => (tag ? (labels.get(tag.claimId) ?? "") : "Untagged");
  return project.sets.flatMap(({ marks }) =>
    openSources(project).map((source) => ({
      text: source.text,
      spans: marks
        .filter(({ sourceId }) => sourceId === source.id)
        .flatMap((mark) => (mark.tags.length === 0 ? [undefined] : mark.tags).map((tag) => ({ mark, tag })))
        .map(({ mark, tag }) => ({
          ...{ type: typeOf(tag), ...placeOf(source, mark) },
          ...{ attributes: attributesOf(mark, tag), note: onOneLine(tag?.note ?? "").trim() },
        }))
        .filter(({ pieces }) => pieces.length > 0),
      others: 0,
    })),
  );
}

/** What cannot stand on a line of brat: ends of lines, as Python has them, and control characters. */
const NOT_ON_A_LINE = /[^\P{Cc}\t]|[\u2028\u2029]/u;

function placeOf({ text }: Source, { ranges }: Mark): Pick<Span, "covered" | "pieces"> {
  const characters = Array.from(text);
  const marked = ranges.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i));
  const pieces: [number, number][] = [];
  for (const at of marked.filter((at) => !NOT_ON_A_LINE.test(characters[at] ?? ""))) {
    const last = pieces.at(-1);
    if (last?.[1] === at) last[1]++;
    else pieces.push([at, at + 1]);
  }
  return {
    covered: pieces.map(([start, end]) => characters.slice(start, end).join("")).join(" "),
    pieces: pieces.map(([start, end]) => `${start} ${end}`),
  };
}

/** What a new tag has is not said. */
function attributesOf({ toDiscuss }: Mark, tag: Tag | undefined): readonly string[] {
  const { stance, voice, attitude, certainty, confidence } = tag ?? {};
  return [
    ...(stance ? [`Stance ${stance}`] : []),
    ...(voice && voice !== "own" ? [`Voice ${voice}`] : []),
    ...(attitude && attitude !== "neutral" ? [`Attitude ${attitude}`] : []),
    ...(certainty && certainty !== "certain" ? [`Certainty ${certainty}`] : []),
    ...(confidence && confidence !== "high" ? [`Confidence ${confidence}`] : []),
    ...(toDiscuss ? ["ToDiscuss"] : []),
  ].sort();
}
