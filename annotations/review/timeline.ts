import type { ListedClaim } from "../model/claim-list.ts";
import type { Source } from "../model/source.ts";
import type { StanceCell } from "./cell.ts";
import type { Matrix } from "./matrix.ts";
import { columnList } from "./row-list.ts";

/** A source that speaks to a claim. */
export interface TimelineEntry {
  readonly source: Source;
  readonly cell: StanceCell;
  /** Another stance than that of the same outlet's article before it. */
  readonly changed: boolean;
}

/** Who says what of one claim, by the date of publication. */
export interface Timeline {
  readonly claim: ListedClaim;
  /** The earliest first; of the same date in the order of the columns. */
  readonly dated: readonly TimelineEntry[];
  readonly undated: readonly TimelineEntry[];
  /** The sources with the earliest date, if that is one that no other date may come before. */
  readonly first: readonly Source[];
}

/** The claims to which some source speaks, in the order of the rows. */
export function timelines({ rows, sources }: Pick<Matrix, "rows" | "sources">): readonly Timeline[] {
  const ordered = columnList(sources, { columns: "date" });
  return rows.flatMap(({ claim, stances }) => {
    const entries: TimelineEntry[] = [];
    const before = new Map<string, StanceCell>();
    for (const source of ordered) {
      const cell = stances.get(source.id);
      if (!cell) continue;
      const former = source.outlet === "" ? undefined : before.get(source.outlet);
      if (source.date !== "" && source.outlet !== "") before.set(source.outlet, cell);
      entries.push({
        source,
        cell,
        changed: source.date !== "" && former !== undefined && former.stance !== cell.stance,
      });
    }
    if (entries.length === 0) return [];
    const dated = entries.filter(({ source }) => source.date !== "");
    return [{ claim, dated, undated: entries.filter(({ source }) => source.date === ""), first: firstOf(dated) }];
  });
}

/** All sources whose date may be the earliest: 2022 may be before, on or after 2022-11-23. */
function firstOf(dated: readonly TimelineEntry[]): readonly Source[] {
  const least = (date: string) => `${date}-01-01`.slice(0, 10);
  const most = (date: string) => `${date}-12-31`.slice(0, 10);
  const earliestEnd = dated.map(({ source }) => most(source.date)).sort()[0];
  if (earliestEnd === undefined) return [];
  return dated.filter(({ source }) => least(source.date) <= earliestEnd).map(({ source }) => source);
}
