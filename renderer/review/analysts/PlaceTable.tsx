import type { PlaceCounts } from "../../../annotations/agreement/levels/place-counts.ts";
import { placeCsv } from "../../../annotations/agreement/levels/table-csv.ts";
import type { Analyst } from "../../../annotations/model/analyst.ts";
import { sourceName } from "../../../annotations/model/source.ts";
import { MOST_LISTED, NotListed } from "../NotListed.tsx";
import { CopyCsv } from "./CopyCsv.tsx";
import { openCell } from "./open-cell.ts";
import type { Blindness } from "./use-blind.ts";

interface Props {
  readonly counts: readonly PlaceCounts[];
  readonly analysts: readonly Analyst[];
  readonly blindness: Blindness;
}

const HEADINGS = ["Claim and article", "Of", "Passages", "the same", "that meet", "Characters", "in both"];

/** What the figures of places are made from: for every two analysts and each cell how much they have marked, and how much of it meets. */
export function PlaceTable({ counts, analysts, blindness }: Props) {
  const shown = counts.filter(({ source }) => !blindness.isBlind(source.id));
  if (shown.length === 0) return null;
  return (
    <details className="raw-table">
      <summary>The table behind these figures</summary>
      <CopyCsv csv={() => placeCsv(shown, analysts)} />
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
          {shown.slice(0, MOST_LISTED).map((row) => (
            <Row
              key={`${row.pair.join(" ")} ${row.claim.id} ${row.source.id}`}
              row={row}
              analysts={analysts}
              blindness={blindness}
            />
          ))}
        </tbody>
      </table>
      <NotListed number={shown.length} />
    </details>
  );
}

function Row({ row, analysts, blindness }: Omit<Props, "counts"> & { readonly row: PlaceCounts }) {
  const { claim, source, pair, spans, exact, met, characters, shared } = row;
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className="link"
          onClick={() => openCell({ claimId: claim.id, sourceId: source.id }, blindness)}
        >
          {claim.displayLabel} · <bdi>{sourceName(source)}</bdi>
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
