import { useCallback } from "react";
import type { ListedClaim } from "../../annotations/model/claim-list.ts";
import { sourceName } from "../../annotations/model/source.ts";
import { STANCE_SIGNS } from "../../annotations/model/stance.ts";
import type { Matrix } from "../../annotations/review/matrix.ts";
import { rowOfClaim } from "../session/selectors.ts";
import { useMatrixAfterPaint } from "../session/use-matrix-after-paint.ts";

/** One sign for each source that speaks to the claim, in the order of the panes. */
export function ClaimSigns({ claim }: { readonly claim: ListedClaim }) {
  const row = useMatrixAfterPaint(useCallback((matrix: Matrix) => rowOfClaim(matrix, claim.id), [claim.id]));
  const sources = useMatrixAfterPaint(columnsOf) ?? [];
  const cells = sources.flatMap((source) => {
    const cell = row?.stances.get(source.id);
    return cell ? [{ cell, source }] : [];
  });
  if (cells.length === 0) return null;
  return (
    <span className="signs">
      {cells.map(({ cell, source }) => (
        <span
          key={source.id}
          className={`sign ${cell.stance} ${cell.voice}`}
          title={`${sourceName(source)}: ${cell.stance}`}
        >
          <span aria-hidden="true">{STANCE_SIGNS[cell.stance]}</span>
          <span className="sr-only">{`${sourceName(source)} ${cell.stance}. `}</span>
        </span>
      ))}
    </span>
  );
}

function columnsOf({ sources }: Matrix) {
  return sources;
}
