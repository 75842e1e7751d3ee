import { VALUE_LENGTHS, type Value, type ValueKind } from "../model/value.ts";
import { readingOf } from "./reading.ts";

/** A value as it is being written. */
export interface FigureDraft {
  /** As the passage states it. */
  readonly words: string;
  /** What it is; null lets the words decide. */
  readonly kind: ValueKind | null;
  /** What is counted; null takes what is proposed. */
  readonly unit: string | null;
  /** The name of the place; null takes the words. */
  readonly name: string | null;
}

/** What is known where a value is written. */
export interface FigureContext {
  /** When the article was published, as far as that is known; its year stands in for one that is not said. */
  readonly written: string;
  /** The units that values of the same claim have already. */
  readonly units: readonly string[];
}

/** What a draft comes to: a value, or one sentence that says what can be written. */
export type FigureOutcome =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "unclear"; readonly sentence: string };

/** A draft of a value that exists. */
export function draftOfValue(value: Value): FigureDraft {
  const unit = value.kind === "number" ? value.unit : null;
  return { words: value.words, kind: value.kind, unit, name: value.kind === "place" ? value.name : null };
}

/** What the analyst has written, understood as far as it can be. */
export function outcomeOf(draft: FigureDraft, { written, units }: FigureContext): FigureOutcome {
  const words = draft.words.trim();
  if (words === "") return { kind: "unclear", sentence: NOTHING };
  if (words.length > VALUE_LENGTHS.words) return { kind: "unclear", sentence: TOO_LONG };
  if (draft.kind === "place") return { kind: "value", value: { kind: "place", words, name: placeName(draft, words) } };
  const value = readingOf(words, draft.kind, written);
  if (!value) return { kind: "unclear", sentence: UNCLEAR[draft.kind ?? "any"] };
  return {
    kind: "value",
    value: value.kind === "number" ? { ...value, unit: unitFor(draft.unit, value.unit, units) } : value,
  };
}

function placeName({ name }: FigureDraft, words: string): string {
  return name?.trim() || words;
}

/** Figures that are to be compared need one unit: where the claim has one already, it is proposed. */
function unitFor(chosen: string | null, stated: string, units: readonly string[]): string {
  if (chosen !== null) return chosen.trim();
  const known = units.find((unit) => unit.toLowerCase() === stated.toLowerCase());
  const [only, ...others] = units;
  const isMeasure = /^(?:%|US\$|[$€£¥]|km|kg|cm|mm|m|t|ha|mph|kmh)$/.test(stated);
  return known ?? (only !== undefined && others.length === 0 && !isMeasure ? only : stated);
}

const NOTHING =
  "Write it as the passage states it, for example “300–400”, “more than 200”, “about 1.5 million” or “27 March 2022”.";
const TOO_LONG = `Only the words of the figure itself belong here, ${VALUE_LENGTHS.words} characters at most.`;
const UNCLEAR = {
  number:
    "There is no number in these words: write for example “203”, “300–400”, “more than 200” or “about 1.5 million”.",
  date: "There is no date in these words: write for example “27 March 2022”, “March 2022” or “27–31 March 2022”.",
  any: "There is neither a number nor a date in these words: write for example “300–400” or “27 March 2022”, or choose that it is a place.",
} as const;
