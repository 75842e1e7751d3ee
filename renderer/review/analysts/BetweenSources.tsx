import { useEffect, useState } from "react";
import { sourceTable, stanceLevel } from "../../../annotations/agreement/levels/stance-level.ts";
import type { MeasureEntry } from "../../../annotations/agreement/measure-entry.ts";
import { sourceWarnings } from "../../../annotations/agreement/warnings/agreement-warnings.ts";
import type { Warning } from "../../../annotations/agreement/warnings/warning.ts";
import { sourceName } from "../../../annotations/model/source.ts";
import type { Voices } from "../../../annotations/review/source-pairs.ts";
import { whenIdle } from "../../controls/when-idle.ts";
import { setDesk, useDesk } from "../../session/desk.ts";
import { matrix } from "../../session/selectors.ts";
import { Measures } from "./Measures.tsx";
import { Warnings } from "./Warnings.tsx";

interface Made {
  readonly measures: readonly MeasureEntry[];
  readonly warnings: readonly Warning[];
}

const NOTHING: Made = { measures: [], warnings: [] };

/** The same statistic with sources as raters; of what they say, not of how far to rely on it. */
export function BetweenSources({ voices }: { readonly voices: Voices }) {
  const seen = useDesk(matrix);
  const distances = useDesk((state) => state.project.file.settings.stanceDistances);
  const [{ measures, warnings }, setMade] = useState(NOTHING);
  useEffect(
    () =>
      whenIdle(() => {
        const table = sourceTable(seen, voices);
        const found = stanceLevel(table, distances);
        setMade({ measures: found, warnings: sourceWarnings(table, seen.sources.map(sourceName), found) });
      }),
    [seen, voices, distances],
  );
  const shown = measures.filter(({ pair }) => !pair);
  return (
    <details>
      <summary>For experts: agreement beyond chance between sources</summary>
      <p className="explained">
        Sources as raters, claims as units, in your own tags. Sources that copy each other, or were chosen to differ,
        make this figure what it is. The table behind it is{" "}
        <button type="button" className="link" onClick={() => setDesk({ reviewPart: "matrix" })}>
          the matrix
        </button>
        , whose cells open their marks.
      </p>
      <Measures measures={shown} main={["krippendorff-alpha", "percent-agreement", "gwet-ac1"]} analysts={[]} />
      <Warnings warnings={warnings} />
    </details>
  );
}
