import { cellEvidence } from "../../../annotations/review/evidence.ts";
import { useDesk } from "../../session/desk.ts";
import type { CellPlace } from "./cell-place.ts";
import { Passages } from "./Passages.tsx";

/** The passages of each analyst for a cell, one analyst after the other; those of others can be looked at, not changed. */
export function AnalystsPassages({ place }: { readonly place: CellPlace }) {
  const sets = useDesk((state) => state.project.sets);
  const me = useDesk((state) => state.analyst.id);
  return sets.map((set) => {
    const evidence = cellEvidence(set, place);
    return (
      <section key={set.analyst.id} className="of-analyst">
        <h3>
          <bdi>{set.analyst.name}</bdi>
        </h3>
        {evidence.length === 0 ? (
          <p>No passage.</p>
        ) : set.analyst.id === me ? (
          <Passages evidence={evidence} />
        ) : (
          <Passages evidence={evidence} analyst={set.analyst} />
        )}
      </section>
    );
  });
}
