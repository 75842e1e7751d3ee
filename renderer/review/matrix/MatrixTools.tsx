import { useId } from "react";
import { ALL_ROWS, type RowWish } from "../../../annotations/review/row-list.ts";
import { ROW_STATUSES } from "../../../annotations/review/row-status.ts";
import { Choice } from "../../controls/Choice.tsx";
import { desk, setDesk, useDesk } from "../../session/desk.ts";

const SORTS = ["list", "parents", "difference"] as const;
const SORT_WORDS = {
  list: "as they were made",
  parents: "below their parents",
  difference: "where sources differ most",
} as const;

const COLUMNS = ["panes", "date"] as const;
const COLUMN_WORDS = { panes: "as side by side", date: "by date" } as const;

const STATUSES = ["all", ...ROW_STATUSES] as const;
const STATUS_WORDS = Object.fromEntries(STATUSES.map((status) => [status, status.replaceAll("-", " ")])) as Readonly<
  Record<(typeof STATUSES)[number], string>
>;

/** Orders the rows of the matrix and narrows them down. */
export function MatrixTools() {
  const wish = useDesk((state) => state.rowWish);
  const words = useId();
  const isWhole = Object.entries(ALL_ROWS).every(([field, value]) => wish[field as keyof RowWish] === value);
  return (
    <fieldset className="matrix-tools" aria-label="Order and choose the claims">
      <label htmlFor={words}>Claims with</label>
      <input
        id={words}
        type="text"
        value={wish.words}
        placeholder="words"
        maxLength={200}
        onChange={(event) => change({ words: event.target.value })}
      />
      <Choice
        label="Status"
        value={wish.status ?? "all"}
        options={STATUSES}
        words={STATUS_WORDS}
        onChoose={(status) => change({ status: status === "all" ? null : status })}
      />
      <Choice
        label="Order"
        value={wish.sort}
        options={SORTS}
        words={SORT_WORDS}
        onChoose={(sort) => change({ sort })}
      />
      <Choice
        label="Columns"
        value={wish.columns}
        options={COLUMNS}
        words={COLUMN_WORDS}
        onChoose={(columns) => change({ columns })}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={wish.foldAgreeing}
          onChange={(event) => change({ foldAgreeing: event.target.checked })}
        />
        Fold where all agree
      </label>
      {!isWhole && (
        <button type="button" onClick={() => setDesk({ rowWish: ALL_ROWS })}>
          Show all
        </button>
      )}
    </fieldset>
  );
}

function change(part: Partial<RowWish>): void {
  setDesk({ rowWish: { ...desk().rowWish, ...part } });
}
