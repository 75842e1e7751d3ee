import { useMemo } from "react";
import { type ClaimFigures, claimFigures } from "../../../annotations/figures/claim-figures.ts";
import { ActionKey } from "../../actions/ActionKey.tsx";
import { setDesk, useDesk } from "../../session/desk.ts";
import { matrix } from "../../session/selectors.ts";
import { ClaimTitle } from "../evidence/ClaimTitle.tsx";
import { MOST_LISTED, NotListed } from "../NotListed.tsx";
import { FigureChart } from "./FigureChart.tsx";
import { FigureRow } from "./FigureRow.tsx";
import { FigureTable } from "./FigureTable.tsx";
import "./figures.css";

/** How many, when and where the sources say, side by side for each claim. */
export function FiguresPart() {
  const made = useDesk(matrix);
  const found = useMemo(() => claimFigures(made), [made]);
  if (found.length === 0) return <NoFigures />;
  return (
    <div className="part-body figures">
      <p className="explained">
        A dot is one number or day, a bar goes from the least to the most. Hollow: about so many. An arrow: no end is
        said. Figures with one unit share a scale. The sign is the stance of the passage, hollow where it only quotes
        somebody.
      </p>
      {found.slice(0, MOST_LISTED).map((figures) => (
        <OfClaim key={figures.claim.id} figures={figures} />
      ))}
      <NotListed number={found.length} />
    </div>
  );
}

function OfClaim({ figures }: { readonly figures: ClaimFigures }) {
  const { claim, groups, places } = figures;
  const heading = `figures-${claim.id}`;
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>
        <ClaimTitle claim={claim} />
      </h3>
      {groups.map((group) => (
        <FigureChart key={`${group.kind} ${group.unit}`} claim={claim} group={group} />
      ))}
      {places.length > 0 && (
        <ul className="figure-places" aria-label="Places">
          {places.map((figure) => (
            <FigureRow key={figure.tag.id} claim={claim} figure={figure} />
          ))}
        </ul>
      )}
      <FigureTable figures={figures} />
    </section>
  );
}

function NoFigures() {
  return (
    <div className="part-body">
      <div className="empty">
        <p>
          One article counts “300–400”, another “203”, a third “more than 200”. A tag can carry such a figure as its
          passage states it: a number, a date or a place. Then they stand here side by side on one scale, claim by
          claim.
        </p>
        <p>
          In Read, choose a mark that is tied to a claim and press <ActionKey id="mark.figure" />, or{" "}
          <i>Give a figure</i> in its card. What the passage seems to state is proposed; Enter takes it.
        </p>
        <button type="button" className="primary" onClick={() => setDesk({ view: "read" })}>
          Read and mark
        </button>
      </div>
    </div>
  );
}
