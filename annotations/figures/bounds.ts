/** A number or a range of numbers; an end that is null is open. */
export interface NumberBounds {
  readonly least: number | null;
  readonly most: number | null;
  readonly leastExcluded?: boolean | undefined;
  readonly mostExcluded?: boolean | undefined;
  readonly approximate?: boolean | undefined;
}

/** A time between two dates, each a year, month or day in ISO 8601; an end that is empty is open. */
export interface DateBounds {
  readonly from: string;
  readonly to: string;
  readonly fromExcluded?: boolean | undefined;
  readonly toExcluded?: boolean | undefined;
  readonly approximate?: boolean | undefined;
}
