import { z } from "zod";
import { type LineReading, shown, unusable } from "./line-reading.ts";
import { LEVELS, type Level } from "./measure-entry.ts";
import type { Category, RatingTable } from "./rating-table.ts";

/** Pairs of raters grow with the square of their number, and so do pairs of categories. */
const MOST_RATERS = 500;
const MOST_CATEGORIES = 1000;

/**
 * A table as programs write it; `values` has for each rater the category of each unit, null where it is missing. A long list
 * is looked at up to its first fault only.
 */
const TableLine = z.object({
  name: z.string().optional(),
  level: z.enum(LEVELS),
  categories: z.custom<readonly Category[]>(isDomain),
  values: z.custom<readonly (readonly unknown[])[]>(isRows),
});
type TableLine = z.infer<typeof TableLine>;

function isDomain(value: unknown): boolean {
  const isCategory = (one: unknown) => typeof one === "string" || typeof one === "number";
  return Array.isArray(value) && value.length > 0 && value.length <= MOST_CATEGORIES && value.every(isCategory);
}

function isRows(value: unknown): boolean {
  return Array.isArray(value) && value.length <= MOST_RATERS && value.every(Array.isArray);
}

const FORM = {
  name: '"name" must be a text',
  level: `"level" must be one of ${LEVELS.join(", ")}`,
  categories: `"categories" must be a list of 1 to ${MOST_CATEGORIES} texts or numbers`,
  values: `"values" must be a list of at most ${MOST_RATERS} raters, each a list with an entry for every unit`,
};

/** A table, with the level at which alpha is wanted. */
export interface TableInput {
  readonly name: string | undefined;
  readonly level: Level;
  readonly table: RatingTable;
}

/** Takes a table from a parsed JSON value. */
export function readTable(value: unknown): LineReading<TableInput> {
  const parsed = TableLine.safeParse(value);
  if (!parsed.success) return unusable(parsed.error, FORM);
  const { name, level, categories, values } = parsed.data;
  const reason = wrongCategories(parsed.data) ?? wrongValues(parsed.data);
  if (reason !== undefined) return { ok: false, reason };
  const places = placesOf(categories);
  const ratings = values.map((row) => row.map((rating) => places.get(rating) ?? null));
  return { ok: true, input: { name, level, table: { categories, units: values[0]?.length ?? 0, ratings } } };
}

function wrongCategories({ level, categories }: TableLine): string | undefined {
  const twice = categories.find((category, i) => categories.indexOf(category) !== i);
  if (twice !== undefined) return `"categories" has ${shown(twice)} twice`;
  const text = level === "interval" ? categories.find((category) => typeof category === "string") : undefined;
  return text === undefined
    ? undefined
    : `at the level interval every category must be a number, and ${shown(text)} is none`;
}

function wrongValues({ categories, values }: TableLine): string | undefined {
  const places = placesOf(categories);
  const units = values[0]?.length ?? 0;
  for (const [rater, row] of values.entries()) {
    if (row.length !== units) return `values[${rater}] has ${row.length} entries where values[0] has ${units}`;
    const unit = row.findIndex((rating) => rating !== null && !places.has(rating));
    if (unit !== -1) return `values[${rater}][${unit}] is ${shown(row[unit])}, which is not among the categories`;
  }
  return undefined;
}

/** The place of each category in the domain. A map takes any value for a key, and finds only what is there. */
function placesOf(categories: readonly Category[]): ReadonlyMap<unknown, number> {
  return new Map(categories.map((category, place) => [category, place]));
}
