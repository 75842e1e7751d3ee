import { setDesk, useDesk } from "../session/desk.ts";
import { claimsOf } from "../session/selectors.ts";
import { Evidence } from "./Evidence.tsx";
import { MatrixTable } from "./MatrixTable.tsx";
import { RowRule } from "./RowRule.tsx";
import "./review.css";

/** What the sources say: claims in rows, sources in columns, and beside them the passages of the chosen cell. */
export function ReviewView() {
  const empty = useDesk(
    (state) => claimsOf(state).length === 0 || state.project.sources.every((source) => source.removed),
  );
  return (
    <main className="review-view" aria-label="Review">
      <section className="matrix" aria-label="Claims and sources">
        <h2>What the sources say</h2>
        {empty ? (
          <NothingToReview />
        ) : (
          <>
            <MatrixTable />
            <RowRule />
          </>
        )}
      </section>
      {!empty && <Evidence />}
    </main>
  );
}

function NothingToReview() {
  return (
    <div className="empty">
      <p>
        Once passages are marked and tied to claims, every claim has a row here and every article a column: who supports
        it, who refutes it, who only quotes somebody, and where nobody has looked yet.
      </p>
      <button type="button" className="primary" onClick={() => setDesk({ view: "read" })}>
        Read and mark
      </button>
    </div>
  );
}
