import { useMemo, useState } from "react";
import { columnList, rowList } from "../../../annotations/review/row-list.ts";
import { amount } from "../../controls/amount.ts";
import { useDesk } from "../../session/desk.ts";
import { matrix } from "../../session/selectors.ts";
import { MatrixTable } from "./MatrixTable.tsx";
import { MatrixTools } from "./MatrixTools.tsx";
import { RowRule } from "./RowRule.tsx";
import { changeWish } from "./row-wish.ts";

/** Claims in rows, sources in columns, with what orders and narrows the rows, and the rule behind them. */
export function MatrixPart() {
  const { rows, sources } = useDesk(matrix);
  const wish = useDesk((state) => state.rowWish);
  const list = useMemo(() => rowList(rows, wish), [rows, wish]);
  const columns = useMemo(() => columnList(sources, wish), [sources, wish]);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  return (
    <div ref={setScroller} className="matrix">
      <MatrixTools />
      {list.folded > 0 && (
        <p className="folded-rows">
          {amount(list.folded, "claim")} on which all sources agree {list.folded === 1 ? "is" : "are"} folded away.{" "}
          <button type="button" className="link" onClick={() => changeWish({ foldAgreeing: false })}>
            Show
          </button>
        </p>
      )}
      {list.rows.length === 0 ? (
        <p className="no-rows">No claim has all of this. Take something back from the choices above.</p>
      ) : (
        <MatrixTable rows={list.rows} sources={columns} scroller={scroller} />
      )}
      <RowRule />
    </div>
  );
}
