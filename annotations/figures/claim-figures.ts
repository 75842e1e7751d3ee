import type { ListedClaim } from "../model/claim-list.ts";
import type { Source } from "../model/source.ts";
import type { Tag } from "../model/tag.ts";
import type { DateValue, NumberValue, Value } from "../model/value.ts";
import type { TaggedMark } from "../review/cell.ts";
import type { Matrix } from "../review/matrix.ts";
import { dateScale, numberScale, type Scale } from "./scale.ts";

/** A value that a source gives for a claim, with the passage that states it. */
export interface Figure<Kind extends Value = Value> extends TaggedMark {
  readonly source: Source;
  readonly value: Kind;
}

/** Values of one claim that can be compared: numbers of one unit, or dates. */
export interface FigureGroup {
  readonly kind: "number" | "date";
  /** What is counted, as it was first written; empty for dates and where nothing is said. */
  readonly unit: string;
  /** In the order of the sources and of their passages. */
  readonly figures: readonly Figure[];
  readonly scale: Scale;
}

/** All values that the sources give for one claim. */
export interface ClaimFigures {
  readonly claim: ListedClaim;
  readonly groups: readonly FigureGroup[];
  readonly places: readonly Figure[];
}

/** The claims for which some source gives a value, in the order of the rows. */
export function claimFigures({ rows, sources }: Pick<Matrix, "rows" | "sources">): readonly ClaimFigures[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return rows.flatMap(({ claim, stances }) => {
    const evidence = [...stances.values()].flatMap((cell) => cell.evidence);
    const figures = evidence.flatMap((one) => figureOf(byId.get(one.mark.sourceId), one));
    return figures.length === 0 ? [] : [figuresOf(claim, figures)];
  });
}

/** The units of the numbers that tags carry, each once. */
export function unitsIn(tags: readonly Tag[]): readonly string[] {
  const units = new Map<string, string>();
  for (const { value } of tags) {
    const unit = value?.kind === "number" ? value.unit.trim() : "";
    if (unit !== "" && !units.has(unitKey(unit))) units.set(unitKey(unit), unit);
  }
  return [...units.values()];
}

function figureOf(source: Source | undefined, { mark, tag }: TaggedMark): readonly Figure[] {
  return source && tag.value ? [{ source, mark, tag, value: tag.value }] : [];
}

function figuresOf(claim: ListedClaim, figures: readonly Figure[]): ClaimFigures {
  const numbers = figures.filter(isOf<NumberValue>("number"));
  const dates = figures.filter(isOf<DateValue>("date"));
  const units = [...new Set(numbers.map(({ value }) => unitKey(value.unit)))];
  const byUnit = units.map((unit) => numbers.filter(({ value }) => unitKey(value.unit) === unit));
  return {
    claim,
    groups: [...byUnit.map(numberGroup), ...dateGroup(dates)],
    places: figures.filter(({ value }) => value.kind === "place"),
  };
}

function isOf<Kind extends Value>(kind: Kind["kind"]) {
  return (figure: Figure): figure is Figure<Kind> => figure.value.kind === kind;
}

function unitKey(unit: string): string {
  return unit.trim().toLowerCase();
}

function numberGroup(figures: readonly Figure<NumberValue>[]): FigureGroup {
  const unit = figures[0]?.value.unit.trim() ?? "";
  return { kind: "number", unit, figures, scale: numberScale(figures.map(({ value }) => value)) };
}

function dateGroup(figures: readonly Figure<DateValue>[]): readonly FigureGroup[] {
  if (figures.length === 0) return [];
  return [{ kind: "date", unit: "", figures, scale: dateScale(figures.map(({ value }) => value)) }];
}
