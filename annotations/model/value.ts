import { z } from "zod";
import { PartialDate } from "./source.ts";

/** How many characters the texts of a value may have at most. */
export const VALUE_LENGTHS = { words: 300, unit: 60, name: 300 } as const;

/** Beyond this size numbers are neither read nor kept: up to here every whole number is exact in JSON. */
export const MOST_NUMBER = 1e15;

const Bound = z.number().min(-MOST_NUMBER).max(MOST_NUMBER).nullable();

/** The value as the passage states it, for example `more than 200`. */
const Words = z.string().trim().min(1).max(VALUE_LENGTHS.words);

/** A number, or a range of numbers in which one end may be open (null). A single number is both ends. */
const NumberValue = z
  .looseObject({
    kind: z.literal("number"),
    words: Words,
    least: Bound,
    most: Bound,
    /** Whether it is more than `least` rather than at least that much; absent is no. */
    leastExcluded: z.boolean().optional(),
    /** Whether it is less than `most`; absent is no. */
    mostExcluded: z.boolean().optional(),
    approximate: z.boolean().optional(),
    /** What is counted or measured, in the analyst's words; empty where nothing is said. */
    unit: z.string().max(VALUE_LENGTHS.unit),
  })
  .refine(({ least, most }) => least !== null || most !== null, { error: "a number needs at least one end" })
  .refine(({ least, most }) => least === null || most === null || least <= most, {
    error: "the least of a range must not be more than the most",
  });
export type NumberValue = Readonly<z.infer<typeof NumberValue>>;

/** A year, month or day, or the time between two; an end that is open is the empty string. */
const DateValue = z
  .looseObject({
    kind: z.literal("date"),
    words: Words,
    from: PartialDate,
    to: PartialDate,
    /** Whether it is after `from`; absent is no. */
    fromExcluded: z.boolean().optional(),
    /** Whether it is before `to`; absent is no. */
    toExcluded: z.boolean().optional(),
    approximate: z.boolean().optional(),
  })
  .refine(({ from, to }) => from !== "" || to !== "", { error: "a date needs at least one end" });
export type DateValue = Readonly<z.infer<typeof DateValue>>;

const PlaceValue = z.looseObject({
  kind: z.literal("place"),
  words: Words,
  name: z.string().trim().min(1).max(VALUE_LENGTHS.name),
});

export const VALUE_KINDS = ["number", "date", "place"] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

/** The figure that a passage gives for a claim: how many, when or where. */
export const Value = z.discriminatedUnion("kind", [NumberValue, DateValue, PlaceValue]);
export type Value = Readonly<z.infer<typeof Value>>;
