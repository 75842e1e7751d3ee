import type { PlaceCounts } from "../../../annotations/agreement/levels/place-counts.ts";
import { placeCsv } from "../../../annotations/agreement/levels/table-csv.ts";
import type { Analyst } from "../../../annotations/model/analyst.ts";
import { desk } from "../../session/desk.ts";
import { matrixRow } from "../../session/selectors.ts";
import { chooseAcross } from "../evidence/cell-place.ts";
import { MOST_LISTED, NotListed } from "../NotListed.tsx";
import { CopyCsv } from "./CopyCsv.tsx";

interface Props {
  readonly counts: readonly PlaceCounts[];
  readonly analysts: readonly Analyst[];
}

const HEADINGS = ["Claim", "Of", "Passages", "the same", "that meet", "Characters", "in both"];

/** What the figures of places are made from: for every two analysts and each claim how much they have marked, and how much of it meets. */
export function PlaceTable({ counts, analysts }: Props) {
  if (counts.length === 0) return null;
  return (
    <details className="raw-table">
      <summary>The table behind these figures</summary>
      <CopyCsv csv={() => placeCsv(counts, analysts)} />
      <table className="measure-table">
        <thead>
          <tr>
            {HEADINGS.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.slice(0, MOST_LISTED).map((row) => (
            <Row key={`${row.pair.join(" ")} ${row.claim.id}`} row={row} analysts={analysts} />
          ))}
        </tbody>
      </table>
      <NotListed number={counts.length} />
    </details>
  );
}

function Row({ row, analysts }: { readonly row: PlaceCounts; readonly analysts: readonly Analyst[] }) {
  const { claim, pair, spans, exact, met, characters, shared } = row;
  return (
    <tr>
      <th scope="row">
        <button type="button" className="link" onClick={() => showClaim(row)}>
          {claim.displayLabel}
        </button>
      </th>
      <td>
        <bdi>{pair.map((place) => analysts[place]?.name).join(" and ")}</bdi>
      </td>
      <td>{spans.join(" and ")}</td>
      <td>{exact}</td>
      <td>{met.join(" and ")}</td>
      <td>{characters.map((number) => number.toLocaleString("en")).join(" and ")}</td>
      <td>{shared.toLocaleString("en")}</td>
    </tr>
  );
}

/** Shows what the working analyst has marked for the claim, in every article. */
function showClaim({ claim }: PlaceCounts): void {
  const evidence = [...(matrixRow(desk(), claim.id)?.stances.values() ?? [])].flatMap((cell) => cell.evidence);
  chooseAcross(claim.id, { kind: "claim" }, evidence);
}
