import { STANCE_CATEGORIES, type StanceDistances } from "../../model/stance-distances.ts";
import type { StanceCell } from "../../review/cell.ts";
import type { Matrix } from "../../review/matrix.ts";
import type { Voices } from "../../review/source-pairs.ts";
import { alphaInterval } from "../alpha-interval.ts";
import { custom, ordinal } from "../distance.ts";
import { krippendorffAlpha } from "../krippendorff-alpha.ts";
import { alphaEntry, type MeasureEntry } from "../measure-entry.ts";
import type { RatingTable } from "../rating-table.ts";
import { tableReport } from "../table-report.ts";
import type { RatedUnits } from "./claim-level.ts";
import { type Compared, cellsOf, unitsIn } from "./compared.ts";

const NEUTRAL = STANCE_CATEGORIES.indexOf("neutral");

/** The place of a stance among the categories, where what questions or only mentions takes no side; null where the cell does not count. */
function categoryOf(cell: StanceCell | undefined, voices: Voices): number | null {
  if (!cell || (voices === "own" && cell.voice !== "own")) return null;
  return STANCE_CATEGORIES.indexOf(cell.stance === "questions" || cell.stance === "mentions" ? "neutral" : cell.stance);
}

/** Which stance analysts see where both see one: a rating for every cell that counts. */
export function stanceTable(all: Compared, voices: Voices): RatedUnits {
  const { project, claims } = all;
  const sources = project.sources.filter(({ removed }) => !removed).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const cells = cellsOf(all);
  const units = unitsIn(sources, claims).filter(({ source, claim }) =>
    cells.some((stances) => categoryOf(stances.get(claim.id)?.get(source.id), voices) !== null),
  );
  const ratings = cells.map((stances) =>
    units.map(({ source, claim }) => categoryOf(stances.get(claim.id)?.get(source.id), voices)),
  );
  return { units, table: { categories: STANCE_CATEGORIES, units: units.length, ratings } };
}

/** What sources say of the claims to which they speak, in one analyst's eyes: sources are the raters, claims the units. */
export function sourceTable({ rows, sources }: Pick<Matrix, "rows" | "sources">, voices: Voices): RatingTable {
  const units = rows.filter(({ stances }) => stances.size > 0);
  const ratings = sources.map(({ id }) => units.map(({ stances }) => categoryOf(stances.get(id), voices)));
  return { categories: STANCE_CATEGORIES, units: units.length, ratings };
}

/**
 * Alpha and its neighbours by name; and, for experts, alpha on refutes < mixed < supports, where neutral is no rating, and
 * alpha with the distances that a project has set.
 */
export function stanceLevel(table: RatingTable, distances?: StanceDistances): readonly MeasureEntry[] {
  const ranked = {
    ...table,
    categories: table.categories.slice(0, NEUTRAL),
    ratings: table.ratings.map((row) => row.map((place) => (place === NEUTRAL ? null : place))),
  };
  const alpha = alphaEntry("ordinal", krippendorffAlpha(ranked, ordinal), alphaInterval(ranked, ordinal));
  return [...tableReport(table, "nominal"), alpha, ...(distances ? [distantAlpha(table, distances)] : [])];
}

function distantAlpha(table: RatingTable, distances: StanceDistances): MeasureEntry {
  const metric = custom(distances);
  return alphaEntry("custom", krippendorffAlpha(table, metric), alphaInterval(table, metric));
}
