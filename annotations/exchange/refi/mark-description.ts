import type { Mark } from "../../model/mark.ts";
import type { Tag } from "../../model/tag.ts";
import { parseJson } from "../../text/json.ts";
import { type DescriptionField, fieldsOf, MARK_FIELD, TAG_FIELD } from "./description.ts";
import { plainGuid } from "./guid.ts";

/**
 * What the description of a piece of a mark says: the mark's id and the piece's number, and in the first one all that
 * REFI-QDA has no room for. `guidOf` gives the GUID under which a tag's coding is written.
 */
export function markFields(
  { id, ranges, tags, toDiscuss }: Mark,
  piece: number,
  guidOf: (tag: Tag) => string,
): readonly DescriptionField[] {
  const first: DescriptionField = [MARK_FIELD, `${id}, piece ${piece + 1} of ${ranges.length}`];
  if (piece > 0) return [first];
  return [
    first,
    ...(toDiscuss ? [["To discuss", "yes"] as const] : []),
    ...tags.flatMap((tag) => tagFields(tag, guidOf(tag))),
  ];
}

function tagFields(
  { voice, speaker, attitude, certainty, confidence, value }: Tag,
  guid: string,
): readonly DescriptionField[] {
  const said: readonly DescriptionField[] = [
    ["Voice", voice === "own" ? "" : voice],
    ["Speaker", speaker],
    ["Attitude", attitude === "neutral" ? "" : attitude],
    ["Certainty", certainty === "certain" ? "" : certainty],
    ["Confidence", confidence === "high" ? "" : confidence],
    ["Figure", value ? JSON.stringify(value) : ""],
  ];
  const fields = said.filter(([, text]) => text !== "");
  return fields.length === 0 ? [] : [[TAG_FIELD, guid], ...fields];
}

/** What a description says of a piece of a mark of Parallax. */
export interface DescribedPiece {
  readonly id: string;
  readonly piece: number;
  readonly toDiscuss: boolean;
  /** What it says of each tag, by the GUID of the coding; to be validated. */
  readonly tags: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
}

const OWN_PIECE = /^([0-9a-f-]{36}), piece (\d{1,6}) of \d{1,6}$/;

/** Null where a description is none that Parallax wrote. */
export function describedPiece(description: string): DescribedPiece | null {
  const fields = fieldsOf(description);
  const [, id, piece = "1"] = (fields[0]?.[0] === MARK_FIELD && OWN_PIECE.exec(fields[0][1])) || [];
  if (id === undefined) return null;
  const toDiscuss = fields.some(([name]) => name === "To discuss");
  return { id, piece: Number(piece), toDiscuss, tags: tagDetails(fields) };
}

const TAG_FIELDS: ReadonlyMap<string, string> = new Map(
  ["voice", "speaker", "attitude", "certainty", "confidence"].map((field) => [
    `${field[0]?.toUpperCase()}${field.slice(1)}`,
    field,
  ]),
);

function tagDetails(fields: readonly DescriptionField[]): DescribedPiece["tags"] {
  const details = new Map<string, Record<string, unknown>>();
  let current: Record<string, unknown> = {};
  for (const [name, value] of fields) {
    if (name === TAG_FIELD) {
      current = {};
      details.set(plainGuid(value), current);
    }
    const field = TAG_FIELDS.get(name);
    if (field) current[field] = value;
    if (name !== "Figure") continue;
    const parsed = parseJson(value);
    Object.assign(current, { value: parsed.ok ? parsed.value : value });
  }
  return details;
}
