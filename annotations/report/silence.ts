import { EMPTY_STATES } from "../model/cell-state.ts";
import type { Source } from "../model/source.ts";
import { SILENCE_RULES } from "../model/stance-scheme.ts";
import type { MatrixRow } from "../review/matrix.ts";
import { amount } from "../text/amount.ts";
import { type Block, type Section, section } from "./document.ts";
import { claimLine, type Material } from "./material.ts";

/** The claims to which no source speaks, in one line each: what was looked for, and where. */
export function silentSection(material: Material): readonly Section[] {
  const rows = material.matrix.rows.filter(({ stances }) => stances.size === 0);
  if (rows.length === 0) return [];
  const items = rows.map((row) => [
    ...claimLine(row.claim),
    " ",
    { kind: "small" as const, text: silenceWords(material, row) },
  ]);
  return [
    section("silent", "Claims to which no source speaks", [
      { kind: "list", items },
      ...rows.flatMap((row) => silentNotes(material, row)),
    ]),
  ];
}

/** The notes on the cells of a claim that have no passage. */
export function silentNotes({ matrix: { sources }, notesOn, letterOf }: Material, row: MatrixRow): readonly Block[] {
  const { claim, stances } = row;
  const notes = notesOn(claim.id);
  if (notes.size === 0) return [];
  return sources.flatMap(({ id }): readonly Block[] => {
    const text = stances.has(id) ? undefined : notes.get(id);
    return text === undefined
      ? []
      : [{ kind: "note", label: `Note on ${claim.displayLabel} in ${letterOf(id)}`, text }];
  });
}

/** Where a claim was looked for and not found, where it cannot be, and where nobody has looked. */
export function silenceWords(material: Material, { cells }: MatrixRow): string {
  const { sources } = material.matrix;
  const parts = EMPTY_STATES.toReversed().flatMap((state) => {
    const found = sources.filter(({ id }) => {
      const cell = cells.get(id);
      return cell?.kind === "empty" && cell.state === state;
    });
    const { name } = SILENCE_RULES[state];
    return found.length === 0
      ? []
      : [`${name.charAt(0).toUpperCase()}${name.slice(1)} in ${placeWords(material, found)}.`];
  });
  return parts.join(" ");
}

/** So many sources at most are named. */
const MOST_NAMED = 40;

function placeWords({ matrix, letterOf }: Material, sources: readonly Source[]): string {
  if (sources.length === matrix.sources.length) return "any source";
  if (sources.length > MOST_NAMED) return amount(sources.length, "source");
  return sources.map(({ id }) => letterOf(id)).join(", ");
}
