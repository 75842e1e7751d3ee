import { type Mark, startOf } from "../../annotations/model/mark.ts";

/** A place of the overview and the mark that it shows and leads to. */
export interface OverviewTick {
  readonly mark: Mark;
  /** From 0 at the beginning of the text to 1 at its end. */
  readonly place: number;
}

/** How many places an overview has: more would cover each other. */
const PLACES = 200;

/**
 * Where marks begin in a text of so many code points, one for each place of the overview: of several at one place the first
 * with the stance that most of them have.
 */
export function overviewTicks(marks: readonly Mark[], length: number): readonly OverviewTick[] {
  const places = new Map<number, Mark[]>();
  for (const mark of marks) {
    const place = Math.round((startOf(mark) / Math.max(1, length)) * PLACES) / PLACES;
    const there = places.get(place);
    if (there) there.push(mark);
    else places.set(place, [mark]);
  }
  return [...places].map(([place, there]) => ({ place, mark: commonest(there) }));
}

/** The tick nearest to a place from 0 to 1; undefined where there is none. */
export function nearestTick(ticks: readonly OverviewTick[], place: number): OverviewTick | undefined {
  const distance = (tick: OverviewTick) => Math.abs(tick.place - place);
  return ticks.reduce<OverviewTick | undefined>(
    (nearest, tick) => (nearest && distance(nearest) <= distance(tick) ? nearest : tick),
    undefined,
  );
}

function commonest(marks: readonly Mark[]): Mark {
  const groups = new Map<string, Mark[]>();
  for (const mark of marks) {
    const stance = mark.tags[0]?.stance ?? "";
    const group = groups.get(stance);
    if (group) group.push(mark);
    else groups.set(stance, [mark]);
  }
  const [largest] = [...groups.values()].sort((a, b) => b.length - a.length);
  const [first] = largest ?? [];
  if (!first) throw new Error("a place of the overview without a mark");
  return first;
}
