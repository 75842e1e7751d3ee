import { monthName } from "../intake/month.ts";
import type { DateBounds, NumberBounds } from "./bounds.ts";
import { dateOfDay, dayAfter, firstDay, utcDay } from "./calendar.ts";

/** A mark of the axis, and what is written for it, each with its place as a share of the width (0 to 1). */
interface Tick {
  readonly at: number;
  readonly label: string;
  readonly labelAt: number;
}

/** A value on the axis as shares of the width; both ends are one where it is a point. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  /** It goes on beyond the edge. */
  readonly openFrom: boolean;
  readonly openTo: boolean;
}

/** Several values side by side on one axis, each bar at the place of its value in the list. */
export interface Scale {
  readonly ticks: readonly Tick[];
  readonly bars: readonly Bar[];
}

/** The ends of a value in the measure of its axis; null where an end is open. */
interface Extent {
  readonly from: number | null;
  readonly to: number | null;
}

interface Axis {
  readonly start: number;
  readonly end: number;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
  /** Whether what is written names the time up to the next mark, and stands in the middle of it. */
  readonly namesSteps?: boolean;
}

/** About so many steps an axis has. */
const STEPS = 5;

/** Numbers of one unit on one axis. It begins at nought where that costs at most half of the width. Needs one value at least. */
export function numberScale(values: readonly NumberBounds[]): Scale {
  const extents = values.map(({ least, most }) => ({ from: least, to: most }));
  return placed(extents, numberAxis(extents));
}

/** Dates and times on one axis. Needs one value at least. */
export function dateScale(values: readonly DateBounds[]): Scale {
  const extents = values.map(extentInDays);
  return placed(extents, dateAxis(extents));
}

function extentInDays({ from, to, fromExcluded, toExcluded }: DateBounds): Extent {
  return {
    from: from === "" ? null : fromExcluded ? dayAfter(from) : firstDay(from),
    to: to === "" ? null : toExcluded ? firstDay(to) : dayAfter(to),
  };
}

function placed(extents: readonly Extent[], { start, end, ticks, namesSteps = false }: Axis): Scale {
  const share = (value: number) => Math.min(1, Math.max(0, (value - start) / (end - start)));
  return {
    ticks: ticks.map(({ value, label }, i) => {
      const at = share(value);
      const next = ticks[i + 1];
      if (!namesSteps) return { at, label, labelAt: at };
      return next ? { at, label, labelAt: (at + share(next.value)) / 2 } : { at, label: "", labelAt: at };
    }),
    bars: extents.map(({ from, to }) => {
      const begin = from === null ? 0 : share(from);
      // Another program may have written an end before the beginning.
      const finish = Math.max(begin, to === null ? 1 : share(to));
      return { from: begin, to: finish, openFrom: from === null, openTo: to === null };
    }),
  };
}

function numberAxis(extents: readonly Extent[]): Axis {
  const [min, max] = withNought(...outermost(extents), extents);
  const step = roundStep((max - min) / STEPS);
  const [first, last] = withRoom(extents, Math.floor(min / step), Math.ceil(max / step), step);
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => exact((first + i) * step));
  const format: Intl.NumberFormatOptions = Math.abs(max) >= 1e5 ? { notation: "compact" } : {};
  return {
    start: exact(first * step),
    end: exact(last * step),
    ticks: ticks.map((value) => ({
      value,
      label: value.toLocaleString("en", { ...format, maximumFractionDigits: 12 }),
    })),
  };
}

function outermost(extents: readonly Extent[]): [number, number] {
  const ends = extents.flatMap(({ from, to }) => [from, to]).filter((end) => end !== null);
  return [Math.min(...ends), Math.max(...ends)];
}

/** What is up to some number, or near enough to nought, is seen from nought. */
function withNought(min: number, max: number, extents: readonly Extent[]): [number, number] {
  const span = max - min;
  if (min > 0 && (span === 0 || min <= span || extents.some(({ from }) => from === null)))
    return [0, Math.max(max, 1e-9)];
  if (max < 0 && (span === 0 || -max <= span)) return [Math.min(min, -1e-9), 0];
  if (span === 0) return [min, min + 1];
  // Closer together than the marks of an axis can tell apart.
  return [min, Math.max(max, min + Math.max(1, Math.abs(min)) * 1e-9)];
}

/** 1, 2 or 5 times a power of ten, and not less than asked for. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5].find((one) => one * power >= least) ?? 10;
  return exact(factor * power);
}

/** Without the trifles of binary fractions. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}

/** The first and last step, with one more where an open end would have no length. */
function withRoom(extents: readonly Extent[], first: number, last: number, step: number): [number, number] {
  const needsEnd = extents.some(({ from, to }) => to === null && from !== null && last * step - from < step / 2);
  const needsStart = extents.some(({ from, to }) => from === null && to !== null && to - first * step < step / 2);
  return [first - Number(needsStart), last + Number(needsEnd)];
}

/** A step of a time axis: where a step begins, and how many days it has at least. */
interface DateStep {
  /** Whether it is one day, month or year. */
  readonly isOne: boolean;
  readonly days: number;
  /** The first day of the `n`th step, counted from any fixed day. */
  dayOf(n: number): number;
  /** The step that a day belongs to. */
  stepOf(day: number): number;
  label(day: number, isFirst: boolean): string;
}

const DATE_STEPS: readonly DateStep[] = [
  ...[1, 2, 7, 14].map(daySteps),
  ...[1, 2, 3, 6].map(monthSteps),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000].map((years) => monthSteps(12 * years)),
];

function daySteps(days: number): DateStep {
  return {
    isOne: days === 1,
    days,
    dayOf: (n) => n * days,
    stepOf: (day) => Math.floor(day / days),
    label: (day, isFirst) => {
      const { year, month, day: ofMonth } = dateOfDay(day);
      const isNewYear = dateOfDay(day - days).year !== year;
      return `${ofMonth} ${shortMonth(month)}${isFirst || isNewYear ? ` ${year}` : ""}`;
    },
  };
}

function monthSteps(months: number): DateStep {
  return {
    isOne: months === 1 || months === 12,
    days: months * 28,
    dayOf: (n) => utcDay(0, 1 + n * months, 1),
    stepOf: (day) => {
      const { year, month } = dateOfDay(day);
      return Math.floor((year * 12 + month - 1) / months);
    },
    label: (day) => {
      const { year, month } = dateOfDay(day);
      return months < 12 ? `${shortMonth(month)} ${year}` : String(year);
    },
  };
}

function shortMonth(month: number): string {
  return monthName(month).slice(0, 3);
}

function dateAxis(extents: readonly Extent[]): Axis {
  const [min, max] = outermost(extents);
  const step = DATE_STEPS.find(({ days }) => (max - min) / days <= STEPS) ?? monthSteps(12 * 2_000);
  const [first, last] = stepsWithRoom(extents, step, step.stepOf(min), step.stepOf(max - 1) + 1);
  const days = Array.from({ length: last - first + 1 }, (_, i) => step.dayOf(first + i));
  return {
    start: step.dayOf(first),
    end: step.dayOf(last),
    ticks: days.map((day, i) => ({ value: day, label: step.label(day, i === 0) })),
    namesSteps: step.isOne,
  };
}

function stepsWithRoom(extents: readonly Extent[], step: DateStep, first: number, last: number): [number, number] {
  const needsEnd = extents.some(({ from, to }) => to === null && from !== null && step.stepOf(from) >= last - 1);
  const needsStart = extents.some(({ from, to }) => from === null && to !== null && step.stepOf(to - 1) <= first);
  return [first - Number(needsStart), Math.max(last, first + 1) + Number(needsEnd)];
}
