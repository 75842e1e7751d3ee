import { valueWords } from "../figures/value-words.ts";
import type { Range } from "../model/range.ts";
import type { Source } from "../model/source.ts";
import { projectName, speakerKey } from "../model/speaker-names.ts";
import { ATTITUDE_RULES, CERTAINTY_RULES, CONFIDENCE_RULES, VOICE_RULES } from "../model/stance-scheme.ts";
import type { Tag } from "../model/tag.ts";
import type { TaggedMark } from "../review/cell.ts";
import { codePointsOf } from "../text/code-points.ts";
import { locate } from "../text/selector.ts";
import { type Block, given, joined, type Line, type Piece } from "./document.ts";
import type { Material } from "./material.ts";
import { stanceSign } from "./signs.ts";

/** How many code points of the text around a passage are shown on either side, within its paragraph. */
const CONTEXT = 160;

/** A passage in its context, with all that the analyst says of it; its notes come after it. */
export function passageBlocks(material: Material, source: Source, { mark, tag }: TaggedMark): readonly Block[] {
  return [
    {
      kind: "passage",
      look: tag.stance,
      pieces: mark.ranges.map((range) => pieceOf(source, range)),
      facts: joined(
        [
          [stanceSign(tag.stance), ` ${tag.stance}`],
          voiceLine(material, tag),
          ...attitudeLine(tag),
          figureLine(tag),
          [CERTAINTY_RULES[tag.certainty].name],
          [`confidence ${CONFIDENCE_RULES[tag.confidence].name}`],
          mark.toDiscuss ? ["to discuss"] : [],
          [`characters ${mark.ranges.map(({ start, end }) => `${start}–${end}`).join(", ")}`],
          [given(material.analyst.name)],
        ],
        " · ",
      ),
    },
    ...noteOf("Note on the judgement", tag.note),
    ...noteOf("Note on the passage", mark.note ?? ""),
  ];
}

function noteOf(label: string, text: string): readonly Block[] {
  return text.trim() === "" ? [] : [{ kind: "note", label, text }];
}

/** Whose words it is, and by which name the tag calls whom the project calls otherwise. */
function voiceLine({ project }: Material, { voice, speaker }: Tag): Line {
  if (voice === "own") return ["own voice"];
  const { name } = VOICE_RULES[voice];
  const known = projectName(project.file.speakers, speaker);
  if (known === "") return [name];
  const alias: Line = speakerKey(known) === speakerKey(speaker) ? [] : [" (“", given(speaker), "”)"];
  return [`${name}: `, given(known), ...alias];
}

function attitudeLine({ voice, attitude }: Tag): readonly Line[] {
  return voice === "own" ? [] : [[`the article: ${ATTITUDE_RULES[attitude].name}`]];
}

/** How many, when or where the passage states it, and how that was understood. */
function figureLine({ value }: Tag): Line {
  return value ? ["figure: “", given(value.words), "” (", given(valueWords(value)), ")"] : [];
}

/** What stands around a range in its paragraph; as it was stored where the text is not the same any more. */
function pieceOf(source: Source, range: Range): Piece {
  const { start, end, quote } = range;
  if (locate(source, range).kind !== "exact") {
    return { before: lastWords(range.prefix), quote, after: firstWords(range.suffix) };
  }
  const points = codePointsOf(source);
  const first = source.blocks.find((block) => block.start <= start && start < block.end)?.start ?? start;
  const last = source.blocks.find((block) => block.start < end && end <= block.end)?.end ?? end;
  const from = Math.max(first, start - CONTEXT);
  const to = Math.min(last, end + CONTEXT);
  const [before, after] = [points.slice(from, start), points.slice(end, to)];
  return { before: from > first ? lastWords(before) : before, quote, after: to < last ? firstWords(after) : after };
}

/** What stands before a quote without the word that it begins in the middle of. */
function lastWords(text: string): string {
  return text === "" ? "" : `…\u00a0${text.replace(/^\S*\s+/, "")}`;
}

function firstWords(text: string): string {
  return text === "" ? "" : `${text.replace(/\s+\S*$/, "")}\u00a0…`;
}
