import type { Source } from "../model/source.ts";
import type { Matrix, MatrixRow } from "./matrix.ts";

/** A source with the claims for which nobody has looked in it yet. */
interface UnreviewedSource {
  readonly source: Source;
  readonly rows: readonly MatrixRow[];
}

/** What is missing before the matrix says anything: claims with too few origins, and work that is not done. */
export interface Gaps {
  /** Claims to which fewer than two independent origins speak, on either side. */
  readonly thin: readonly MatrixRow[];
  readonly unreviewed: readonly UnreviewedSource[];
}

/** How many origins must speak to a claim before it can be compared at all. */
const COMPARABLE = 2;

export function gapsIn({ rows, sources, unreviewed }: Omit<Matrix, "analyst">): Gaps {
  return {
    thin: rows.filter(({ summary }) => summary.origins < COMPARABLE),
    unreviewed: sources.flatMap((source) => {
      if (unreviewed.get(source.id) === 0) return [];
      const missing = rows.filter(({ cells }) => {
        const cell = cells.get(source.id);
        return cell?.kind === "empty" && cell.state === "not-reviewed";
      });
      return [{ source, rows: missing }];
    }),
  };
}
