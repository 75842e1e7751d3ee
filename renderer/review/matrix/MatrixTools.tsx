import { useId } from "react";
import { ALL_ROWS, type RowWish } from "../../../annotations/review/row-list.ts";
import { ROW_STATUSES } from "../../../annotations/review/row-status.ts";
import { Choice } from "../../controls/Choice.tsx";
import { useDesk } from "../../session/desk.ts";
import { changeWish, wishFor } from "./row-wish.ts";

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
  const chosen = useDesk((state) => state.rowWish);
  const words = useId();
  const isWhole = Object.entries(ALL_ROWS).every(([field, value]) => chosen[field as keyof RowWish] === value);
  return (
    <fieldset className="matrix-tools" aria-label="Order and choose the claims">
      <label htmlFor={words}>Claims with</label>
      <input
        id={words}
        type="text"
        value={chosen.words}
        placeholder="words"
        maxLength={200}
        onChange={(event) => changeWish({ words: event.target.value })}
      />
      <Choice
        label="Status"
        value={chosen.status ?? "all"}
        options={STATUSES}
        words={STATUS_WORDS}
        onChoose={(status) => changeWish({ status: status === "all" ? null : status })}
      />
      <Choice
        label="Order"
        value={chosen.sort}
        options={SORTS}
        words={SORT_WORDS}
        onChoose={(sort) => changeWish({ sort })}
      />
      <Choice
        label="Columns"
        value={chosen.columns}
        options={COLUMNS}
        words={COLUMN_WORDS}
        onChoose={(columns) => changeWish({ columns })}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={chosen.foldAgreeing}
          onChange={(event) => changeWish({ foldAgreeing: event.target.checked })}
        />
        Fold where all agree
      </label>
      {!isWhole && (
        <button type="button" onClick={() => wishFor(ALL_ROWS)}>
          Show all
        </button>
      )}
    </fieldset>
  );
}
