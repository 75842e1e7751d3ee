import type { RatedUnits } from "../../../annotations/agreement/levels/claim-level.ts";
import { categoryWords, ratingsCsv } from "../../../annotations/agreement/levels/table-csv.ts";
import type { Analyst } from "../../../annotations/model/analyst.ts";
import { sourceName } from "../../../annotations/model/source.ts";
import { useDesk } from "../../session/desk.ts";
import { MOST_LISTED, NotListed } from "../NotListed.tsx";
import { CopyCsv } from "./CopyCsv.tsx";
import { openCell } from "./open-cell.ts";
import type { Blindness } from "./use-blind.ts";

interface Props {
  readonly rated: RatedUnits;
  readonly analysts: readonly Analyst[];
  readonly blindness: Blindness;
}

/** The ratings that the figures of a level are made from; each line leads to the marks behind it. */
export function RatingsTable({ rated, analysts, blindness }: Props) {
  const me = useDesk((state) => state.analyst.id);
  const { units, table } = rated;
  if (units.length === 0) return null;
  const isHidden = units.some(({ source }) => blindness.isBlind(source.id));
  return (
    <details className="raw-table">
      <summary>The table behind these figures</summary>
      {!isHidden && <CopyCsv csv={() => ratingsCsv(rated, analysts)} />}
      <table className="measure-table">
        <thead>
          <tr>
            <th scope="col">Claim and article</th>
            {analysts.map(({ id, name }) => (
              <th key={id} scope="col">
                <bdi>{name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.slice(0, MOST_LISTED).map(({ source, claim }, unit) => (
            <tr key={`${claim.id} ${source.id}`}>
              <th scope="row">
                <button
                  type="button"
                  className="link"
                  onClick={() => openCell({ claimId: claim.id, sourceId: source.id }, blindness)}
                >
                  {claim.displayLabel} · <bdi>{sourceName(source)}</bdi>
                </button>
              </th>
              {analysts.map(({ id }, rater) => (
                <td key={id}>
                  {id !== me && blindness.isBlind(source.id)
                    ? "hidden"
                    : categoryWords(table.categories, table.ratings[rater]?.[unit]) || "–"}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <NotListed number={units.length} />
    </details>
  );
}
