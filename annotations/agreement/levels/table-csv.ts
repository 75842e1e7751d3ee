import { csvTable } from "../../exchange/csv/csv-table.ts";
import type { Analyst } from "../../model/analyst.ts";
import { sourceName } from "../../model/source.ts";
import type { RatedUnits } from "./claim-level.ts";
import type { PlaceCounts } from "./place-counts.ts";

/** The ratings behind the figures of a level as CSV: a line for each claim in a source, a column for each analyst. */
export function ratingsCsv({ units, table }: RatedUnits, analysts: readonly Analyst[]): string {
  const header = ["source", "source id", "claim", "claim id", ...analysts.map(({ name }) => name)];
  return csvTable(
    header,
    units.map(({ source, claim }, unit) => [
      sourceName(source),
      source.id,
      claim.displayLabel,
      claim.id,
      ...table.ratings.map((row) => categoryWords(table.categories, row[unit])),
    ]),
  );
}

/** A rating in words; nothing where there is none. */
export function categoryWords(categories: readonly unknown[], place: number | null | undefined): string {
  return place == null ? "" : String(categories[place] ?? "");
}

const PLACE_HEADER = [
  ...["first", "second", "source", "source id", "claim", "claim id", "spans of first", "spans of second", "exact"],
  ...["met of first", "met of second", "characters of first", "characters of second", "characters shared"],
];

/** The counts behind the figures of places as CSV: a line for every two analysts and each claim in a source. */
export function placeCsv(counts: readonly PlaceCounts[], analysts: readonly Analyst[]): string {
  return csvTable(
    PLACE_HEADER,
    counts.map(({ pair, source, claim, spans, exact, met, characters, shared }) => [
      ...pair.map((place) => analysts[place]?.name ?? ""),
      sourceName(source),
      source.id,
      claim.displayLabel,
      claim.id,
      ...[...spans, exact, ...met, ...characters, shared].map(String),
    ]),
  );
}
