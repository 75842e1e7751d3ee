import { useMemo } from "react";
import { sourceName } from "../../../annotations/model/source.ts";
import { type Gaps, gapsIn } from "../../../annotations/review/gaps.ts";
import { ActionKey } from "../../actions/ActionKey.tsx";
import { amount } from "../../controls/amount.ts";
import { useDesk } from "../../session/desk.ts";
import { matrix } from "../../session/selectors.ts";
import { CellLink } from "../evidence/CellLink.tsx";
import { ClaimTitle } from "../evidence/ClaimTitle.tsx";
import { MOST_LISTED, NotListed } from "../NotListed.tsx";
import "./gaps.css";

/** What is missing: claims that too few origins address, and articles that nobody has looked through for a claim. */
export function GapsPart() {
  const made = useDesk(matrix);
  const gaps = useMemo(() => gapsIn(made), [made]);
  return (
    <div className="part-body gaps">
      <Thin gaps={gaps} />
      <Unreviewed gaps={gaps} />
    </div>
  );
}

/** How many claims of one article are listed. */
const MOST_CELLS = 100;

function Thin({ gaps: { thin } }: { readonly gaps: Gaps }) {
  const { sources } = useDesk(matrix);
  return (
    <section aria-labelledby="thin-claims">
      <h3 id="thin-claims">Claims that fewer than two origins address</h3>
      {thin.length === 0 ? (
        <p>None: at least two independent origins speak to every claim.</p>
      ) : (
        <ul>
          {thin.slice(0, MOST_LISTED).map(({ claim, cells, summary }) => (
            <li key={claim.id}>
              <p>
                <ClaimTitle claim={claim} />{" "}
                <small>
                  {amount(summary.speaking, "article")}, {amount(summary.origins, "origin")}
                </small>
              </p>
              <div className="cell-links">
                {sources.map((source) => {
                  const cell = cells.get(source.id);
                  return (
                    cell?.kind === "stance" && (
                      <CellLink key={source.id} place={{ claimId: claim.id, sourceId: source.id }} cell={cell}>
                        {sourceName(source)}
                      </CellLink>
                    )
                  );
                })}
              </div>
            </li>
          ))}
          <NotListed number={thin.length} />
        </ul>
      )}
    </section>
  );
}

function Unreviewed({ gaps: { unreviewed } }: { readonly gaps: Gaps }) {
  return (
    <section aria-labelledby="unreviewed">
      <h3 id="unreviewed">Not reviewed yet</h3>
      {unreviewed.length === 0 ? (
        <p>None: every article was looked through for every claim.</p>
      ) : (
        <>
          <p>
            On a claim here <ActionKey id="cell.not-mentioned" /> says that the article is silent,{" "}
            <ActionKey id="cell.not-applicable" /> that it cannot speak to the claim.
          </p>
          <ul>
            {unreviewed.map(({ source, rows }) => (
              <li key={source.id}>
                <p>
                  <bdi>{sourceName(source)}</bdi> <small>{amount(rows.length, "claim")}</small>
                </p>
                <div className="cell-links">
                  {rows.slice(0, MOST_CELLS).map(({ claim, cells }) => {
                    const cell = cells.get(source.id);
                    return (
                      cell && (
                        <CellLink key={claim.id} place={{ claimId: claim.id, sourceId: source.id }} cell={cell}>
                          {claim.displayLabel}
                        </CellLink>
                      )
                    );
                  })}
                </div>
                <NotListed number={rows.length} most={MOST_CELLS} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
